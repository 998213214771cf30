extension Baseline {
  /// The form in which baselines are kept, and its version.
  static let name = "pmlint baseline "
  static let version = "1"

  private static let explanation = """
    # Findings that were set aside: a file, and below it each rule with what it found there.
    # Delete a line to be told again. Written by pmlint lint --write-baseline.

    """

  /// One finding a line, sorted, so that a change of it can be read as a change of any text.
  public var text: [UInt8] {
    var bytes = Array((Baseline.name + Baseline.version + "\n" + Baseline.explanation).utf8)
    for path in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes += [0x0A] + BaselinePath.escaped(path).utf8 + [0x0A]
      for entry in files[path] ?? [] { bytes += Array("  \(entry.rule): \(entry.subject)\n".utf8) }
    }
    return bytes
  }
}

/// Paths on lines of their own, whatever they are made of.
enum BaselinePath {
  /// A line end, a backslash and a mark that would make the line another are written as `\u{…}`.
  static func escaped(_ path: String) -> String {
    var text = ""
    for (index, scalar) in path.unicodeScalars.enumerated() {
      let isMark = index == 0 && (scalar == " " || scalar == "#")
      if isMark || scalar == "\\" || scalar.value < 0x20 || scalar.value == 0x7F {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Nil for an escape that is none.
  static func unescaped(_ line: Substring) -> String? {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return String(line) }
    var text = ""
    var rest = line
    while let mark = rest.firstIndex(of: "\\") {
      text += rest[..<mark]
      rest = rest[mark...]
      guard rest.hasPrefix("\\u{"), let end = rest.firstIndex(of: "}"),
        let value = UInt32(rest[..<end].dropFirst(3), radix: 16), let scalar = Unicode.Scalar(value)
      else { return nil }
      text.unicodeScalars.append(scalar)
      rest = rest[end...].dropFirst()
    }
    return text + rest
  }
}
