import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report is as long as its profile asks for.
  ///
  /// Too short, and it leaves the reader with questions; too long, and nobody reads it.
  static let lengthOutOfRange = Rule(
    "length-out-of-range",
    "The report has more or fewer words than the profile asks for",
    severity: .warning,
    page: PackageResources.length_out_of_range_md
  ) { postmortem, profile in
    guard let range = profile.words else { return [] }
    let count = postmortem.proseWordCount
    // Whoever counts with another program comes to a slightly different number.
    let (low, high) = (range.lowerBound * 95 / 100, range.upperBound * 105 / 100)
    if count >= low, count <= high { return [] }
    return [
      Violation(
        .length(count, range), at: postmortem.title?.span ?? postmortem.document.opening,
        help: count < low
          ? "tell more of the cause and of what was tried" : "leave out what a reader does not need")
    ]
  }
}

extension Message {
  fileprivate static func length(_ count: Int, _ range: ClosedRange<Int>) -> Message {
    "the report has \(count) words, \(range.lowerBound) to \(range.upperBound) are asked for"
  }
}
