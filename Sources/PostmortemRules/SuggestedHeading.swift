import MarkdownTree
import PostmortemModel

extension Section {
  /// The title without the colon that makes a line a heading, and without marks that Markdown made nothing of.
  var name: String {
    let bytes = title.utf8
    guard let first = bytes.firstIndex(where: { !Section.isMark($0) }),
      let last = bytes.lastIndex(where: { !Section.isMark($0) })
    else { return "" }
    return String(title[first..<bytes.index(after: last)])
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "#"), 0x20,
      0x09:
      true
    default: false
    }
  }

  /// Whether Markdown knows it as a heading.
  var isHeading: Bool { level <= 6 }
}

/// The level of each section's heading; of bold and plain lines the one that they would have as headings.
struct HeadingLevels {
  /// By the index of the section.
  let levels: [Int]

  /// A line that is no heading yet gets the level of the heading that follows it beside it, else one below the heading
  /// around it; a chapter below the title if there is none.
  init(of postmortem: Postmortem) {
    let sections = postmortem.sections
    var levels = sections.map(\.level)
    // By the heading around them, -1 for none: the level of the next heading.
    var following: [Int: Int] = [:]
    for index in sections.indices.reversed() {
      var around = sections[index].parent
      while let outer = around, !sections[outer].isHeading { around = sections[outer].parent }
      if sections[index].isHeading {
        if !sections[index].isKind(.title) { following[around ?? -1] = sections[index].level }
      } else {
        let below = around.map { sections[$0].level + 1 } ?? 2
        levels[index] = min(6, following[around ?? -1] ?? below)
      }
    }
    self.levels = levels
  }
}

extension Postmortem {
  /// "## Impact".
  func heading(_ section: Section, level: Int) -> String {
    String(repeating: "#", count: level) + " " + section.name
  }

  /// Only a line that holds nothing else can become a heading: no list marker, quote mark or indented code.
  func edits(making section: Section, _ heading: String) -> [Fix.Edit] {
    let line = document.source.span(ofLine: section.line - 1)
    let lead = line.start..<max(line.start, min(section.span.start, line.end))
    guard lead.count < 6 else { return [] }
    let bytes = document.source.bytes
    var blanks = 0
    for offset in lead {
      switch bytes[offset] {
      case UInt8(ascii: " "): if blanks == offset - lead.lowerBound { blanks += 1 }
      case UInt8(ascii: "*"), UInt8(ascii: "_"): break
      default: return []
      }
    }
    return blanks < 4 ? [Fix.Edit(line, heading)] + outdents(after: section.line) : []
  }

  /// The indentation of the lines that go on with the heading's paragraph: below a heading it would make them code.
  private func outdents(after number: Int) -> [Fix.Edit] {
    let source = document.source
    var edits: [Fix.Edit] = []
    var common: ArraySlice<UInt8> = []
    for line in number..<max(number, source.lineCount) {
      let span = source.span(ofLine: line)
      let blanks = source.bytes[span.range].prefix { $0 == 0x20 || $0 == 0x09 }
      if blanks.count == span.length { break }
      if edits.isEmpty {
        guard blanks.count >= 4 || blanks.contains(0x09) else { break }
        common = blanks
      }
      guard blanks.starts(with: common) else { break }
      edits.append(Fix.Edit(SourceSpan(span.start, span.start + common.count), ""))
    }
    return edits
  }
}
