/// A place in a line that counts columns as CommonMark does: a tab reaches to the next multiple of four, and may be
/// consumed in part.
struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0
  /// The first non-blank byte at or after `offset`, or the line's end.
  private(set) var textOffset = 0
  private(set) var textColumn = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
    textOffset = offset
    findText()
  }

  /// The columns of blanks before the text.
  var indentation: Int { textColumn - column }
  var isBlank: Bool { textOffset >= end }
  /// The first non-blank byte; a line feed at the line's end.
  var textByte: UInt8 { textOffset < end ? bytes[textOffset] : Ascii.lineFeed }
  /// The byte `distance` after the first non-blank one.
  func textByte(_ distance: Int) -> UInt8 {
    textOffset + distance < end ? bytes[textOffset + distance] : Ascii.lineFeed
  }

  mutating func skipBlanks() {
    offset = textOffset
    column = textColumn
  }

  /// Steps over `count` bytes of one column each, from the first non-blank byte on.
  mutating func skipText(_ count: Int) {
    offset = min(end, textOffset + count)
    column = textColumn + offset - textOffset
    textOffset = offset
    textColumn = column
    findText()
  }

  /// Steps over up to `columns` columns of blanks.
  mutating func skipColumns(_ columns: Int) {
    var left = min(columns, indentation)
    while left > 0, offset < textOffset {
      let width = bytes[offset] == Ascii.tab ? 4 - column % 4 : 1
      column += min(width, left)
      if width <= left { offset += 1 }
      left -= width
    }
  }

  private mutating func findText() {
    textOffset = offset
    textColumn = column
    while textOffset < end {
      let byte = bytes[textOffset]
      if byte == Ascii.space {
        textColumn += 1
      } else if byte == Ascii.tab {
        textColumn += 4 - textColumn % 4
      } else {
        return
      }
      textOffset += 1
    }
  }
}
