import MarkdownTree

/// A stretch of an incident of which the timeline tells nothing.
public struct UnexplainedGap: Sendable {
  public let before: TimelineEntry
  public let after: TimelineEntry
  public let seconds: Int
}

extension Postmortem {
  /// The silences of more than half an hour between the first sign of the incident and its mitigation.
  public var unexplainedGaps: [UnexplainedGap] {
    guard !timeline.isNewestFirst, timeline.outOfOrder.isEmpty else { return [] }
    let parts = timeline.parts
    // A list of key moments tells little of what a second timeline tells in full.
    let moments = SortedNumbers(parts.count > 1 ? timeline.entries.compactMap(\.moment) : [])
    return parts.flatMap { part -> [UnexplainedGap] in
      let members = part.filter { timeline.entries[$0].time != nil && timeline.entries[$0].offset != nil }
      guard let sign = members.firstIndex(where: { tells($0, .impactStart) || tells($0, .detected) }),
        let last = members[sign...].dropFirst().firstIndex(where: {
          tells($0, .mitigated) || tells($0, .resolved)
        })
      else { return [] }
      // Until somebody noticed, the change that set the incident off is the nearest thing to its start.
      let trigger = members[..<sign].lastIndex { tells($0, .trigger) }
      let first = tells(members[sign], .impactStart) ? sign : trigger ?? sign
      return (first..<last).compactMap {
        gap(timeline.entries[members[$0]], timeline.entries[members[$0 + 1]], moments)
      }
    }
  }

  private static let longestSilence = 30 * 60

  private func gap(
    _ before: TimelineEntry, _ after: TimelineEntry, _ moments: SortedNumbers
  ) -> UnexplainedGap? {
    guard let from = before.offset, let to = after.offset,
      (before.instant == nil) == (after.instant == nil),
      before.instant != nil || before.zone?.name == after.zone?.name
    else { return nil }
    let seconds = to - from - before.length
    // Nobody sits through days of an incident: what took so long went unnoticed.
    guard seconds > Postmortem.longestSilence, seconds < 86_400,
      !accounts(before, for: seconds), !accounts(after, for: seconds), !isTextBetween(before, after)
    else { return nil }
    if let start = before.moment, let end = after.moment, end > start + 1,
      moments.contains(in: start + 1...end - 1)
    {
      return nil
    }
    return UnexplainedGap(before: before, after: after, seconds: seconds)
  }

  /// Whether items or paragraphs without a time of their own tell what went on.
  private func isTextBetween(_ before: TimelineEntry, _ after: TimelineEntry) -> Bool {
    let text = reading.text
    let (first, last) = (text.line(at: before.span.start), text.line(at: after.span.start))
    let own = [text.lines[first].block, text.lines[text.line(at: before.textSpan.start)].block]
    return (first..<max(first, last)).dropFirst().contains { line in
      !own.contains(text.lines[line].block) && !text.lines[line].context.isCell
        && !text.lines[line].context.isHeading && reading.shapes.isReadable(line)
    }
  }

  /// Whether an entry speaks of a length of time that fills most of the gap, or of waiting.
  private func accounts(_ entry: TimelineEntry, for seconds: Int) -> Bool {
    reading.cues(of: entry).contains { $0.cue == .waiting }
      || reading.times(of: entry).contains {
        if case .duration(let length) = $0 { length.seconds * 2 >= seconds } else { false }
      }
  }
}

extension TimelineEntry {
  /// The seconds of an entry that is a range.
  fileprivate var length: Int {
    guard let time, let endTime, endTime > time else { return 0 }
    return endTime.secondsOfDay - time.secondsOfDay
  }
}
