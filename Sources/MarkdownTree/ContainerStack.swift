/// A block quote or list item that the reader is inside of.
struct Container {
  let isQuote: Bool
  let startLine: Int
  /// The columns of blanks that a line of an item begins with; -1 until its first line has been read.
  var contentIndentation = -1
  /// The marker of an item.
  var markerRange = 0..<0
  var markerColumn = 0
  var number: Int?
}

/// A line with its container prefix told apart.
struct StrippedLine {
  let cursor: LineCursor
  /// Whether a container did not match: the line continues a paragraph lazily.
  let isLazy: Bool
  /// The column after the last block-quote mark.
  let base: Int
}

/// The open containers, outermost first, and how a line's prefix is read by them.
struct ContainerStack {
  private(set) var containers: [Container] = []
  private(set) var itemCount = 0
  private(set) var quoteCount = 0
  // Containers before this one have been measured.
  private var measuredCount = 0
  // The innermost item, until a text line takes its marker.
  private var pendingItem: Int?

  mutating func push(_ container: Container) {
    containers.append(container)
    if container.isQuote {
      quoteCount += 1
    } else {
      itemCount += 1
      pendingItem = containers.count - 1
    }
  }

  mutating func pop() {
    guard let last = containers.popLast() else { return }
    if last.isQuote { quoteCount -= 1 } else { itemCount -= 1 }
    measuredCount = min(measuredCount, containers.count)
    if let pending = pendingItem, pending >= containers.count { pendingItem = nil }
  }

  /// Reads the first lines of containers that begin before `line`, where nothing but the markers stand.
  mutating func measure(before line: Int, in source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) {
    while measuredCount < containers.count, containers[measuredCount].startLine < line {
      let first = containers[measuredCount].startLine
      _ = strip(first, in: source, bytes)
      while measuredCount < containers.count, containers[measuredCount].startLine <= first {
        measuredCount += 1
      }
    }
  }

  mutating func strip(
    _ line: Int, in source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> StrippedLine {
    var range = source.span(ofLine: line).range
    if line == 0, range.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      range = 3..<range.upperBound
    }
    var cursor = LineCursor(bytes, line: range)
    var base = 0
    for index in containers.indices {
      if containers[index].startLine > line { break }
      if containers[index].isQuote {
        guard cursor.indentation <= 3, cursor.textByte == Ascii.greater else {
          return StrippedLine(cursor: cursor, isLazy: true, base: base)
        }
        cursor.skipText(1)
        cursor.skipColumns(1)
        base = cursor.column
      } else if containers[index].startLine == line {
        open(index, &cursor, base: base)
      } else if cursor.isBlank || cursor.indentation < containers[index].contentIndentation {
        return StrippedLine(cursor: cursor, isLazy: true, base: base)
      } else {
        cursor.skipColumns(containers[index].contentIndentation)
      }
      if measuredCount == index { measuredCount += 1 }
    }
    return StrippedLine(cursor: cursor, isLazy: false, base: base)
  }

  /// Steps over the marker of an item that begins on this line.
  private mutating func open(_ index: Int, _ cursor: inout LineCursor, base: Int) {
    let markerOffset = cursor.indentation
    let start = cursor.textOffset
    containers[index].markerColumn = max(0, cursor.textColumn - base)
    var width = 0
    var number = 0
    while width < 9, Ascii.isDigit(cursor.textByte(width)) {
      number = number * 10 + Int(cursor.textByte(width) - 0x30)
      width += 1
    }
    if width > 0 { containers[index].number = number }
    width += 1
    cursor.skipText(width)
    containers[index].markerRange = start..<cursor.offset
    let blanks = cursor.indentation
    let padding = cursor.isBlank || blanks > 4 || blanks < 1 ? 1 : blanks
    cursor.skipColumns(padding)
    containers[index].contentIndentation = markerOffset + width + padding
  }

  /// The marker of the innermost item, if no line has taken it yet. `text` is where the line's text begins.
  mutating func takeMarker(before text: Int, box: ListMarker.Box?) -> (marker: ListMarker, column: Int)? {
    guard let index = pendingItem else { return nil }
    pendingItem = nil
    let item = containers[index]
    let span = SourceSpan(item.markerRange.lowerBound, max(text, item.markerRange.upperBound))
    return (ListMarker(number: item.number, box: box, span: span), item.markerColumn)
  }

  /// Whether the next text line opens the innermost container, an item.
  var isAtItemStart: Bool { pendingItem == containers.count - 1 && !containers.isEmpty }
}
