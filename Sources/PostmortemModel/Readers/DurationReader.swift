/// Measures the incident between the classified entries of its first timeline.
struct DurationReader {
  let timeline: Timeline

  func durations() -> IncidentDurations {
    let entries = timeline.entries
    let members = entries.indices.filter {
      entries[$0].timeline == 0 && entries[$0].time != nil && entries[$0].offset != nil
    }
    guard timeline.outOfOrder.isEmpty, !timeline.isNewestFirst, let first = members.first,
      let last = members.last
    else {
      return IncidentDurations(detect: nil, mitigate: nil, resolve: nil, incident: nil)
    }
    func member(_ phase: Phase) -> Int? { members.first { entries[$0].phases.contains(phase) } }
    let impact = member(.impactStart)
    let detected = member(.detected)
    let start = impact ?? detected ?? first
    let resolved = members.last { entries[$0].phases.contains(.resolved) }
    return IncidentDurations(
      detect: impact.flatMap { impact in detected.flatMap { $0 == impact ? nil : span(impact, $0) } },
      mitigate: (member(.mitigated) ?? resolved).flatMap { span(start, $0) },
      resolve: resolved.flatMap { span(start, $0) }, incident: first == last ? nil : span(first, last))
  }

  private func span(_ from: Int, _ to: Int) -> IncidentDurations.Span? {
    guard let start = timeline.entries[from].offset, let end = timeline.entries[to].offset, end >= start,
      from != to
    else {
      return nil
    }
    return IncidentDurations.Span(seconds: end - start, from: from, to: to)
  }
}
