import MarkdownTree
import PostmortemModel

extension Rule {
  /// A timeline's entries stand in the order in which they happened.
  ///
  /// A reader infers cause and effect from the order; one mistyped time turns it around.
  static let timelineOutOfOrder = Rule(
    "timeline-out-of-order",
    "An entry that stands before an earlier one",
    severity: .error,
    page: PackageResources.timeline_out_of_order_md
  ) { postmortem in
    let timeline = postmortem.timeline
    if timeline.isNewestFirst, let first = timeline.entries.first {
      return [
        Violation(
          .newestFirst, at: first.span, help: "put the oldest entry first: cause comes before effect",
          severity: .info)
      ]
    }
    let order = Order(of: timeline)
    return timeline.outOfOrder.map { misplaced in
      let entry = timeline.entries[misplaced.entry]
      let later = timeline.entries[misplaced.after]
      return Violation(
        .misplaced(postmortem.document.quote(entry.span), after: postmortem.document.quote(later.span)),
        at: entry.span, help: order.help(for: entry, in: postmortem.document))
    }
  }

  /// The entries that are in order, to find where a misplaced one belongs.
  private struct Order {
    let entries: [TimelineEntry]

    init(of timeline: Timeline) {
      let misplaced = Set(timeline.outOfOrder.map(\.entry))
      entries = timeline.entries.indices
        .filter { !misplaced.contains($0) }
        .map { timeline.entries[$0] }
        .filter { $0.offset != nil }
        .sorted { ($0.timeline, $0.offset ?? 0, $0.line) < ($1.timeline, $1.offset ?? 0, $1.line) }
    }

    func help(for entry: TimelineEntry, in document: Document) -> String {
      let place = (entry.timeline, entry.offset ?? 0)
      let next = entries.partitioningIndex { ($0.timeline, $0.offset ?? 0) > place }
      if next > 0, entries[next - 1].timeline == entry.timeline {
        let other = entries[next - 1]
        return "it belongs after '\(document.quote(other.span))' on line \(other.line), or its time is mistyped"
      }
      guard next < entries.count, entries[next].timeline == entry.timeline else { return "check its time and date" }
      let other = entries[next]
      return "it belongs before '\(document.quote(other.span))' on line \(other.line), or its time is mistyped"
    }
  }
}

extension Message {
  fileprivate static let newestFirst: Message = "the timeline runs from newest to oldest"
  fileprivate static func misplaced(_ time: String, after later: String) -> Message {
    "'\(time)' stands after '\(later)', which is later"
  }
}
