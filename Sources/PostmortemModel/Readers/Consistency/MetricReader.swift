import MarkdownTree

/// Compares stated times to detect, mitigate and resolve with the timeline.
struct MetricReader {
  let reading: Reading
  let timeline: Timeline
  let durations: IncidentDurations
  private var text: ReportText { reading.text }

  func conflicts() -> [MetricConflict] {
    let anchors = IncidentAnchors(
      timeline: timeline, text: text, shapes: reading.shapes, outline: reading.outline)
    let starts = detectionStarts()
    var result: [MetricConflict] = []
    for line in text.lines.indices where text.tells(.duration, line) && reading.shapes.isReadable(line) {
      if reading.outline.isLine(line, inAny: [.timeline, .tasks, .measures]) { continue }
      for case .duration(let length) in text.times[line] {
        guard !length.isRange, let cue = metric(of: length, line) else { continue }
        if let conflict = conflict(cue, length, anchors, starts) { result.append(conflict) }
      }
    }
    return result
  }

  private func conflict(
    _ cue: Cue, _ length: DurationMention, _ anchors: IncidentAnchors?, _ starts: [Int]
  ) -> MetricConflict? {
    switch cue {
    case .metricDetect:
      guard let told = durations.detect, !fitsDetection(length, told, starts) else { return nil }
      return MetricConflict(span: length.span, told: told)
    case .metricMitigate, .metricResolve:
      guard let told = cue == .metricResolve ? durations.resolve : durations.mitigate,
        isNamed(told.from), anchors?.conflict(of: length) != nil
      else { return nil }
      return MetricConflict(span: length.span, told: told)
    default: return nil
    }
  }

  private func isNamed(_ entry: Int) -> Bool {
    timeline.entries[entry].phases.contains { $0 == .impactStart || $0 == .detected }
  }

  /// From the start of the impact, or as some count it from the change that brought it.
  private func fitsDetection(_ length: DurationMention, _ told: IncidentDurations.Span, _ starts: [Int])
    -> Bool
  {
    guard let end = timeline.entries[told.to].offset else { return true }
    let slack = max(60, length.granularity, length.qualifier == .exact ? 0 : length.seconds / 5)
    let next = starts.partitioningIndex { $0 >= end - length.seconds - slack }
    return next < starts.count && starts[next] <= end - length.seconds + slack
  }

  /// The moments of the first timeline from which a detection may be counted, in order.
  private func detectionStarts() -> [Int] {
    let entries = timeline.entries.enumerated().filter { index, entry in
      entry.timeline == 0
        && (index == 0 || entry.phases.contains(.impactStart) || entry.phases.contains(.trigger))
    }
    return entries.compactMap(\.element.offset).sorted()
  }

  // MARK: Names

  /// The metric that a length is called by: before it in its line, in the cell before it, or above it in its column.
  private func metric(of length: DurationMention, _ line: Int) -> Cue? {
    let words = text.wordRanges[line]
    let first = words.partitioningIndex { Int(text.words[$0].end) > length.span.start }
    if let hit = name(in: words.lowerBound..<first), first - hit.words.upperBound <= 3 { return hit.cue }
    guard case .cell(let column, isHeader: false) = text.lines[line].context, line > 0 else { return nil }
    let isBeside =
      column > 0 && text.lines[line - 1].context == .cell(column: column - 1, isHeader: false)
    if isBeside, let hit = name(in: text.wordRanges[line - 1]) { return hit.cue }
    let blocks = text.document.blocks
    let table = blocks[blocks[text.lines[line].block].parent].parent
    let header = blocks[table].lines.prefix { isHeader($0) }
      .first { text.lines[$0].context == .cell(column: column, isHeader: true) }
    return header.flatMap { name(in: text.wordRanges[$0])?.cue }
  }

  private func isHeader(_ line: Int) -> Bool {
    if case .cell(_, isHeader: true) = text.lines[line].context { return true }
    return false
  }

  private func name(in words: Range<Int>) -> CueHit? {
    text.cues(openingIn: words).last { hit in
      (hit.cue == .metricDetect || hit.cue == .metricMitigate || hit.cue == .metricResolve)
        && hit.words.upperBound <= words.upperBound
    }
  }
}
