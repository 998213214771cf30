extension Postmortem {
  /// The day on which the incident began: that of the first entry that tells of it, else the day of the report's head.
  public var firstDay: CivilDate? {
    var first: CivilDate?
    for entry in timeline.entries {
      guard let date = entry.date, entry.writtenDate?.isImpossible != true else { continue }
      if entry.phaseSet.contains(.impactStart) || entry.phaseSet.contains(.detected) { return date }
      if first == nil { first = date }
    }
    return metadata.date ?? first
  }
}
