import PostmortemModel

/// The measures, each with the tasks that carry it out and why, and the tasks with what is known of them.
struct InspectActions {
  let postmortem: Postmortem
  let paint: TextPaint

  var text: String { [measures, tasks].filter { !$0.isEmpty }.joined(separator: "\n") }

  private var measures: String {
    if postmortem.measures.isEmpty { return "" }
    return paint.bold("Measures") + "\n" + postmortem.measures.map(block).joined()
  }

  private func block(_ measure: Measure) -> String {
    let head = "  \(line(measure.line))  \(ShownText.short(measure.text, limit: 90))\n"
    if measure.matches.isEmpty { return head + nearest(measure) }
    return head
      + measure.matches.map { match in
        "         → \(task(match.task))  \(paint.dim("(\(reason(match.reason)))"))\n"
      }.joined()
  }

  private func nearest(_ measure: Measure) -> String {
    let near = measure.nearest.map(task).joined(separator: "; ")
    return "         \(paint.bad("✗")) no task carries it out\(near.isEmpty ? "" : "; nearest: \(near)")\n"
  }

  private func task(_ index: Int) -> String {
    guard postmortem.tasks.indices.contains(index) else { return "?" }
    let task = postmortem.tasks[index]
    return "\(task.line) \(ShownText.short(task.text, limit: 70))"
  }

  private func reason(_ reason: Measure.Match.Reason) -> String {
    switch reason {
    case .nested: "beneath it"
    case .named: "names it"
    case .parallel: "same place in the other list"
    case .words(let words): "shares \(words.map { "'\(SafeText.line($0))'" }.joined(separator: ", "))"
    }
  }

  private var tasks: String {
    if postmortem.tasks.isEmpty { return "" }
    return paint.bold("Tasks") + "\n" + postmortem.tasks.map(row).joined()
  }

  private func row(_ task: ActionItem) -> String {
    let known = [("owner", task.owner), ("due", task.due), ("tracker", task.tracker)].map { name, attribute in
      attribute.map { "\(name) \(ShownText.short($0.text, limit: 40))" } ?? "no \(name)"
    }
    let state = task.state.map { $0 == .done ? ["done"] : ["open"] } ?? []
    let facts = known + state + [task.isConcrete ? "concrete" : vagueness(task.vagueness)]
    return "  \(line(task.line))  \(ShownText.short(task.text, limit: 90))\n"
      + "         \(paint.dim(facts.joined(separator: " · ")))\n"
  }

  private func vagueness(_ vagueness: ActionItem.Vagueness?) -> String {
    switch vagueness {
    case .verb(let words, _): "vague: '\(SafeText.line(words))'"
    case .recurring(let words, _): "recurs without end: '\(SafeText.line(words))'"
    case .attitude(let words, _): "asks for care: '\(SafeText.line(words))'"
    case .noAction: "names no action"
    case nil: "concrete"
    }
  }

  private func line(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 5 - digits.utf8.count)) + digits
  }
}
