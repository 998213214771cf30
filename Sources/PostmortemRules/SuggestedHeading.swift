import MarkdownTree
import PostmortemModel

extension Section {
  /// The title without the colon that makes a line a heading, and without marks that Markdown made nothing of.
  var name: String {
    let isMark: (Unicode.Scalar) -> Bool = { "*_:;# \t".unicodeScalars.contains($0) }
    let scalars = title.unicodeScalars
    let end = scalars.lastIndex { !isMark($0) }.map { scalars.index(after: $0) } ?? scalars.endIndex
    return String(scalars[..<end].drop { isMark($0) })
  }
}

extension Postmortem {
  /// "## Impact": one level below the heading around it, and a chapter below the title.
  func heading(_ section: Section) -> String {
    var around = section.parent
    while let index = around, sections[index].level > 6 { around = sections[index].parent }
    var chapter = 1
    if let around { chapter = sections[around].level }
    return "\(Postmortem.marks[min(6, chapter + 1)]) \(section.name)"
  }

  /// The marks of each level.
  private static let marks = ["", "#", "##", "###", "####", "#####", "######"]

  /// Only a line that holds nothing else can become a heading: no list marker, quote mark or indented code.
  func edit(making section: Section, _ heading: String) -> Fix.Edit? {
    let line = document.source.span(ofLine: section.line - 1)
    let lead = line.start..<max(line.start, min(section.span.start, line.end))
    guard lead.count < 6 else { return nil }
    let bytes = document.source.bytes
    var blanks = 0
    for offset in lead {
      switch bytes[offset] {
      case UInt8(ascii: " "): if blanks == offset - lead.lowerBound { blanks += 1 }
      case UInt8(ascii: "*"), UInt8(ascii: "_"): break
      default: return nil
      }
    }
    return blanks < 4 ? Fix.Edit(line, heading) : nil
  }
}
