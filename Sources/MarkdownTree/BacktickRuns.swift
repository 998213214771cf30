/// Where runs of backticks stand, so that no search for a closing run is made twice in vain.
struct BacktickRuns {
  private static let longest = 80
  private var last: [Int] = []

  mutating func forget() { if !last.isEmpty { last.removeAll(keepingCapacity: true) } }

  /// The start of the next run of exactly `count` backticks.
  mutating func find(
    _ count: Int, from start: Int, limit: Int, in text: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    guard count <= Self.longest else { return nil }
    if !last.isEmpty, last[count] < start { return nil }
    var offset = start
    while let run = Self.run(from: offset, limit: limit, in: text) {
      if run.count == count { return run.lowerBound }
      offset = run.upperBound
    }
    rememberRuns(from: start, limit: limit, in: text)
    return nil
  }

  private static func run(
    from start: Int, limit: Int, in text: UnsafeMutableBufferPointer<UInt8>
  ) -> Range<Int>? {
    var offset = start
    while offset < limit, text[offset] != Ascii.backtick { offset += 1 }
    guard offset < limit else { return nil }
    let first = offset
    while offset < limit, text[offset] == Ascii.backtick { offset += 1 }
    return first..<offset
  }

  /// Only a search to the end knows the last run of every length.
  private mutating func rememberRuns(
    from start: Int, limit: Int, in text: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard last.isEmpty else { return }
    last.append(contentsOf: repeatElement(-1, count: Self.longest + 1))
    var offset = start
    while let run = Self.run(from: offset, limit: limit, in: text) {
      if run.count <= Self.longest { last[run.count] = run.lowerBound }
      offset = run.upperBound
    }
  }
}

/// Marks that were searched to the end of the leaf in vain.
struct MissingMarks {
  var commentEnd = false
  var instructionEnd = false
  var declarationEnd = false
  var characterDataEnd = false
}
