public import MarkdownTree

extension Postmortem {
  /// The words that say that the cause is not known.
  public var unknownCauses: [SourceSpan] { unknowns.causes() }

  /// The words that say that the extent of the impact is not known.
  public var unknownImpacts: [SourceSpan] { unknowns.impacts() }

  /// Whether a measure or task is to find something out.
  public var plansInvestigation: Bool {
    tasks.contains { $0.kinds.contains(.investigate) }
      || reading.text.lines.indices.contains { line in
        reading.outline.isLine(line, inAny: [.tasks, .measures])
          && reading.text.cues(ofLine: line).contains { $0.cue == .taskInvestigate }
      }
  }

  private var unknowns: UnknownReader {
    UnknownReader(text: reading.text, shapes: reading.shapes, outline: reading.outline)
  }
}
