public import MarkdownTree

/// A code fence that is not closed where the code ends.
public struct UnclosedFence: Sendable {
  /// The line that opens it.
  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
  /// The first heading that it makes code of.
  public let heading: String
  /// The line, from 1, of the heading.
  public let headingLine: Int
}

extension Postmortem {
  /// The two lines of the code fence that holds the whole report; nil where there is none, or it is not closed.
  public var fenceAroundReport: (opening: SourceSpan, closing: SourceSpan)? {
    guard let opening = reading.fences.first, let closing = reading.fences.dropFirst().first else {
      return nil
    }
    return (opening, closing)
  }

  /// The fences that swallow headings of the report.
  public var unclosedFences: [UnclosedFence] { UnclosedFenceReader(reading: reading).fences() }
}
