public import MarkdownTree

extension Postmortem {
  /// The words of a cause that is named and not explained: under 25, or 13 where they stand in
  /// several clauses, no number, and none that leads from one thing to another.
  public var unexplainedCause: SourceSpan? {
    let depth = depth(of: .rootCause)
    let limit = depth.hasClauses ? 13 : 25
    guard depth.wordCount > 0, depth.wordCount < limit, !depth.hasMore, !depth.hasNumber,
      !depth.tellsMechanism, !depth.tellsChange, unknownCauses.isEmpty
    else { return nil }
    return depth.opening
  }

  /// The words of a resolution that tell that it ended, and not what was changed.
  public var changelessResolution: SourceSpan? {
    let depth = depth(of: .resolution)
    guard depth.wordCount > 0, depth.wordCount < 15, !depth.hasMore, !depth.tellsChange, depth.tellsEnd
    else { return nil }
    return depth.opening
  }

  /// How many words the cause has, and whether any leads from one thing to another ("because", "led to", "when").
  public var causeDepth: (wordCount: Int, tellsMechanism: Bool) {
    let depth = depth(of: .rootCause)
    return (depth.wordCount, depth.tellsMechanism)
  }

  private func depth(of kind: SectionKind) -> SectionDepth {
    SectionDepth(of: kind, reading.text, reading.shapes, reading.outline)
  }
}
