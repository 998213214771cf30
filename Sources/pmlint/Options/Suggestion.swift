/// "Did you mean …?"
enum Suggestion {
  /// The known name that needs the fewest changes; nil if all need too many.
  static func nearest(to name: String, in known: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(100))
    let ranked = known.map { (name: $0, distance: distance(wanted, Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, wanted.count / 3) ? best.name : nil
  }

  /// The number of bytes to insert, delete, replace or swap with their neighbour.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(current[column] + 1, last[column + 1] + 1, last[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = last
      last = current
    }
    return last[right.count]
  }
}
