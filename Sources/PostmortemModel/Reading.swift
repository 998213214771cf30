import MarkdownTree

/// What the readers of a report share, kept for the facts that are read only when a rule asks for them.
///
/// A fact that one rule needs is a computed property of `Postmortem`, so that a rule which is off costs nothing; one that
/// two rules need is stored.
struct Reading: Sendable {
  let text: ReportText
  let shapes: LineShapes
  let guidance: GuidanceReader
  let outline: Outline
  let day: IncidentDay
  /// The lines of the code fence that held the whole report and was taken away; one where it is not closed.
  let fences: [SourceSpan]
  let fileName: String?
}
