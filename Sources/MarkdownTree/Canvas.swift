/// The buffers that one parse reads and fills; each is as long as the source, and offsets are the source's.
struct Canvas {
  /// The source with front matter, blanked spans and NULs overwritten by blanks: the block structure is read here.
  let source: UnsafeBufferPointer<UInt8>
  /// `source` with quote marks inside paragraphs blanked and garbled text repaired: inline markup is read here.
  let text: UnsafeMutableBufferPointer<UInt8>
  /// Becomes `Document.plain`. Starts as blanks and line feeds.
  let plain: UnsafeMutableBufferPointer<UInt8>
  /// Becomes `Document.styles`.
  let styles: UnsafeMutableBufferPointer<TextStyle>

  /// Marks `range` as markup: not text, so blank in `plain`.
  func mark(_ range: Range<Int>) {
    for offset in range {
      styles[offset].insert(.markup)
      blank(offset)
    }
  }

  func add(_ style: TextStyle, to range: Range<Int>) {
    for offset in range { styles[offset].formUnion(style) }
  }

  func blank(_ offset: Int) {
    if plain[offset] != Ascii.lineFeed { plain[offset] = Ascii.space }
  }

  /// Whether `plain` shows nothing in `range`.
  func isBlank(_ range: Range<Int>) -> Bool {
    for offset in range where plain[offset] > Ascii.space { return false }
    return true
  }

  /// `range` of the source without outer blanks.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Ascii.isSpace(source[start]) { start += 1 }
    while end > start, Ascii.isSpace(source[end - 1]) { end -= 1 }
    return start..<end
  }
}
