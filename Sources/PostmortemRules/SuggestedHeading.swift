import MarkdownTree
import PostmortemModel

extension Section {
  /// The title without the colon that makes a line a heading.
  var name: String { title.last == ":" ? String(title.dropLast()) : title }
}

extension Postmortem {
  /// "## Impact": one level below the heading around it, and a chapter below the title.
  func heading(_ section: Section) -> String {
    var around = section.parent
    while let index = around, sections[index].level > 6 { around = sections[index].parent }
    let chapter = around.map { sections[$0] }.flatMap { $0.isKind(.title) ? nil : $0.level } ?? 1
    return String(repeating: "#", count: min(6, chapter + 1)) + " \(section.name)"
  }

  /// Only a line that holds nothing else can become a heading: no list marker, quote mark or indented code.
  func edit(making section: Section) -> Fix.Edit? {
    let line = document.source.span(ofLine: section.line - 1)
    let lead = document.source.bytes[line.start..<min(section.span.start, line.end)]
    guard lead.count < 6, lead.allSatisfy({ [0x20, 0x2A, 0x5F].contains($0) }),
      !lead.starts(with: [32, 32, 32, 32])
    else { return nil }
    return Fix.Edit(line, heading(section))
  }
}
