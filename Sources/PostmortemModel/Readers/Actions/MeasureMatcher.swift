import MarkdownTree

/// Finds the tasks that carry out each measure.
///
/// Nested tasks belong to the item above them. Otherwise words decide: stems, weighted by how rare they are among the
/// items of the report, with the synonyms of `Vocabulary/synonyms.txt`. Lists of the same length whose clear pairs
/// stand in the same order are read as parallel.
struct MeasureMatcher {
  let text: ReportText

  /// A word of an item: its stem or group of synonyms, and how it is written.
  private struct Term: Hashable {
    let key: UInt64
    let word: Int

    static func == (left: Term, right: Term) -> Bool { left.key == right.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }
  }

  /// The words alike that make a match, as a part of all that the measure says.
  private static let threshold = 0.34

  struct Result {
    var matches: [Measure.Match] = []
    var nearest: [Int] = []
  }

  /// For each measure its tasks. `nested[m]` are tasks beneath it.
  func match(_ measures: [RawItem], _ tasks: [RawItem], nested: [[Int]], bodies: (RawItem) -> Range<Int>)
    -> [Result]
  {
    let measureTerms = measures.map { terms(bodies($0)) }
    let taskTerms = tasks.map { terms(bodies($0)) }
    let weights = weights(measureTerms + taskTerms)
    let index = inverted(taskTerms)
    let scores: [[(task: Int, score: Double)]] = measureTerms.map { score($0, taskTerms, index, weights) }
    let parallel = isParallel(measures, tasks, scores)
    return measures.indices.map { measure in
      var result = Result()
      for task in nested[measure] { result.matches.append(Measure.Match(task: task, reason: .nested)) }
      let best = scores[measure].first?.score ?? 0
      for (task, score) in scores[measure] where !nested[measure].contains(task) {
        if parallel, task == measure, score > 0.05 {
          result.matches.append(Measure.Match(task: task, reason: .parallel))
        } else if score >= max(MeasureMatcher.threshold, best * 0.7) {
          let shared = measureTerms[measure].intersection(taskTerms[task])
          let words = shared.sorted { $0.word < $1.word }.map {
            text.text(text.words[$0.word].span).lowercased()
          }
          result.matches.append(Measure.Match(task: task, reason: .words(words)))
        }
      }
      if result.matches.isEmpty {
        result.nearest = scores[measure].sorted { $0.score > $1.score }.prefix(2).filter { $0.score > 0.1 }
          .map(\.task)
      }
      return result
    }
  }

  // MARK: Words

  private func terms(_ words: Range<Int>) -> Set<Term> {
    var result: Set<Term> = []
    for index in words {
      let word = text.words[index]
      guard word.end - word.start >= 2, !word.isNumber else { continue }
      if word.exact != 0, Lexicon.shared.stopWords.contains(word.exact) { continue }
      let group = Lexicon.shared.synonyms[word.exact] ?? Lexicon.shared.synonyms[word.prefix]
      result.insert(
        Term(key: group.map { UInt64($0) } ?? Stem.hash(text.plain[word.span.range]), word: index))
    }
    return result
  }

  /// How much a word tells: little if nearly every item has it.
  private func weights(_ items: [Set<Term>]) -> [UInt64: Double] {
    var counts: [UInt64: Int] = [:]
    for item in items { for term in item { counts[term.key, default: 0] += 1 } }
    let total = Double(max(2, items.count))
    return counts.mapValues { count in count <= 2 ? 1 : max(0.05, 1 - Double(count - 2) / total * 1.6) }
  }

  private func inverted(_ tasks: [Set<Term>]) -> [UInt64: [Int]] {
    var index: [UInt64: [Int]] = [:]
    for (task, terms) in tasks.enumerated() {
      for term in terms { index[term.key, default: []].append(task) }
    }
    return index
  }

  /// The likeness of a measure to the tasks that share a word with it: the weight of what they share by the weight of
  /// the shorter of the two.
  private func score(
    _ measure: Set<Term>, _ tasks: [Set<Term>], _ index: [UInt64: [Int]], _ weights: [UInt64: Double]
  ) -> [(task: Int, score: Double)] {
    // Sums in the order of the words, so that equal input gives equal sums to the last bit.
    func weight(_ terms: Set<Term>) -> Double {
      terms.sorted { $0.word < $1.word }.reduce(0) { $0 + (weights[$1.key] ?? 0) }
    }
    var shared: [Int: Double] = [:]
    for term in measure.sorted(by: { $0.word < $1.word }) {
      guard let found = index[term.key], found.count <= 64 else { continue }
      for task in found { shared[task, default: 0] += weights[term.key] ?? 0 }
    }
    let own = weight(measure)
    return shared.map { task, common in
      (task, common / max(1.5, min(own, weight(tasks[task]))))
    }.sorted { ($1.score, $0.task) < ($0.score, $1.task) }
  }

  // MARK: Parallel lists

  /// Whether two lists of the same length agree place by place wherever the words are clear.
  private func isParallel(
    _ measures: [RawItem], _ tasks: [RawItem], _ scores: [[(task: Int, score: Double)]]
  ) -> Bool {
    guard measures.count == tasks.count, measures.count >= 2 else { return false }
    var agreeing = 0
    var clear = 0
    for (index, found) in scores.enumerated() {
      guard let best = found.first, best.score >= MeasureMatcher.threshold else { continue }
      clear += 1
      if best.task == index || found.contains(where: { $0.task == index && $0.score >= best.score * 0.8 }) {
        agreeing += 1
      }
    }
    return clear >= max(2, measures.count / 2) && agreeing == clear
  }
}
