/// What libcmark is shown of a document: each line up to its first letter.
///
/// The block structure hangs on what opens a line; behind the first letter stands inline markup, which pmlint reads
/// itself and which costs libcmark half of its time. Lines are shown whole where the rest decides as well: those with a
/// mark before the first letter that may open HTML, a fence or a link reference definition, the lines after such a
/// definition's beginning, and what may end a comment or the like.
struct BlockSkeleton {
  let bytes: [UInt8]

  /// `bytes` has the line ends of `source`.
  init(of bytes: [UInt8], lines source: SourceText) {
    self.bytes = bytes.withUnsafeBufferPointer { bytes in
      BlockSkeleton.roles.withUnsafeBufferPointer { roles in
        [UInt8](unsafeUninitializedCapacity: bytes.count) { shown, count in
          var writer = Writer(bytes: bytes, roles: roles, shown: shown)
          for line in 0..<source.lineCount {
            writer.add(source.start(ofLine: line)..<source.start(ofLine: line + 1))
          }
          count = writer.count
        }
      }
    }
  }

  /// What a byte before a line's first letter says of the line.
  private enum Role: UInt8 {
    case none, letter, mark
  }

  private static let roles: [Role] = (0...255).map { byte in
    let byte = UInt8(byte)
    if byte >= 0x80 || Ascii.isLetter(byte) { return .letter }
    switch byte {
    case Ascii.less, Ascii.openBracket, Ascii.backtick, Ascii.tilde: return .mark
    default: return .none
    }
  }

  private struct Writer {
    let bytes: UnsafeBufferPointer<UInt8>
    let roles: UnsafeBufferPointer<Role>
    let shown: UnsafeMutableBufferPointer<UInt8>
    var count = 0
    /// Whether the text since the last blank line may belong to a link reference definition.
    private var mayDefine = false
    /// Whether HTML may have begun that a mark further down ends, not a blank line.
    private var mayBeOpen = false

    init(
      bytes: UnsafeBufferPointer<UInt8>, roles: UnsafeBufferPointer<Role>,
      shown: UnsafeMutableBufferPointer<UInt8>
    ) {
      (self.bytes, self.roles, self.shown) = (bytes, roles, shown)
    }

    /// Adds a line with its line end.
    mutating func add(_ line: Range<Int>) {
      var offset = line.lowerBound
      // A byte-order mark opens the text, not the line.
      if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
      while offset < line.upperBound, roles[Int(bytes[offset])] == .none { offset += 1 }
      guard offset < line.upperBound else {
        if isBlank(line) { mayDefine = false }
        return copy(line)
      }
      if roles[Int(bytes[offset])] == .mark { note(offset, line) }
      let isWhole = mayDefine || roles[Int(bytes[offset])] == .mark
      if isWhole || mayBeOpen && holdsGreater(offset..<line.upperBound) { return copy(line) }
      copy(line.lowerBound..<offset + 1)
      copy(max(offset + 1, lineEnd(line))..<line.upperBound)
    }

    private mutating func note(_ mark: Int, _ line: Range<Int>) {
      if bytes[mark] == Ascii.openBracket { mayDefine = true }
      guard bytes[mark] == Ascii.less, mark + 1 < line.upperBound else { return }
      switch bytes[mark + 1] {
      case Ascii.exclamation, Ascii.question: mayBeOpen = true
      // "script", "style", "pre", "textarea".
      case let byte: mayBeOpen = mayBeOpen || [0x70, 0x73, 0x74].contains(byte | 0x20)
      }
    }

    private func holdsGreater(_ range: Range<Int>) -> Bool {
      bytes.firstOffset(of: Ascii.greater, from: range.lowerBound, to: range.upperBound) < range.upperBound
    }

    private func isBlank(_ line: Range<Int>) -> Bool { bytes[line].allSatisfy(Ascii.isSpace) }

    /// Where the line end of a line begins.
    private func lineEnd(_ line: Range<Int>) -> Int {
      var end = line.upperBound
      while end > line.lowerBound, line.upperBound - end < 2, Ascii.isLineEnd(bytes[end - 1]) { end -= 1 }
      return end
    }

    private mutating func copy(_ range: Range<Int>) {
      guard let from = bytes.baseAddress, let to = shown.baseAddress, !range.isEmpty else { return }
      (to + count).update(from: from + range.lowerBound, count: range.count)
      count += range.count
    }
  }
}
