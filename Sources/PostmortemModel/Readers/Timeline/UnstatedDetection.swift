extension Postmortem {
  /// The entry that tells the detection, where nothing in the report says who or what detected: no alert, customer,
  /// engineer or dashboard. Nil where one is told, or no entry tells the detection.
  public var unstatedDetection: TimelineEntry? {
    guard let first = timeline.entries.first(where: { $0.phaseSet.contains(.detected) }) else { return nil }
    return tellsDetector() ? nil : first
  }

  private func tellsDetector() -> Bool {
    let text = reading.text
    if !text.holds(Postmortem.detectors) { return false }
    var isOfDetection = [Bool](repeating: false, count: text.lines.count)
    for entry in timeline.entries where entry.phaseSet.contains(.detected) {
      for line in entry.lines { isOfDetection[line] = true }
    }
    return text.lines.indices.contains { line in
      guard text.holds(Postmortem.detectors, inLine: line) else { return false }
      let kinds = reading.outline.kindSet(ofLine: line)
      if kinds.overlaps([.tasks, .measures, .lessons]) { return false }
      return kinds.contains(.detection) || isOfDetection[line]
        || text.holds(Postmortem.detection, inLine: line)
    }
  }

  private static let detectors = CueSet(.detector, .detectorDevice, .person)
  private static let detection = CueSet(.detected)
}
