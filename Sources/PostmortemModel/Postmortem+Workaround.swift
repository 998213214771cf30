public import MarkdownTree

extension Postmortem {
  /// The words by which the resolution calls itself provisional, where no measure or task may replace it.
  public var unreplacedWorkaround: SourceSpan? {
    let mayReplace = tasks.contains { task in
      task.kinds.isEmpty || task.kinds.contains { $0 == .prevent || $0 == .repair }
    }
    guard !mayReplace, !plansRepair else { return nil }
    return WorkaroundReader(text: reading.text, shapes: reading.shapes, outline: reading.outline).workaround()
  }

  /// Whether a measure speaks of prevention or repair.
  private var plansRepair: Bool {
    measures.contains { measure in
      let line = reading.text.line(at: measure.span.start)
      return reading.text.cues(ofLine: line).contains { $0.cue == .taskPrevent || $0.cue == .taskRepair }
    }
  }
}
