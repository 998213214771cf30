import MarkdownTree

/// Compares the lengths and windows of time that the report states with the moments of its timeline.
struct StatementReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let timeline: Timeline

  func statements() -> [DurationStatement] {
    lazy var anchors = IncidentAnchors(timeline: timeline, text: text, shapes: shapes, outline: outline)
    lazy var days = TimelineDays(timeline.entries.lazy.filter { $0.timeline == 0 })
    var labelled = LabelledWindows(text)
    var result = NamedMoments(text: text, timeline: timeline).conflicts()
    for line in text.lines.indices
    where text.tells([.clock, .range, .duration], line) && shapes.isReadable(line) {
      guard let place = place(of: line) else { continue }
      let windows = LineWindows(text, line)
      for window in place == .aside ? [] : labelled.ending(in: line) {
        if let conflict = days?.conflict(with: window) ?? anchors?.conflict(of: window, isOutage: true) {
          result.append(statement(.labelledWindow(window), window.span, line, conflict))
        }
      }
      for mention in text.times[line] {
        switch mention {
        case .range(let range) where place != .aside && range.start.clock != nil && range.end.clock != nil:
          let conflict =
            days?.conflict(with: range)
            ?? anchors?.conflict(of: range, isOutage: tellsOutage(range.span, line))
          result.append(statement(.window(range), range.span, line, conflict))
        case .duration(let length)
        where speaksOfIncident(length, line, place) && !windows.haveLength(length):
          result.append(statement(.duration(length), length.span, line, anchors?.conflict(of: length)))
        case .clock(let clock) where place == .told && isRecovery(clock, line, besides: windows):
          guard let conflict = anchors?.conflict(ofRecovery: clock) else { continue }
          result.append(statement(.recovery, clock.span, line, conflict))
        default: break
        }
      }
    }
    return result
  }

  /// "The service was restored at 17:00": the time of a recovery, and no end of a window.
  private func isRecovery(_ clock: ClockMention, _ line: Int, besides windows: LineWindows) -> Bool {
    let words = text.wordRanges[line]
    let before = words.lowerBound..<text.firstWord(from: clock.span.start, in: words)
    guard let last = before.last, text.isWord(last, ["at", "by", "around", "until"]) else { return false }
    return text.tellsRecovery(in: before.suffix(6)) && !windows.overlap(clock.span)
  }

  private func statement(
    _ content: DurationStatement.Content, _ span: SourceSpan, _ line: Int,
    _ conflict: DurationStatement.Conflict?
  ) -> DurationStatement {
    DurationStatement(content: content, span: span, line: text.lines[line].number + 1, conflict: conflict)
  }

  private enum Place {
    /// A field that holds nothing but the duration.
    case field
    /// Summary, impact, head.
    case told
    /// Where lengths of other things are told too.
    case aside
  }

  private func place(of line: Int) -> Place? {
    if outline.isLine(line, in: .timeline) { return isLengthField(line) ? .field : nil }
    if outline.kindSet(ofLine: line) == .metadata { return .field }
    if let section = outline.section(ofLine: line), outline.kindSet(of: section).contains(.metadata) {
      return .field
    }
    for kind in outline.kinds(ofLine: line) {
      switch kind {
      case .summary, .impact, .title, .metadata: return .told
      case .resolution, .detection: return .aside
      default: break
      }
    }
    return nil
  }

  /// "**Time to repair:** 0 h 38 m" beside the key moments.
  private func isLengthField(_ line: Int) -> Bool {
    guard text.tells(.duration, line), !text.tellsClock(line) else { return false }
    let words = text.wordRanges[line]
    return isLabelled(line, words.upperBound) && words.count <= 9
  }

  /// Whether the sentence around a window speaks of an outage.
  private func tellsOutage(_ window: SourceSpan, _ line: Int) -> Bool {
    let words = text.wordRanges[line]
    let first = words.partitioningIndex { Int(text.words[$0].end) > window.start }
    let sentence = SentenceFinder(text: text).sentence(around: min(first, words.upperBound - 1), ofLine: line)
    return text.cues(openingIn: sentence).contains { $0.cue == .durationOfIncident || $0.cue == .impactVerb }
  }

  /// Whether a length is that of the incident and not of a retry, a backup or a delivery.
  private func speaksOfIncident(_ length: DurationMention, _ line: Int, _ place: Place) -> Bool {
    if length.isRange || length.seconds < 120 { return false }
    let words = text.wordRanges[line]
    let first = words.partitioningIndex { Int(text.words[$0].end) > length.span.start }
    let last = max(first, text.firstWord(from: length.span.end, in: words) - 1)
    let around = max(words.lowerBound, first - 8)..<min(words.upperBound, last + 4)
    let isOther = text.cues(openingIn: around.clamped(to: words)).contains { hit in
      hit.cue == .durationOther
        && (hit.words.lowerBound >= first - 4 && hit.words.upperBound <= first
          || hit.words.lowerBound > last && hit.words.lowerBound <= last + 3)
    }
    if isOther || isDetection(before: first, words) { return false }
    if place == .field { return true }
    // "The 30-day error budget" is no length of the incident.
    if length.seconds >= 7 * 86_400 { return false }
    if isHeaderOfDurations(line) { return true }
    let sentence = SentenceFinder(text: text).sentence(around: min(first, words.upperBound - 1), ofLine: line)
    return text.cues(openingIn: sentence).contains { $0.cue == .durationOfIncident }
      || isLabelled(line, first)
  }

  /// "Time to detect: 5 minutes": no length of the incident.
  private func isDetection(before word: Int, _ words: Range<Int>) -> Bool {
    text.cues(openingIn: (word - 6..<word).clamped(to: words)).contains {
      $0.cue == .metricDetect && (0...3).contains(word - $0.words.upperBound)
    }
  }

  /// "Time to repair: 0h 38m".
  private func isLabelled(_ line: Int, _ word: Int) -> Bool {
    guard let end = shapes.labelEnd(line, from: shapes.contentStart(line)) else { return false }
    return text.cues(ofLine: line).prefix { text.span(of: $0).start <= end.name }.contains {
      $0.cue == .durationOfIncident && text.span(of: $0).end <= end.name + 1
    }
  }

  /// A cell under a column such as "Incident duration".
  private func isHeaderOfDurations(_ line: Int) -> Bool {
    guard case .cell(let column, let isHeader) = text.lines[line].context, !isHeader else { return false }
    let blocks = text.document.blocks
    let table = blocks[blocks[text.lines[line].block].parent].parent
    guard blocks.indices.contains(table) else { return false }
    return blocks[table].lines.contains { header in
      text.lines[header].context == .cell(column: column, isHeader: true)
        && text.cues(ofLine: header).contains { $0.cue == .durationOfIncident }
    }
  }
}
