public import MarkdownTree

extension Postmortem {
  /// "Many users", "several customers", where summary or impact tell the hit and no number stands near.
  public var vagueQuantities: [SourceSpan] {
    VagueQuantityReader(
      text: reading.text, shapes: reading.shapes, outline: reading.outline, impact: impact
    ).quantities()
  }
}
