import MarkdownTree
import PostmortemModel

extension Rule {
  /// Each entry of a timeline stands for itself, in a list or a table.
  ///
  /// Markdown joins lines that follow each other, and a time inside a paragraph is found only by reading all of it.
  static let timelineNotAList = Rule(
    "timeline-not-a-list",
    "Entries that run together, or times inside prose",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.timeline_not_a_list_md
  ) { postmortem in
    postmortem.runTogetherEntries.map { run in
      let time = postmortem.document.quote(run.entry.span)
      if run.form == .prose {
        return Violation(
          .prose(time, count: run.count), at: run.entry.span,
          help: "write a list: each item opens with its time and tells one event")
      }
      let edits = run.itemising.map { Fix.Edit($0.span, $0.text) }
      return Violation(
        .joined(time, to: postmortem.document.quote(run.previous.span), count: run.count),
        at: run.entry.span, help: "write a list: each entry on a line of its own that opens with '- '",
        fix: edits.isEmpty ? nil : Fix("make it a list", edits: edits, safety: .suggestion))
    }
  }
}

extension Message {
  fileprivate static func prose(_ time: String, count: Int) -> Message {
    "the timeline's \(count) times stand inside sentences: '\(time)' is the first"
  }
  fileprivate static func joined(_ time: String, to previous: String, count: Int) -> Message {
    count > 2
      ? "\(count) entries run together: '\(time)' stands in the paragraph of '\(previous)'"
      : "'\(time)' stands in the paragraph of '\(previous)'"
  }
}
