import MarkdownTree
import PostmortemModel

/// What pmlint reads of a text, in short notations, so that a test can show a whole reading.
struct Reading {
  let postmortem: Postmortem

  init(_ text: String, fileName: String? = nil) {
    postmortem = Postmortem(reading: SourceText(text), fileName: fileName)
  }

  private func text(_ span: SourceSpan) -> String {
    postmortem.document.source.text(span).split { $0 == " " || $0.isNewline }.joined(separator: " ")
  }

  /// The sections but the title and those of no known kind: "3 root-cause+resolution atx".
  var sections: [String] {
    postmortem.sections.filter { $0.kinds != [.title] && $0.kinds != [.other] }.map { section in
      "\(section.line) \(section.kinds.map(\.rawValue).joined(separator: "+")) \(section.form.rawValue)"
    }
  }

  /// The entries: "7 14:30 2024-05-13 UTC", "-" for what is not told.
  var timeline: [String] {
    postmortem.timeline.entries.map { entry in
      let end = entry.endTime.map { "-\($0)" } ?? ""
      return "\(entry.line) \(entry.time?.description ?? "-")\(end) \(entry.date?.description ?? "-") "
        + (entry.zone?.name ?? "-")
    }
  }

  /// The words of the entries.
  var texts: [String] { postmortem.timeline.entries.map { text($0.textSpan) } }

  /// The lines of the entries that stand out of order.
  var misplaced: [Int] {
    postmortem.timeline.outOfOrder.map { postmortem.timeline.entries[$0.entry].line }
  }

  /// The phases of each entry, joined with commas.
  var phases: [String] {
    postmortem.timeline.entries.map { $0.phases.map(\.rawValue).joined(separator: ", ") }
  }

  /// "80 impact share", "98".
  var percentages: [String] {
    postmortem.percentages.map { percentage in
      let value =
        percentage.value.rounded() == percentage.value
        ? String(Int(percentage.value)) : String(percentage.value)
      return value + (percentage.isImpact ? " impact" : "") + (percentage.isShare ? " share" : "")
    }
  }

  /// "percentage '80 %'".
  var measurements: [String] {
    postmortem.impact.measurements.map { "\($0.kind) '\(text($0.span))'" }
  }

  /// "5 Improve testing -> 9 nested, 10 words".
  var measures: [String] {
    postmortem.measures.map { measure in
      let tasks = measure.matches.map { match in
        "\(postmortem.tasks[match.task].line) \(Self.name(match.reason))"
      }
      return "\(measure.line) \(measure.text)"
        + (tasks.isEmpty ? "" : " -> ") + tasks.joined(separator: ", ")
        + (measure.isCovered ? "" : " (uncovered)")
    }
  }

  private static func name(_ reason: Measure.Match.Reason) -> String {
    switch reason {
    case .nested: "nested"
    case .named: "named"
    case .parallel: "parallel"
    case .words: "words"
    }
  }

  /// "9 Add an alert | owner Ada | due Friday | tracker #12 | open", with " | vague" unless it is concrete.
  var tasks: [String] {
    postmortem.tasks.map { task in
      var parts = ["\(task.line) \(task.text)"]
      if let owner = task.owner { parts.append("owner \(owner.text)") }
      if let due = task.due { parts.append("due \(due.text)") }
      if let tracker = task.tracker { parts.append("tracker \(tracker.text)") }
      if let state = task.state { parts.append("\(state)") }
      if !task.isConcrete { parts.append("vague") }
      return parts.joined(separator: " | ")
    }
  }

  /// "'2 hours' fits", "'4 hours' conflicts".
  var statements: [String] {
    postmortem.statements.map { statement in
      "'\(text(statement.span))' " + (statement.conflict == nil ? "fits" : "conflicts")
    }
  }

  /// "actor 'Bob forgot'".
  var blame: [String] { postmortem.blame.map { "\($0.kind) '\(text($0.span))'" } }

  var placeholders: [String] { postmortem.placeholders.map { text($0.span) } }
}
