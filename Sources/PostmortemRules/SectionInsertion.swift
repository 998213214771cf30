import MarkdownTree
import PostmortemModel

/// A section that is to be filled in, at the place that the profile's order gives it.
struct SectionInsertion {
  private let postmortem: Postmortem
  private let profile: Profile

  init(in postmortem: Postmortem, _ profile: Profile) {
    self.postmortem = postmortem
    self.profile = profile
  }

  func fix(for requirement: Profile.Requirement) -> Fix? {
    let part = requirement.parts.first { $0 == .kind(.tasks) } ?? requirement.parts.first
    guard let part, let name = part.customaryNames.first else { return nil }
    let body = "\(marks) \(name)\n\n<!-- \(part.guidance) -->\n"
    let source = postmortem.document.source
    let edit: Fix.Edit
    if let next = successor(of: requirement) {
      let start = source.start(ofLine: next.line - 1)
      edit = Fix.Edit(SourceSpan(start, start), body + "\n")
    } else {
      let end = source.bytes.count
      let isEnded = source.bytes.last.map { $0 == 0x0A || $0 == 0x0D } ?? true
      edit = Fix.Edit(SourceSpan(end, end), (isEnded ? "\n" : "\n\n") + body)
    }
    return Fix("add an empty section", edits: [edit], safety: .suggestion)
  }

  private var demands: [Profile.Requirement] { profile.required + profile.recommended }

  /// The first chapter that the profile has after the missing one, so that all before it stay before it.
  private func successor(of requirement: Profile.Requirement) -> Section? {
    guard let place = demands.firstIndex(of: requirement) else { return nil }
    let later = demands[(place + 1)...].flatMap(\.parts)
    let index = chapters.lastIndex { chapter in !later.contains { chapter.isPart($0) } }
    let rest = chapters[(index.map { $0 + 1 } ?? 0)...]
    return rest.first
  }

  /// The headings of Markdown on the level below the title.
  private var chapters: [Section] {
    let bytes = postmortem.document.source.bytes
    return postmortem.sections.filter { section in
      section.form == .atx && !section.isKind(.title) && section.level == level
        && bytes[postmortem.document.source.start(ofLine: section.line - 1)] == UInt8(ascii: "#")
    }
  }

  private var level: Int {
    let levels = postmortem.sections.filter { $0.form == .atx && !$0.isKind(.title) && !$0.isKind(.other) }
    return levels.map(\.level).min() ?? 2
  }

  private var marks: String { String(repeating: "#", count: max(1, min(6, level))) }
}
