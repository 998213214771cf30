/// Keeps libcmark from texts that cost it the depth of nesting again and again: blank lines below deep lists, and emphasis
/// inside deep quotes, for each of which it looks at every container. Both would take it minutes within 1 MiB.
enum NestingGuard {
  /// How deep what is flattened may still be nested.
  static let deepest = 32
  /// How many looks are let pass; these take about half a second.
  private static let limit = 30_000_000
  /// Texts shorter than this cannot cost more.
  private static let harmless = 8 << 10

  /// The bytes as they are or, where they would cost too much, with the marks of deeper containers overwritten.
  static func flattened(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.count < harmless { return bytes }
    let isCostly = bytes.withUnsafeBufferPointer { bytes in
      let depth = depth(of: bytes)
      return depth > deepest && depth * load(of: bytes) > limit
    }
    return isCostly ? flattening(bytes) : bytes
  }

  /// At least as deep as the text nests: what opens or continues a container stands at a line's beginning.
  private static func depth(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var depth = 0
    var start = 0
    while start < bytes.count {
      depth = max(depth, Lead(of: bytes, from: start, deepest: .max).depth)
      start = bytes.firstLineEnd(from: start) + 1
    }
    return depth
  }

  /// At least as many lines and marks as libcmark looks at all containers for.
  private static func load(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count {
      Ascii.isLineEnd($0) || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "[")
    }
  }

  private static func flattening(_ bytes: [UInt8]) -> [UInt8] {
    var copy = bytes
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let lead = Lead(of: bytes, from: start, deepest: deepest)
        // Dots are text; a line of marks alone becomes none by them.
        let isAll = lead.end == bytes.count || Ascii.isLineEnd(bytes[lead.end])
        for offset in lead.cut..<lead.end { copy[offset] = isAll ? Ascii.space : Ascii.dot }
        start = bytes.firstLineEnd(from: lead.end) + 1
      }
    }
    return copy
  }

  /// The blanks and marks at a line's beginning.
  private struct Lead {
    /// Where they are deeper than asked for; their end where they are not.
    let cut: Int
    let end: Int
    /// Each mark may open a container, and each two columns continue one.
    let depth: Int

    init(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, deepest: Int) {
      var (offset, columns) = (start, 0)
      var cut: Int?
      while offset < bytes.count, let width = Lead.width(of: bytes[offset]) {
        columns += width
        if cut == nil, columns / 2 > deepest { cut = offset }
        offset += 1
      }
      (self.cut, end, depth) = (cut ?? offset, offset, columns / 2)
    }

    private static func width(of byte: UInt8) -> Int? {
      switch byte {
      case Ascii.space, UInt8(ascii: "0")...UInt8(ascii: "9"): 1
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        2
      case Ascii.tab: 4
      default: nil
      }
    }
  }
}
