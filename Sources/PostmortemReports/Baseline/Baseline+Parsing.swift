/// Why a text is no baseline.
public struct BaselineFault: Error, Hashable, Sendable {
  /// From 1.
  public let line: Int
  public let reason: String
}

extension Baseline {
  /// Whether a text says of itself that it is a baseline, of whatever version.
  public static func isNamed(in text: [UInt8]) -> Bool {
    text.starts(with: name.utf8) || text.starts(with: [0xEF, 0xBB, 0xBF] + Array(name.utf8))
  }

  /// Line ends may be CRLF: some checkouts make them so.
  public init(parsing text: [UInt8]) throws(BaselineFault) {
    let body = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
    var files: [String: [Entry]] = [:]
    var path: String?
    for (index, bytes) in lines.enumerated() {
      let bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
      if index == 0 {
        try Baseline.check(opening: String(decoding: bytes, as: UTF8.self))
      } else if bytes.starts(with: "  ".utf8) {
        guard let path else {
          throw BaselineFault(line: index + 1, reason: "expected a file's path before its findings")
        }
        guard let entry = Entry(line: bytes.dropFirst(2)) else {
          throw BaselineFault(line: index + 1, reason: "expected '  rule: what it found'")
        }
        files[path, default: []].append(entry)
      } else if let first = bytes.first, first != UInt8(ascii: "#") {
        path = try Baseline.path(bytes, line: index + 1)
      }
    }
    self.init(files: files)
  }

  private static func check(opening: String) throws(BaselineFault) {
    guard opening.hasPrefix(name) else {
      throw BaselineFault(line: 1, reason: "is no baseline: expected '\(name)\(version)' as the first line")
    }
    let found = opening.dropFirst(name.count)
    if found == version { return }
    throw BaselineFault(
      line: 1, reason: "is a baseline of version '\(found.prefix(20))', this pmlint reads version \(version)")
  }

  private static func path(_ bytes: ArraySlice<UInt8>, line: Int) throws(BaselineFault) -> String {
    for mark in ["<<<<<<<", "=======", ">>>>>>>", "|||||||"] where bytes.starts(with: mark.utf8) {
      throw BaselineFault(line: line, reason: "'\(mark)' is left from a merge: keep the lines of both sides")
    }
    if bytes.first != 0x20, let path = BaselinePath.unescaped(String(decoding: bytes, as: UTF8.self)[...]) {
      return path
    }
    throw BaselineFault(line: line, reason: "expected a path, or two blanks and a finding")
  }
}

extension Baseline.Entry {
  /// `rule: subject`.
  fileprivate init?(line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy({ $0 == UInt8(ascii: "-") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }),
      line[line.index(after: colon)...].starts(with: " ".utf8)
    else { return nil }
    self.init(
      rule: String(decoding: line[..<colon], as: UTF8.self),
      subject: String(decoding: line[(colon + 2)...], as: UTF8.self))
  }
}
