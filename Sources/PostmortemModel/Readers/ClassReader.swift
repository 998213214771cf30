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
    if isEmpty && outline.sections.indices.allSatisfy({ !isKnown($0) }) {
      return .other
    }
    if isTemplate() { return .template }
    if isAssignment() { return .other }
    return isPostmortem() ? .postmortem : .other
  }

  // MARK: Template

  /// A form: most of its known sections hold hints or nothing, and nothing is told of a real incident. A title that says
  /// "template", or marks such as `{{name}}`, make less of it enough.
  private func isTemplate() -> Bool {
    let known = outline.sections.indices.filter { isKnown($0) && outline.sections[$0].form != .frontMatter }
    let entries = timeline.entries
    guard known.count >= 3, !entries.indices.contains(where: { tellsWhen(entries[$0]) }) else { return false }
    let timed = entries.indices.count { entries[$0].time != nil }
    guard timed <= 6 else { return false }
    let isForm =
      titleCues().contains { $0.cue == .templateTitle } || fileName.map(isTemplateName) == true
      || braces() >= 2
    guard timed == 0 || isForm else { return false }
    let blank = known.count { !holdsText(outline.sections[$0], isForm: isForm) }
    return blank * (isForm ? 2 : 3) >= known.count * (isForm ? 1 : 2)
  }

  private func tellsWhen(_ entry: TimelineEntry) -> Bool { entry.time != nil && entry.date != nil }

  private func isTemplateName(_ name: String) -> Bool { name.lowercased().contains("template") }

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
      let words = text.words(ofLine: line, from: start ?? 0)
      if words.isEmpty || guidance.isGuidance(line, from: start) || isForm && isHint(line, words) { continue }
      return true
    }
    return false
  }

  /// What a form says where a report tells: an empty field, a few words without a number, slanted type, a cell.
  private func isHint(_ line: Int, _ words: Range<Int>) -> Bool {
    if shapes.endsWithColon(line) || text.lines[line].context.isCell
      || shapes.isItem(line) && words.count <= 5
    {
      return true
    }
    if words.allSatisfy({ !text.style(ofWord: $0).isDisjoint(with: [.emphasis, .code]) }) { return true }
    return words.count <= 8 && !words.contains { text.words[$0].traits.contains(.digits) }
  }

  // MARK: Postmortem

  private func isKnown(_ section: Int) -> Bool {
    !outline.kindSet(of: section).isSubset(of: [.other, .title])
  }

  private func isPostmortem() -> Bool {
    var kinds: KindSet = []
    for index in outline.sections.indices where outline.sections[index].content != .empty {
      kinds.formUnion(outline.kindSet(of: index))
    }
    let strong = kinds.intersection(ClassReader.strongKinds).count
    let weak = kinds.intersection([.summary, .tasks, .escalation]).count
    let entries = timeline.entries
    let events = entries.indices.count { entries[$0].time != nil }
    var score = strong * 2 + weak + (events >= 3 ? 3 : 0)
    let title = titleCues()
    if title.contains(where: { $0.cue == .postmortemWord }) { score += 2 }
    if title.contains(where: { $0.cue == .otherTitle }) { score -= events >= 3 && strong >= 3 ? 1 : 6 }
    let others = otherHeadings()
    score -= others * 2
    if others > 0, let fileName, isReadme(fileName) { score -= 1 }
    let unknown = outline.sections.indices.count {
      outline.kindSet(of: $0) == .other && outline.sections[$0].level <= 6
    }
    if unknown > strong * 3 + weak + 2, events < 3 { score -= 3 }
    if title.contains(where: { $0.cue == .postmortemWord }),
      !title.contains(where: { $0.cue == .otherTitle }),
      others == 0, tellsTimes()
    {
      return true
    }
    return score >= (strong == 0 ? (others == 0 && unknown <= weak ? 1 : 3) : 2)
      && (strong > 0 || weak > 0 || events >= 3)
  }

  /// Whether the text, whatever its headings are called, tells when something happened.
  private func tellsTimes() -> Bool {
    guard text.words.count >= 60 else { return false }
    let timed = text.lines.indices.filter { shapes.isReadable($0) && text.tellsClock($0) }
    return timed.count >= 2 || outline.sections.isEmpty && timed.contains { text.tells(.range, $0) }
  }

  /// Whether the text repeats what an assignment asks for instead of telling anything: "Timeline must contain …".
  private func isAssignment() -> Bool {
    timeline.entries.isEmpty
      && text.lines.indices.count { text.holds(ClassReader.assignment, inLine: $0) } >= 3
  }

  private static let assignment = CueSet(.leftoverHint)

  private static let strongKinds: KindSet = [
    .timeline, .rootCause, .impact, .resolution, .detection, .lessons, .measures, .investigation,
  ]

  private func titleCues() -> ArraySlice<CueHit> {
    let index = outline.sections.indices.first {
      outline.kindSet(of: $0) == .title || outline.kindSet(of: $0) == .other
    }
    guard let index else {
      return outline.sections.isEmpty ? text.lines.indices.first.map { text.cues(ofLine: $0) } ?? [] : []
    }
    return text.cues(ofLine: text.line(at: outline.sections[index].span.start))
  }

  /// Headings that no report of an incident has: "Installation", "Decisions made", "Agenda".
  private func otherHeadings() -> Int {
    outline.sections.indices.count { index in
      guard outline.kindSet(of: index) == .other, outline.sections[index].level <= 6 else { return false }
      let line = text.line(at: outline.sections[index].span.start)
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
