extension Array {
  /// The first index whose element is past the boundary, found by halving; the elements before it are not past it.
  func partitioningIndex(where isPast: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
