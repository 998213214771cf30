/// The number of letters to insert, delete, replace or swap between two words (optimal string alignment).
package enum EditDistance {
  /// Whether one word becomes the other by at most `limit` edits.
  package static func isWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard abs(left.count - right.count) <= limit else { return false }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for i in 1..<max(1, left.count + 1) {
      var current = [i]
      current.reserveCapacity(right.count + 1)
      for j in 1..<max(1, right.count + 1) {
        var cost = min(
          previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          cost = min(cost, before[j - 2] + 1)
        }
        current.append(cost)
      }
      if (current.min() ?? 0) > limit { return false }
      before = previous
      previous = current
    }
    return (previous.last ?? 0) <= limit
  }
}
