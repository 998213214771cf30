import MarkdownTree
import PostmortemModel
import PostmortemRules

/// A reading for the writer: "is this how you meant it?"
struct InspectText {
  let postmortem: Postmortem
  let path: String
  let profile: Profile
  let fit: ProfileFit
  let paint: TextPaint

  var text: String {
    let head = paint.bold(SafeText.line(path)) + "  \(postmortem.kind.rawValue)\n"
    if postmortem.kind != .postmortem { return head + titleLine }
    let parts = [
      sections, completeness, score, InspectTimeline(postmortem: postmortem, paint: paint).text, impact,
      InspectActions(postmortem: postmortem, paint: paint).text,
    ]
    return head + titleLine + parts.filter { !$0.isEmpty }.map { "\n" + $0 }.joined()
  }

  private var titleLine: String {
    guard let title = postmortem.title else { return "" }
    return "  \(ShownText.short(title.text, limit: 100))\n"
  }

  private var sections: String {
    if postmortem.sections.isEmpty { return "" }
    let depths = depths
    let rows = zip(postmortem.sections, depths).map { section, depth in
      let kinds = section.kindNames.joined(separator: ", ")
      let name = String(repeating: "  ", count: min(depth, 8)) + ShownText.short(section.title, limit: 60)
      return "  \(right(section.line, 5))  \(ShownText.padded(name, to: 48))  "
        + "\(ShownText.padded(kinds, to: 24))  \(paint.dim(section.form.rawValue + note(section.content)))\n"
    }
    return paint.bold("Sections") + "\n" + rows.joined()
  }

  private func note(_ content: Section.Content) -> String {
    switch content {
    case .full: ""
    case .guidance: ", template text only"
    case .empty: ", empty"
    }
  }

  /// How deep each section stands. Parents come before their children.
  private var depths: [Int] {
    var depths: [Int] = []
    depths.reserveCapacity(postmortem.sections.count)
    for section in postmortem.sections {
      let parent = section.parent.flatMap { depths.indices.contains($0) ? depths[$0] : nil }
      depths.append(parent.map { $0 + 1 } ?? 0)
    }
    return depths
  }

  private var completeness: String {
    let completeness = Completeness(of: postmortem, in: profile)
    let required = completeness.required
    let count = completeness.required(.present).count
    let title =
      paint.bold("Completeness") + "  profile \(profile.name), \(count) of \(required.count)\n"
      + "  fits \(SafeText.line(fit.profile.name)) best: \(fit.reason)\n"
    return title + completeness.items.map(checkline).joined()
  }

  /// What each part earns, and what to do next for the most gain.
  private var score: String {
    let score = Score(of: postmortem, Completeness(of: postmortem, in: profile), in: profile)
    let next = score.next.flatMap { part in
      part.advice.map { ", most to gain: \($0) (+\(part.of - part.points))" }
    }
    let rows = score.parts.map { part in
      "  \(ShownText.padded(part.name, to: 12))\(right(part.points, 3)) of \(right(part.of, 2))"
        + (part.advice.map { "  " + paint.dim($0) } ?? "") + "\n"
    }
    return paint.bold("Score") + "  \(score.total) of 100\(next ?? "")\n" + rows.joined()
  }

  private func checkline(_ item: Completeness.Item) -> String {
    let line = item.line.map { "line \($0)" } ?? ""
    let note = item.isRequired ? "" : "recommended"
    let (mark, state) =
      switch item.status {
      case .present: (paint.good("✓"), line)
      case .empty: (paint.bad("✗"), "empty, \(line)")
      case .missing: (item.isRequired ? paint.bad("✗") : "–", "missing")
      }
    let name = ShownText.padded(item.requirement.name, to: 20)
    return "  \(mark) \(name)  \(note.isEmpty ? state : ShownText.padded(state, to: 16) + paint.dim(note))\n"
  }

  private var impact: String {
    let rows = postmortem.percentages.map { percentage in
      let value = Int(exactly: percentage.value).map { String($0) } ?? "\(percentage.value)"
      let meaning = percentage.isImpact ? "measures the impact" : paint.dim("something else")
      return "  \(right(percentage.line, 5))  \(ShownText.padded(value + " %", to: 8))  \(meaning)\n"
    }
    let verdict = postmortem.impact.isQuantified ? "told in numbers" : "not told in numbers"
    return paint.bold("Impact") + "  \(verdict)\n" + rows.joined()
  }

  private func right(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.utf8.count)) + digits
  }
}
