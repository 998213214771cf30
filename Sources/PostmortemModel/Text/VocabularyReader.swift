/// Reads the tables of `Vocabulary/`: lines of `label: phrase, phrase`, and `#` comments. Copies nothing: the tables are
/// read at every start.
struct VocabularyReader {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Calls `body` with the places of each line's label and phrases; the label is empty where the line has none.
  func forEachLine(_ body: (_ label: Range<Int>, _ phrases: Range<Int>) -> Void) {
    var start = 0
    while start < bytes.count {
      let end = first(0x0A, in: start..<bytes.count)
      if end > start, bytes[start] != 0x23 {
        let colon = first(0x3A, in: start..<end)
        body(start..<(colon < end ? colon : start), (colon < end ? colon + 1 : start)..<end)
      }
      start = end + 1
    }
  }

  /// Calls `body` with the place of each part between commas.
  @inline(__always)
  func forEachPart(of range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = first(0x2C, in: start..<range.upperBound)
      if end > start { body(start..<end) }
      start = end + 1
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  @inline(__always)
  private func first(_ byte: UInt8, in range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound, bytes[offset] != byte { offset += 1 }
    return offset
  }
}
