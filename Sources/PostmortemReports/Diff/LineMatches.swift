/// The lines that two texts share, in order.
///
/// Equal beginnings and ends match first, then lines that stand once in each text, then what is equal beside these.
/// Time grows with the length of the texts, whatever they hold; the longest match is not sought.
struct LineMatches {
  /// A line of the old text and the equal one of the new text, both from 0, rising.
  private(set) var pairs: [(old: Int, new: Int)] = []

  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    var (oldStart, newStart) = (0, 0)
    let front = Self.common(old[...], new[...])
    let tail = Self.commonTail(old[front...], new[front...])
    let inner = (old: front..<(old.count - tail), new: front..<(new.count - tail))
    for anchor in Self.anchors(old, inner.old, new, inner.new) + [
      (inner.old.upperBound, inner.new.upperBound)
    ] {
      match(old, oldStart..<anchor.0, new, newStart..<anchor.1)
      (oldStart, newStart) = anchor
    }
    for index in 0..<tail { pairs.append((old.count - tail + index, new.count - tail + index)) }
  }

  /// Matches the equal beginnings and ends of two parts that no anchor divides, and equal places of equally long ones.
  private mutating func match(
    _ old: [ArraySlice<UInt8>], _ oldPart: Range<Int>, _ new: [ArraySlice<UInt8>], _ newPart: Range<Int>
  ) {
    let front = Self.common(old[oldPart], new[newPart])
    for index in 0..<front { pairs.append((oldPart.lowerBound + index, newPart.lowerBound + index)) }
    let tail = Self.commonTail(old[oldPart].dropFirst(front), new[newPart].dropFirst(front))
    if oldPart.count == newPart.count {
      // Lines that were changed in place leave the blank ones between them as they were.
      for (before, after) in zip(oldPart, newPart).dropFirst(front).dropLast(tail)
      where old[before] == new[after] {
        pairs.append((before, after))
      }
    }
    for index in 0..<tail {
      pairs.append((oldPart.upperBound - tail + index, newPart.upperBound - tail + index))
    }
  }

  private static func common(_ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>)
    -> Int
  {
    zip(old, new).prefix { $0 == $1 }.count
  }

  private static func commonTail(
    _ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>
  ) -> Int {
    zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
  }

  /// The lines that stand once in each part and in the same order in both.
  private static func anchors(
    _ old: [ArraySlice<UInt8>], _ oldPart: Range<Int>, _ new: [ArraySlice<UInt8>], _ newPart: Range<Int>
  ) -> [(Int, Int)] {
    if oldPart.isEmpty || newPart.isEmpty { return [] }
    let places = uniquePlaces(new, newPart)
    let common = uniquePlaces(old, oldPart).compactMap { line, place in places[line].map { (place, $0) } }
      .sorted { $0.0 < $1.0 }
    return longestRising(common)
  }

  private static func uniquePlaces(_ lines: [ArraySlice<UInt8>], _ part: Range<Int>) -> [ArraySlice<UInt8>:
    Int]
  {
    var places: [ArraySlice<UInt8>: Int] = [:]
    for index in part { places[lines[index]] = places[lines[index]] == nil ? index : -1 }
    return places.filter { $0.value >= 0 }
  }

  /// The longest run of pairs whose second members rise, by patience.
  private static func longestRising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var ends: [Int] = []
    var before: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result: [(Int, Int)] = []
    var next = ends.last
    while let index = next {
      result.append(pairs[index])
      next = before[index]
    }
    return result.reversed()
  }
}
