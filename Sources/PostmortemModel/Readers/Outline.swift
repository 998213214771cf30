import MarkdownTree

/// The sections with the innermost one of each text line.
///
/// An object, since it is handed to every reader.
final class Outline: Sendable {
  let sections: [Section]
  private let innermost: [Int32]
  /// The kinds of each section.
  private let own: [KindSet]
  /// The nearest section of a known kind of each section, itself included; -1 for none.
  private let telling: [Int32]
  /// The kinds of each section and of all around it.
  private let around: [KindSet]

  init(_ sections: [Section], lineCount: Int) {
    self.sections = sections
    var innermost = [Int32](repeating: -1, count: lineCount)
    var own: [KindSet] = []
    var telling: [Int32] = []
    var around: [KindSet] = []
    own.reserveCapacity(sections.count)
    telling.reserveCapacity(sections.count)
    around.reserveCapacity(sections.count)
    for index in sections.indices {
      let lines = sections[index].ownLines
      for line in lines.lowerBound..<max(lines.lowerBound, min(lines.upperBound, lineCount)) {
        innermost[line] = Int32(index)
      }
      let kinds = KindSet(sections[index].kinds)
      own.append(kinds)
      // A section stands behind the one around it.
      let parent = sections[index].parent ?? -1
      telling.append(kinds != .other ? Int32(index) : parent < 0 ? -1 : telling[parent])
      around.append(parent < 0 ? kinds : kinds.union(around[parent]))
    }
    (self.innermost, self.own, self.telling, self.around) = (innermost, own, telling, around)
  }

  /// The innermost section around a text line; nil above the first heading.
  func section(ofLine line: Int) -> Int? {
    line < innermost.count && innermost[line] >= 0 ? Int(innermost[line]) : nil
  }

  /// The kinds of the innermost section of a line that has a known kind.
  func kinds(ofLine line: Int) -> [SectionKind] {
    tellingSection(ofLine: line).map { sections[$0].kinds } ?? Outline.head
  }

  private static let head: [SectionKind] = [.title]

  /// The kinds of the innermost section of a line that has a known kind.
  func kindSet(ofLine line: Int) -> KindSet { tellingSection(ofLine: line).map { own[$0] } ?? .title }

  /// The kinds of a section.
  func kindSet(of section: Int) -> KindSet { own[section] }

  /// The kinds of a section, or of the nearest one around it that has a known kind.
  func kindSet(ofNearest section: Int) -> KindSet {
    telling[section] < 0 ? [] : own[Int(telling[section])]
  }

  /// Whether a section stands in one of a kind, at any depth.
  func isSection(_ section: Int, within kind: KindSet) -> Bool {
    sections[section].parent.map { around[$0].overlaps(kind) } ?? false
  }

  private func tellingSection(ofLine line: Int) -> Int? {
    guard let section = section(ofLine: line), telling[section] >= 0 else { return nil }
    return Int(telling[section])
  }

  /// Whether a line stands in a section of a kind, at any depth.
  func isLine(_ line: Int, in kind: SectionKind) -> Bool { isLine(line, inAny: KindSet(kind)) }

  /// Whether a line stands in a section of one of several kinds, at any depth.
  func isLine(_ line: Int, inAny kinds: KindSet) -> Bool {
    section(ofLine: line).map { around[$0].overlaps(kinds) } ?? false
  }
}
