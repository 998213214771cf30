public import MarkdownTree

extension Postmortem {
  /// Lines of the template or the assignment in sections that are filled in, from their first word on.
  public var leftoverGuidance: [SourceSpan] { LeftoverGuidanceReader(reading: reading).spans() }
}
