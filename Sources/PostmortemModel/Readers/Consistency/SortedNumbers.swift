/// Numbers in order, to be searched for one near another.
struct SortedNumbers {
  private let numbers: [Int]

  init(_ numbers: [Int]) { self.numbers = numbers.sorted() }

  /// Whether one lies in a range.
  func contains(in range: ClosedRange<Int>) -> Bool {
    let place = numbers.partitioningIndex { $0 >= range.lowerBound }
    return place < numbers.count && numbers[place] <= range.upperBound
  }

  /// Whether one differs by no more than `slack` from another number.
  func contains(near number: Int, within slack: Int) -> Bool {
    contains(in: number - slack...number + slack)
  }
}
