public import MarkdownTree

extension Postmortem {
  /// Words about what did not happen ("should have checked"), where summary, timeline and cause tell what did.
  public var counterfactuals: [SourceSpan] {
    CounterfactualReader(text: reading.text, shapes: reading.shapes, outline: reading.outline).spans()
  }

  /// Words and marks of excitement ("nightmare", "!!").
  public var animations: [SourceSpan] { AnimationReader(text: reading.text, shapes: reading.shapes).spans() }
}
