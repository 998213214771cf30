import MarkdownTree
import PostmortemRules

extension Baseline.Entry {
  /// What stays the same of a finding while the file changes elsewhere.
  init(_ finding: Finding, in file: LintedFile) {
    let message = FindingSubject.steady(FindingSubject.oneLine(finding.message))
    var words = FindingSubject.words(of: finding, in: file)
    // Most messages quote the place already; one that counts speaks of several places, of which this is the first.
    if FindingSubject.counts(message) || FindingSubject.quotes(message, words) { words = "" }
    // A baseline is read by as many as the report, and stays when the secret is taken out of that.
    if finding.rule == "leaked-secret", !words.isEmpty { words = Digest.text(of: [words]) }
    self.init(rule: finding.rule, subject: words.isEmpty ? message : "\(message) | \(words)")
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
    if line.utf8.count <= limit { return line }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: line.unicodeScalars.prefix(limit))
    return oneLine(String(words))
  }

  /// White space and control characters folded to one blank, none at the ends.
  static func oneLine(_ text: String) -> String {
    if isOneLine(text) { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x21 || (0x7F...0xA0).contains(scalar.value)
        || !scalar.isASCII && scalar.properties.isWhitespace
      {
        if let last = line.last, last != " " { line.append(" ") }
      } else {
        line.append(scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Whether a steady message counts places.
  static func counts(_ message: String) -> Bool {
    ["# ", "all # ", "none of the # ", "the timeline's # "].contains { message.hasPrefix($0) }
  }

  /// A message without its numbers, which count lines, or things elsewhere in the file, and without the first of what it
  /// counts. What it quotes else is left alone.
  static func steady(_ message: String) -> String {
    let numberless = numberless(counted(message))
    guard numberless.hasSuffix("' is the first"), let colon = numberless.firstIndex(of: ":") else {
      return numberless
    }
    return String(numberless[..<colon])
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? UInt8(ascii: "a")...UInt8(ascii: "z") ~= UInt8(truncatingIfNeeded: scalar.value | 0x20)
      : scalar.properties.isAlphabetic
  }

  /// A message with small counts as any others.
  private static func counted(_ message: String) -> String {
    for (words, digits) in [("neither of the two ", "none of the 2 "), ("both ", "all 2 ")]
    where message.hasPrefix(words) {
      return digits + message.dropFirst(words.count)
    }
    return message
  }

  private static func numberless(_ message: String) -> String {
    if !message.utf8.contains(where: { $0 &- 0x30 < 10 }) { return message }
    var steady = String.UnicodeScalarView()
    var isQuoted = false
    var last: Unicode.Scalar = " "
    for scalar in message.unicodeScalars {
      // An apostrophe inside a word is no quotation mark.
      if scalar == "'", isQuoted || !isLetter(last) { isQuoted.toggle() }
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

extension FindingSubject {
  /// Whether nothing is to be folded: for nearly all texts a look at the bytes is enough.
  private static func isOneLine(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7F || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  /// Whether a message has the words in quotation marks.
  static func quotes(_ message: String, _ words: String) -> Bool {
    var (message, quoted) = (message, "'\(words)'")
    return message.withUTF8 { message in
      quoted.withUTF8 { quoted in
        guard message.count >= quoted.count else { return false }
        return (0...message.count - quoted.count).contains { start in
          message[start] == quoted[0] && message[start + quoted.count - 1] == quoted[quoted.count - 1]
            && UnsafeBufferPointer(rebasing: message[start..<start + quoted.count]).elementsEqual(quoted)
        }
      }
    }
  }
}
