extension Postmortem {
  /// The entry that tells the detection, where nothing in the report says who or what detected: no alert, customer,
  /// engineer or dashboard. Nil where one is told, or no entry tells the detection.
  public var unstatedDetection: TimelineEntry? {
    guard let first = timeline.entries.first(where: { $0.phases.contains(.detected) }) else { return nil }
    return tellsDetector() ? nil : first
  }

  private func tellsDetector() -> Bool {
    let text = reading.text
    var entryLines: Set<Int> = []
    for entry in timeline.entries where entry.phases.contains(.detected) { entryLines.formUnion(entry.lines) }
    return text.lines.indices.contains { line in
      let kinds = reading.outline.kindSet(ofLine: line)
      if kinds.overlaps([.tasks, .measures, .lessons]) { return false }
      let cues = text.cues(ofLine: line)
      let isAboutDetection =
        kinds.contains(.detection) || entryLines.contains(line) || cues.contains { $0.cue == .detected }
      return isAboutDetection
        && cues.contains { $0.cue == .detector || $0.cue == .detectorDevice || $0.cue == .person }
    }
  }
}
