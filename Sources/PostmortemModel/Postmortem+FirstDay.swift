extension Postmortem {
  /// The day on which the incident began: that of the first entry that tells of it, else the day of the report's head.
  public var firstDay: CivilDate? {
    let dated = timeline.entries.filter { $0.date != nil && $0.writtenDate?.isImpossible != true }
    let telling = dated.first { entry in
      entry.phases.contains { $0 == .impactStart || $0 == .detected }
    }
    return telling?.date ?? metadata.date ?? dated.first?.date
  }
}
