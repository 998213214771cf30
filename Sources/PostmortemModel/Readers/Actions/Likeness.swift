/// How much measures and tasks have in common, by the words that they share.
struct Likeness {
  typealias Score = (task: Int, score: Double)

  /// A word that many tasks share tells of none of them.
  private static let mostTasks = 64

  /// How much each meaning tells: little if nearly every item has it.
  private let weights: [Double]
  private let taskWeights: [Double]
  /// The tasks that hold each meaning, one meaning after the other, and where those of each begin.
  private var holders: [Int32]
  private var starts: [Int]
  /// The weight of what each task shares with one measure; 0 between two calls.
  private var shared: [Double]

  init(_ table: TermTable, _ tasks: [[TermTable.Term]]) {
    let total = Double(max(2, table.itemCount))
    let weights = table.counts.map { count in
      count <= 2 ? 1 : max(0.05, 1 - Double(count - 2) / total * 1.6)
    }
    self.weights = weights
    taskWeights = tasks.map { Likeness.sum($0, weights) }
    shared = [Double](repeating: 0, count: tasks.count)
    starts = [Int](repeating: 0, count: weights.count + 1)
    for terms in tasks { for term in terms { starts[term.meaning] += 1 } }
    var end = 0
    for meaning in starts.indices {
      end += starts[meaning]
      starts[meaning] = end
    }
    holders = [Int32](repeating: 0, count: end)
    for task in tasks.indices.reversed() {
      for term in tasks[task] {
        starts[term.meaning] -= 1
        holders[starts[term.meaning]] = Int32(task)
      }
    }
  }

  // Sums in the order of the words, so that equal input gives equal sums to the last bit.
  private static func sum(_ terms: [TermTable.Term], _ weights: [Double]) -> Double {
    terms.reduce(0) { $0 + weights[$1.meaning] }
  }

  /// The tasks that share a word with a measure, the likest first: the weight of what they share by the weight of the
  /// shorter of the two.
  mutating func scores(of measure: [TermTable.Term]) -> [Score] {
    var found: [Score] = []
    for term in measure {
      let tasks = starts[term.meaning]..<starts[term.meaning + 1]
      if tasks.count > Likeness.mostTasks { continue }
      for place in tasks {
        let task = Int(holders[place])
        if shared[task] == 0 { found.append((task, 0)) }
        shared[task] += weights[term.meaning]
      }
    }
    let own = Likeness.sum(measure, weights)
    for index in found.indices {
      let task = found[index].task
      found[index].score = shared[task] / max(1.5, min(own, taskWeights[task]))
      shared[task] = 0
    }
    found.sort { ($1.score, $0.task) < ($0.score, $1.task) }
    return found
  }
}
