import MarkdownTree

/// Reads the tables of `Vocabulary/`: lines of `label: phrase, phrase`, and `#` comments.
struct VocabularyReader {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Calls `body` with the places of each line's label and phrases; the label is empty where the line has none.
  func forEachLine(_ body: (_ label: Range<Int>, _ phrases: Range<Int>) -> Void) {
    var start = 0
    while start < bytes.count {
      let end = bytes.firstOffset(of: 0x0A, from: start, to: bytes.count)
      if end > start, bytes[start] != 0x23 {
        let colon = bytes.firstOffset(of: 0x3A, from: start, to: end)
        body(start..<(colon < end ? colon : start), (colon < end ? colon + 1 : start)..<end)
      }
      start = end + 1
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
