public import MarkdownTree

/// A chain of "why?" under a heading of its own.
public struct WhyChain: Sendable {
  public let heading: SourceSpan
  /// The number of links.
  public let count: Int
  /// The person at whom the last link stops.
  public let person: SourceSpan?
}

extension Postmortem {
  /// The chains of questions under headings such as "5 whys", in source order.
  public var whyChains: [WhyChain] {
    FiveWhysReader(text: reading.text, shapes: reading.shapes, outline: reading.outline, blame: blame)
      .chains()
  }
}
