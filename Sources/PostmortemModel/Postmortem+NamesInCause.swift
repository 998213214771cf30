public import MarkdownTree

extension Postmortem {
  /// Names and handles of people in the sentences that tell the cause.
  public var namesInCause: [SourceSpan] {
    PersonReader(
      reading: reading, known: (metadata.authors.map { [$0.value] } ?? []) + tasks.compactMap(\.owner?.text)
    )
    .namesInCause()
  }
}
