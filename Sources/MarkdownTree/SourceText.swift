/// The bytes of a file with the table of its lines: the only converter between byte offsets and lines and columns.
public struct SourceText: Sendable {
  /// The file as it stands on disk.
  public let bytes: [UInt8]
  /// The offset of each line's first byte. LF, CRLF and a lone CR end a line, as in CommonMark.
  private let lineStarts: [UInt32]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var offset = bytes.firstLineEnd(from: 0)
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        if byte == 0x0A || offset == bytes.count || bytes[offset] != 0x0A {
          starts.append(UInt32(clamping: offset))
        }
        offset = bytes.firstLineEnd(from: offset)
      }
    }
    lineStarts = starts
  }

  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// A place as people count it: lines from 1, columns in Unicode scalars from 1.
  public struct Position: Hashable, Sendable {
    public let line: Int
    public let column: Int
  }

  /// The number of lines; text after the last line end counts as a line even when it is empty.
  public var lineCount: Int { lineStarts.count }

  /// The line, from 0, that holds the byte at `offset`.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line counted from 0, without its line end.
  public func span(ofLine line: Int) -> SourceSpan {
    guard line >= 0, line < lineStarts.count else { return SourceSpan(bytes.count, bytes.count) }
    let start = Int(lineStarts[line])
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D, line + 1 < lineStarts.count { end -= 1 }
    return SourceSpan(start, end)
  }

  /// The offset of a line's first byte; the end of the text for lines beyond it.
  public func start(ofLine line: Int) -> Int {
    line < lineStarts.count ? Int(lineStarts[max(0, line)]) : bytes.count
  }

  /// The line and column of the byte at `offset`. A byte-order mark is not counted, an invalid byte counts as one
  /// scalar (it is shown as U+FFFD).
  public func position(of offset: Int) -> Position {
    let line = line(at: offset)
    var start = Int(lineStarts[line])
    if line == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    return Position(line: line + 1, column: text(start..<min(offset, bytes.count)).unicodeScalars.count + 1)
  }

  /// The text of a span; invalid UTF-8 is read as U+FFFD.
  public func text(_ span: SourceSpan) -> String { text(span.range) }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
