/// Finds the fewest entries whose removal leaves the rest in order.
enum EntryOrder {
  /// The indices to remove from `times` so that they never fall; of equally few the later ones. O(n log n).
  static func misplaced(_ times: [Int]) -> [Int] {
    // lengths[i]: the longest run that never falls and starts at i, by patience from the right.
    var lengths = [Int](repeating: 0, count: times.count)
    var best: [Int] = []
    for index in times.indices.reversed() {
      // best[k] is the greatest first time of a run of k + 1 entries.
      var low = 0
      var high = best.count
      while low < high {
        let middle = (low + high) / 2
        if best[middle] >= times[index] { low = middle + 1 } else { high = middle }
      }
      lengths[index] = low + 1
      if low == best.count { best.append(times[index]) } else { best[low] = max(best[low], times[index]) }
    }
    var remaining = best.count
    var last = Int.min
    var removed: [Int] = []
    for index in times.indices {
      if lengths[index] == remaining, times[index] >= last {
        last = times[index]
        remaining -= 1
      } else {
        removed.append(index)
      }
    }
    return removed
  }

  /// For each time the place of the nearest greater one before it.
  static func greaterBefore(_ times: [Int]) -> [Int?] {
    var open: [Int] = []
    return times.indices.map { index in
      while let last = open.last, times[last] <= times[index] { open.removeLast() }
      defer { open.append(index) }
      return open.last
    }
  }

  /// For each time the place of the nearest smaller one after it.
  static func smallerAfter(_ times: [Int]) -> [Int?] {
    var result = [Int?](repeating: nil, count: times.count)
    var open: [Int] = []
    for index in times.indices {
      while let last = open.last, times[last] > times[index] {
        result[last] = index
        open.removeLast()
      }
      open.append(index)
    }
    return result
  }
}
