import MarkdownTree
import PostmortemModel

/// Sections that are to be filled in, each at the place that the profile's order gives it.
struct SectionInsertions {
  /// One for each section that is missing; nil where nothing tells its place.
  private(set) var fixes: [Fix?] = []

  private let postmortem: Postmortem
  private let demands: [Profile.Requirement]
  /// The headings of one level below the title, those included that are still lines.
  private let chapters: [Section]
  private let level: Int

  init(of missing: [Profile.Requirement], in postmortem: Postmortem, _ profile: Profile) {
    self.postmortem = postmortem
    demands = profile.required + profile.recommended
    (chapters, level) = SectionInsertions.chapters(of: postmortem)
    var taken: Set<Int> = []
    for requirement in missing {
      guard let name = SectionInsertions.name(for: requirement), let place = place(of: requirement) else {
        fixes.append(nil)
        continue
      }
      let body = "\(String(repeating: "#", count: level)) \(name)\n\n<!-- \(guidance(for: requirement)) -->\n"
      let isFirst = taken.insert(place).inserted
      let edit = Fix.Edit(SourceSpan(place, place), spaced(body, at: place, isFirst: isFirst))
      fixes.append(Fix("add an empty section", edits: [edit], safety: .suggestion))
    }
  }

  // Tasks can carry out measures that are told elsewhere, measures alone carry out nothing.
  private static func part(of requirement: Profile.Requirement) -> Profile.Part? {
    requirement.parts.first { $0 == .kind(.tasks) } ?? requirement.parts.first
  }

  private static func name(for requirement: Profile.Requirement) -> String? {
    part(of: requirement)?.customaryNames.first
  }

  private func guidance(for requirement: Profile.Requirement) -> String {
    SectionInsertions.part(of: requirement)?.guidance ?? ""
  }

  /// Before the chapter that follows in the profile's order, or behind the one that precedes it there.
  private func place(of requirement: Profile.Requirement) -> Int? {
    guard let index = demands.firstIndex(of: requirement) else { return nil }
    let earlier = demands[..<index].flatMap(\.parts)
    let later = demands[(index + 1)...].flatMap(\.parts)
    let last = chapters.lastIndex { chapter in earlier.contains(where: chapter.isPart) }
    let rest = chapters[(last.map { $0 + 1 } ?? 0)...]
    let next = rest.first { chapter in later.contains(where: chapter.isPart) }
    if last != nil { return (next ?? rest.first).map(start) ?? end }
    // What follows stands in a list or a line of its own, where no heading can go between.
    let opening = postmortem.sections.prefix { $0.line < chapters.first?.line ?? Int.max }
    if opening.contains(where: { section in later.contains(where: section.isPart) }) { return nil }
    return (next ?? (index == 0 ? rest.first : nil)).map(start) ?? end
  }

  private func start(of chapter: Section) -> Int {
    postmortem.document.source.start(ofLine: chapter.line - 1)
  }

  private var end: Int { postmortem.document.source.bytes.count }

  /// With one blank line before and behind it.
  private func spaced(_ body: String, at place: Int, isFirst: Bool) -> String {
    let source = postmortem.document.source
    let line = source.line(at: place)
    if place < end { return (!isFirst || isBlank(line - 1) ? "" : "\n") + body + "\n" }
    // A line that no line end closes stays so: the last of the new ones, too.
    if source.start(ofLine: line) < end { return (isFirst && isBlank(line) ? "\n" : "\n\n") + body }
    return (isFirst && isBlank(line - 1) ? "" : "\n") + body
  }

  /// Whether a line holds nothing; there is nothing above the first.
  private func isBlank(_ line: Int) -> Bool {
    let source = postmortem.document.source
    return line < 0 || source.bytes[source.span(ofLine: line).range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func chapters(of postmortem: Postmortem) -> ([Section], level: Int) {
    let levels = HeadingLevels(of: postmortem).levels
    let source = postmortem.document.source
    let headings = zip(postmortem.sections, levels).filter { section, _ in
      if section.isKind(.title) || source.start(ofLine: section.line - 1) > section.span.start {
        return false
      }
      switch section.form {
      case .atx, .setext: return !isInside(section, source)
      case .boldLine, .plainLine: return !section.isKind(.other) && !isInside(section, source)
      case .html, .item, .label, .row, .frontMatter: return false
      }
    }
    let title = postmortem.sections.first { $0.isKind(.title) && $0.isHeading }
    let level = headings.filter { !$0.0.isKind(.other) }.map(\.1).min() ?? min(6, (title?.level ?? 1) + 1)
    return (headings.filter { $0.1 == level }.map(\.0), level)
  }

  /// Whether its line opens with the mark of a list or a quote, where what is inserted would end that.
  private static func isInside(_ section: Section, _ source: SourceText) -> Bool {
    let lead = source.bytes[source.start(ofLine: section.line - 1)..<section.span.start]
    return lead.first == 0x20 || !lead.allSatisfy { " #*_".utf8.contains($0) }
  }
}
