import MarkdownTree

/// Tells a postmortem from a blank form and from everything else that lies in the same folder.
struct ClassReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let timeline: Timeline
  let guidance: GuidanceReader
  let fileName: String?

  func kind(isEmpty: Bool) -> Postmortem.Class {
    if isEmpty && outline.sections.allSatisfy({ $0.kinds == [.other] || $0.kinds == [.title] }) {
      return .other
    }
    if isTemplate() { return .template }
    return isPostmortem() ? .postmortem : .other
  }

  // MARK: Template

  /// A form: most of its known sections hold hints or nothing, and nothing is told of a real incident. A title that says
  /// "template", or marks such as `{{name}}`, make less of it enough.
  private func isTemplate() -> Bool {
    let known = outline.sections.filter { isKnown($0) && $0.form != .frontMatter }
    let isCalled = titleCues().contains(.templateTitle) || fileName?.lowercased().contains("template") == true
    let isForm = isCalled || braces() >= 2
    let dated = timeline.entries.count { $0.time != nil && $0.date != nil }
    let timed = timeline.entries.count { $0.time != nil }
    guard known.count >= 3, dated == 0, timed == 0 || isForm && timed <= 6 else { return false }
    let blank = known.count { !holdsText($0, isForm: isForm) }
    return blank * (isForm ? 2 : 3) >= known.count * (isForm ? 1 : 2)
  }

  /// How often `{{` opens a placeholder.
  private func braces() -> Int {
    text.lines.indices.reduce(0) { count, line in
      guard guidance.hasBracket[line] else { return count }
      return count
        + text.lines[line].span.range.dropLast().count {
          text.plain[$0] == UInt8(ascii: "{") && text.plain[$0 + 1] == UInt8(ascii: "{")
        }
    }
  }

  /// Whether a section tells something itself, whatever its subsections hold.
  private func holdsText(_ section: Section, isForm: Bool) -> Bool {
    if section.content != .full || section.kinds == [.timeline] { return false }
    for line in section.ownLines {
      let start = section.form == .label && line == section.ownLines.lowerBound ? section.bodyStart : nil
      let words = text.wordRanges[line].filter { Int(text.words[$0].start) >= start ?? 0 }
      if words.isEmpty || guidance.isGuidance(line, from: start) || isForm && isHint(line, words) { continue }
      return true
    }
    return false
  }

  /// What a form says where a report tells: an empty field, a few words without a number, slanted type, a cell.
  private func isHint(_ line: Int, _ words: [Int]) -> Bool {
    if shapes.endsWithColon(line) || text.lines[line].context.isCell
      || shapes.isItem(line) && words.count <= 5
    {
      return true
    }
    if words.allSatisfy({ !text.style(ofWord: $0).isDisjoint(with: [.emphasis, .code]) }) { return true }
    return words.count <= 8 && !words.contains { text.words[$0].traits.contains(.digits) }
  }

  // MARK: Postmortem

  private func isKnown(_ section: Section) -> Bool {
    section.kinds.contains { $0 != .other && $0 != .title }
  }

  private func isPostmortem() -> Bool {
    var strong: Set<SectionKind> = []
    var weak: Set<SectionKind> = []
    for section in outline.sections where section.content != .empty {
      for kind in section.kinds {
        switch kind {
        case .timeline, .rootCause, .impact, .resolution, .detection, .lessons, .measures, .investigation:
          strong.insert(kind)
        case .summary, .tasks, .escalation: weak.insert(kind)
        case .title, .metadata, .conclusion, .references, .background, .other: break
        }
      }
    }
    let events = timeline.entries.count { $0.time != nil }
    var score = strong.count * 2 + weak.count + (events >= 3 ? 3 : 0)
    let title = titleCues()
    if title.contains(.postmortemWord) { score += 2 }
    if title.contains(.otherTitle) { score -= events >= 3 && strong.count >= 3 ? 1 : 6 }
    let others = otherHeadings()
    score -= others * 2
    if let fileName, isReadme(fileName), others > 0 { score -= 1 }
    let unknown = outline.sections.count { $0.kinds == [.other] && $0.level <= 6 }
    if unknown > strong.count * 3 + weak.count + 2, events < 3 { score -= 3 }
    if title.contains(.postmortemWord), !title.contains(.otherTitle), others == 0, tellsTimes() {
      return true
    }
    return score >= (strong.isEmpty ? (others == 0 && unknown <= weak.count ? 1 : 3) : 2)
      && (!strong.isEmpty || !weak.isEmpty || events >= 3)
  }

  /// Whether the text, whatever its headings are called, tells when something happened.
  private func tellsTimes() -> Bool {
    text.words.count >= 60 && text.lines.indices.count { shapes.isReadable($0) && text.tellsClock($0) } >= 2
  }

  private func titleCues() -> Set<Cue> {
    guard let heading = outline.sections.first(where: { $0.kinds == [.title] || $0.kinds == [.other] }) else {
      return []
    }
    let line = text.line(at: heading.span.start)
    return Set(text.cues(ofLine: line).map(\.cue))
  }

  /// Headings that no report of an incident has: "Installation", "Decisions made", "Agenda".
  private func otherHeadings() -> Int {
    outline.sections.count { section in
      guard section.level <= 6, section.kinds == [.other] else { return false }
      let line = text.line(at: section.span.start)
      let words = text.wordRanges[line]
      return text.cues(ofLine: line).contains {
        $0.cue == .otherHeading && ($0.words.count >= 2 || $0.words.count == words.count)
      }
    }
  }

  private func isReadme(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("readme.md") || name.hasSuffix("readme.markdown")
  }
}
