import MarkdownTree
import PostmortemRules

extension Baseline.Entry {
  /// What stays the same of a finding while the file changes elsewhere.
  init(_ finding: Finding, in file: LintedFile) {
    let message = FindingSubject.steady(FindingSubject.oneLine(finding.message))
    let words = FindingSubject.words(of: finding, in: file)
    // Most messages quote the place already.
    let isQuoted = words.isEmpty || message.contains("'\(words)'")
    self.init(rule: finding.rule, subject: isQuoted ? message : "\(message) | \(words)")
  }
}

/// The words that tell a finding from others of its rule in the same file.
enum FindingSubject {
  /// So many scalars of the place are enough to know it by; edits further on do not matter.
  private static let limit = 80

  /// The text at the place; nothing for findings on the whole file, which stand on its first line for want of a better.
  static func words(of finding: Finding, in file: LintedFile) -> String {
    if let opening = file.opening, opening.contains(finding.span) || finding.span.contains(opening) {
      return ""
    }
    let end = min(finding.span.end, finding.span.start + 8 * limit)
    let line = oneLine(file.source.text(SourceSpan(finding.span.start, end)))
    var words = String.UnicodeScalarView()
    words.append(contentsOf: line.unicodeScalars.prefix(limit))
    return oneLine(String(words))
  }

  /// White space and control characters folded to one blank, none at the ends.
  static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x21 || (0x7F...0xA0).contains(scalar.value) || scalar.properties.isWhitespace {
        if let last = line.last, last != " " { line.append(" ") }
      } else {
        line.append(scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }

  /// A message without its numbers: they count lines, or things elsewhere in the file. What it quotes is left alone.
  static func steady(_ message: String) -> String {
    var steady = String.UnicodeScalarView()
    var isQuoted = false
    var last: Unicode.Scalar = " "
    for scalar in message.unicodeScalars {
      // An apostrophe inside a word is no quotation mark.
      if scalar == "'", isQuoted || !last.properties.isAlphabetic { isQuoted.toggle() }
      last = scalar
      let isDigit = (0x30...0x39).contains(scalar.value)
      guard isDigit, !isQuoted else {
        steady.append(scalar)
        continue
      }
      if steady.last != "#" { steady.append("#") }
    }
    return String(steady)
  }
}
