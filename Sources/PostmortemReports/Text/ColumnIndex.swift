import MarkdownTree

/// What a column counts. A byte-order mark is never counted.
enum ColumnUnit {
  case scalars
  /// The units of UTF-16, in which editors and code hosts count.
  case utf16
  case bytes
}

/// Counts the columns before any place of a text without reading from the line's start each time, so that thousands
/// of findings in one endless line stay cheap.
struct ColumnIndex {
  private struct Mark {
    let offset: Int
    let units: Int
  }

  private static let stride = 1024
  private let source: SourceText
  private let unit: ColumnUnit
  /// None where every line is short: then a line is counted from its start.
  private let marks: [Mark]
  private let hasByteOrderMark: Bool

  init(_ source: SourceText, counting unit: ColumnUnit = .scalars) {
    self.source = source
    self.unit = unit
    hasByteOrderMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let isLong = (0..<source.lineCount).contains { source.span(ofLine: $0).length > Self.stride }
    guard isLong, unit != .bytes else {
      marks = []
      return
    }
    var marks: [Mark] = []
    marks.reserveCapacity(source.bytes.count / Self.stride + 1)
    source.bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      var units = 0
      while offset < bytes.count {
        marks.append(Mark(offset: offset, units: units))
        let limit = min(bytes.count, (offset / Self.stride + 1) * Self.stride)
        units += Self.count(in: bytes, from: &offset, to: limit, unit)
      }
    }
    self.marks = marks
  }

  /// In scalars the same as `SourceText.position(of:)`.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let line = source.line(at: offset)
    var column = units(from: source.start(ofLine: line), to: offset) + 1
    if line == 0, hasByteOrderMark { column = max(1, column - (unit == .bytes ? 3 : 1)) }
    return (line + 1, column)
  }

  private func units(from start: Int, to end: Int) -> Int {
    if unit == .bytes { return min(end, source.bytes.count) - start }
    if !marks.isEmpty { return units(before: end) - units(before: start) }
    var at = start
    return source.bytes.withUnsafeBufferPointer {
      Self.count(in: $0, from: &at, to: min(end, $0.count), unit)
    }
  }

  private func units(before offset: Int) -> Int {
    let target = min(offset, source.bytes.count)
    guard !marks.isEmpty else { return 0 }
    var index = min(target / Self.stride, marks.count - 1)
    if marks[index].offset > target, index > 0 { index -= 1 }
    var at = marks[index].offset
    return source.bytes.withUnsafeBufferPointer { bytes in
      marks[index].units + Self.count(in: bytes, from: &at, to: target, unit)
    }
  }

  /// The units of the scalars that begin in `offset ..< limit`; leaves `offset` at the end of the last.
  private static func count(
    in bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int, to limit: Int, _ unit: ColumnUnit
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var count = 0
    while offset < limit {
      if offset + 8 <= limit,
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset += 8
        count += 8
        continue
      }
      let length =
        bytes[offset] < 0x80 ? 1 : ScalarReader.step(in: bytes, at: offset, end: bytes.count).length
      offset += length
      count += length == 4 && unit == .utf16 ? 2 : 1
    }
    return count
  }
}
