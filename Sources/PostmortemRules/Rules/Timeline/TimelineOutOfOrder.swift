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
          fix: sorting(postmortem), severity: .info)
      ]
    }
    if timeline.outOfOrder.isEmpty { return [] }
    let order = TimelineOrder(of: timeline)
    let fix = sorting(postmortem)
    return timeline.outOfOrder.map { misplaced in
      let entry = timeline.entries[misplaced.entry]
      let later = timeline.entries[misplaced.after]
      return Violation(
        .misplaced(postmortem.document.quote(entry.span), after: postmortem.document.quote(later.span)),
        at: entry.span, help: help(order.neighbour(of: entry), in: postmortem.document), fix: fix)
    }
  }

  /// One fix for all: an entry moved alone would change which others are misplaced.
  private static func sorting(_ postmortem: Postmortem) -> Fix? {
    let edits = postmortem.timelineSorting.map { Fix.Edit($0.span, $0.text) }
    return edits.isEmpty ? nil : Fix("sort the entries by time", edits: edits, safety: .suggestion)
  }

  private static func help(_ neighbour: TimelineOrder.Neighbour?, in document: Document) -> String {
    guard let neighbour else { return "check its time and its date" }
    let time = document.quote(neighbour.entry.span)
    let side = neighbour.isBefore ? "after" : "before"
    return "it belongs \(side) '\(time)' on line \(neighbour.entry.line), or its time is mistyped"
  }
}

extension Message {
  fileprivate static let newestFirst: Message = "the timeline runs from newest to oldest"
  fileprivate static func misplaced(_ time: String, after later: String) -> Message {
    "'\(time)' stands after '\(later)', which is later"
  }
}
