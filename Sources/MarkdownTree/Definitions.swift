/// The document's link reference definitions, which libcmark drops from its tree.
struct Definitions {
  private var targets: [[UInt8]: SourceSpan] = [:]

  var isEmpty: Bool { targets.isEmpty }

  /// The target of a label; the first definition of a label counts.
  func target(of label: UnsafeBufferPointer<UInt8>) -> SourceSpan? {
    targets.isEmpty ? nil : targets[Self.key(label)]
  }

  mutating func add(_ definition: Definition, in bytes: UnsafeBufferPointer<UInt8>) {
    let key = Self.key(UnsafeBufferPointer(rebasing: bytes[definition.label]))
    if targets[key] == nil { targets[key] = SourceSpan(definition.target) }
  }

  /// A label as it is compared: lower case, runs of blanks as one, none outside.
  private static func key(_ label: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(label.count)
    var isAscii = true
    for byte in label {
      if Ascii.isSpace(byte) {
        if let last = key.last, last != Ascii.space { key.append(Ascii.space) }
      } else {
        if byte >= 0x80 { isAscii = false }
        key.append(Ascii.lowercased(byte))
      }
    }
    if key.last == Ascii.space { key.removeLast() }
    return isAscii ? key : Array(String(decoding: key, as: UTF8.self).lowercased().utf8)
  }
}

/// One link reference definition: `[label]: target "title"`.
struct Definition {
  let label: Range<Int>
  let target: Range<Int>
  /// The end of its last line.
  let end: Int

  /// Reads a definition that begins at `start`, an opening bracket; its paragraph ends at `limit` at the latest.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) {
    guard let labelEnd = LinkSyntax.labelEnd(in: bytes, at: start, limit: limit),
      labelEnd + 1 < limit, bytes[labelEnd + 1] == Ascii.colon
    else { return nil }
    let targetStart = LinkSyntax.skipSpace(in: bytes, from: labelEnd + 2, limit: limit)
    guard let target = LinkSyntax.target(in: bytes, at: targetStart, limit: limit), target.end > targetStart
    else {
      return nil
    }
    let lineEnd = LinkSyntax.skipBlanks(in: bytes, from: target.end, limit: limit)
    let isAtLineEnd = lineEnd >= limit || Ascii.isLineEnd(bytes[lineEnd])
    let titleStart = LinkSyntax.skipSpace(in: bytes, from: target.end, limit: limit)
    var end = isAtLineEnd ? lineEnd : nil
    if titleStart > target.end, let titleEnd = LinkSyntax.titleEnd(in: bytes, at: titleStart, limit: limit) {
      let after = LinkSyntax.skipBlanks(in: bytes, from: titleEnd, limit: limit)
      if after >= limit || Ascii.isLineEnd(bytes[after]) { end = after }
    }
    guard let end else { return nil }
    label = start + 1..<labelEnd
    self.target = target.range
    self.end = end
  }
}
