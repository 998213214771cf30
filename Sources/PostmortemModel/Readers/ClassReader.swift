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
    if isEmpty && outline.sections.allSatisfy({ $0.kinds == [.other] || $0.kinds == [.title] }) { return .other }
    if isTemplate() { return .template }
    return isPostmortem() ? .postmortem : .other
  }

  // MARK: Template

  /// A form: most of its known sections hold hints or nothing, and no entry of its timeline has a time.
  private func isTemplate() -> Bool {
    let known = outline.sections.filter { isKnown($0) && $0.form != .frontMatter }
    guard known.count >= 3, !timeline.entries.contains(where: { $0.time != nil }) else { return false }
    let blank = known.count { !holdsText($0) }
    return blank * 3 >= known.count * 2
  }

  /// Whether a section tells something itself, whatever its subsections hold.
  private func holdsText(_ section: Section) -> Bool {
    if section.content != .full || section.kinds == [.timeline] { return false }
    for line in section.ownLines {
      let start = section.form == .label && line == section.ownLines.lowerBound ? section.bodyStart : nil
      if text.wordRanges[line].contains(where: { Int(text.words[$0].start) >= start ?? 0 }), !guidance.isGuidance(line, from: start) {
        return true
      }
    }
    return false
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
        case .timeline, .rootCause, .impact, .resolution, .detection, .lessons, .measures, .investigation: strong.insert(kind)
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
    return score >= (strong.isEmpty ? (others == 0 && unknown <= weak.count ? 1 : 3) : 2)
      && (!strong.isEmpty || !weak.isEmpty || events >= 3)
  }

  private func titleCues() -> Set<Cue> {
    guard let heading = outline.sections.first(where: { $0.kinds == [.title] || $0.kinds == [.other] }) else { return [] }
    let line = text.line(at: heading.span.start)
    return Set(text.cues[text.cueRanges[line]].map(\.cue))
  }

  /// Headings that no report of an incident has: "Installation", "Decisions made", "Agenda".
  private func otherHeadings() -> Int {
    outline.sections.count { section in
      guard section.level <= 6, section.kinds == [.other] else { return false }
      let line = text.line(at: section.span.start)
      let words = text.wordRanges[line]
      return text.cues[text.cueRanges[line]].contains {
        $0.cue == .otherHeading && ($0.words.count >= 2 || $0.words.count == words.count)
      }
    }
  }

  private func isReadme(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("readme.md") || name.hasSuffix("readme.markdown")
  }
}
