public import MarkdownTree

/// A share that another section tells differently.
public struct ShareConflict: Sendable {
  public let span: SourceSpan
  /// The share that was told first.
  public let earlier: SourceSpan
}

extension Postmortem {
  /// Shares of the same thing with different values in summary, impact and conclusion.
  public var shareConflicts: [ShareConflict] {
    ShareReader(text: reading.text, outline: reading.outline, percentages: percentages).conflicts()
  }
}
