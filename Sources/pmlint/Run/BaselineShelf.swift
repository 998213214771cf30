/// The baselines of a run: the one that was chosen, else those that the configurations of the reports name.
struct BaselineShelf {
  private var ledgers: [BaselineLedger] = []
  private var numbers = PathTable<Int>()
  private let isChosen: Bool

  /// - Parameter plan: the reports. A baseline of a configuration is read if it holds for any of them.
  init(_ choice: BaselineChoice, _ plan: LintPlan) throws(UsageFailure) {
    isChosen = choice.names
    if isChosen {
      ledgers = try choice.ledger().map { [$0] } ?? []
      return
    }
    for file in plan.values.compactMap(\.baseline) where numbers[file] == nil {
      guard let ledger = try choice.ledger(configured: file) else { continue }
      numbers.add(ledgers.count, for: file)
      ledgers.append(ledger)
    }
    // Says that there is none to prune.
    if ledgers.isEmpty { _ = try choice.ledger() }
  }

  /// What is done with the findings of each report.
  var uses: Uses { Uses(all: ledgers.map(\.use), numbers: numbers, isChosen: isChosen) }

  struct Uses: Sendable {
    fileprivate let all: [BaselineUse]
    fileprivate let numbers: PathTable<Int>
    fileprivate let isChosen: Bool

    /// The use and its number, for reports of a ruling; nil where nothing is set aside.
    subscript(ruling: Ruling) -> (number: Int, use: BaselineUse)? {
      guard let number = isChosen ? 0 : ruling.baseline.flatMap({ numbers[$0] }), all.indices.contains(number)
      else { return nil }
      return (number, all[number])
    }
  }

  mutating func add(_ record: BaselineUse.Record, to number: Int) { ledgers[number].add(record) }

  /// Writes what has changed and says so.
  mutating func close(quiet: Bool) throws(UsageFailure) {
    for index in ledgers.indices { try ledgers[index].close(quiet: quiet) }
  }
}
