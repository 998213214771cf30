import Testing

@testable import PostmortemModel

@Suite struct EntryOrderTests {
  @Test(arguments: [
    ([], []), ([1], []), ([1, 2, 3], []), ([2, 2, 2], []), ([3, 1, 2], [0]), ([1, 3, 2], [2]), ([2, 1], [1]),
    ([1, 9, 2, 3], [1]), ([3, 2, 1], [1, 2]), ([5, 6, 1, 2], [2, 3]),
  ])
  func fewestAndLater(_ times: [Int], _ removed: [Int]) {
    #expect(EntryOrder.misplaced(times) == removed)
  }

  @Test func agreesWithExhaustiveSearch() {
    var random = SplitMix(state: 7)
    for _ in 0..<2000 {
      let times = (0..<Int.random(in: 0...9, using: &random)).map { _ in Int.random(in: 0...5, using: &random)
      }
      #expect(EntryOrder.misplaced(times) == exhaustive(times), "\(times)")
    }
  }

  @Test func longListsAreFast() {
    var random = SplitMix(state: 11)
    let times = (0..<200_000).map { _ in Int.random(in: 0...1_000_000, using: &random) }
    let removed = EntryOrder.misplaced(times)
    let gone = Set(removed)
    let kept = times.indices.filter { !gone.contains($0) }.map { times[$0] }
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0 <= $1 })
  }

  /// Of all ways to remove entries the smallest, and of these the one that keeps the earlier entries.
  private func exhaustive(_ times: [Int]) -> [Int] {
    let choices = (0..<(1 << times.count)).compactMap { mask -> [Int]? in
      let removed = times.indices.filter { mask & (1 << $0) != 0 }
      let kept = times.indices.filter { mask & (1 << $0) == 0 }.map { times[$0] }
      return zip(kept, kept.dropFirst()).allSatisfy { $0 <= $1 } ? removed : nil
    }
    let fewest = choices.map(\.count).min() ?? 0
    return choices.filter { $0.count == fewest }.max { $0.lexicographicallyPrecedes($1) } ?? []
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
