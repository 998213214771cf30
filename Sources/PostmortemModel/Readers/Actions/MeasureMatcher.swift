import MarkdownTree

/// Finds the tasks that carry out each measure.
///
/// Nested tasks belong to the item above them. Otherwise words decide: stems, weighted by how rare they are among the
/// items of the report, with the synonyms of `Vocabulary/synonyms.txt`. Lists of the same length whose clear pairs
/// stand in the same order are read as parallel.
struct MeasureMatcher {
  let text: ReportText

  /// The words alike that make a match, as a part of all that the measure says.
  private static let threshold = 0.34

  struct Result {
    var matches: [Measure.Match] = []
    var nearest: [Int] = []
  }

  /// For each measure its tasks, both given by their words. `nested[m]` are tasks beneath it.
  func match(_ measures: [Range<Int>], _ tasks: [Range<Int>], nested: [[Int]]) -> [Result] {
    if measures.isEmpty { return [] }
    var table = TermTable(text)
    let measureTerms = measures.map { table.terms(of: $0) }
    let taskTerms = tasks.map { table.terms(of: $0) }
    var likeness = Likeness(table, taskTerms)
    let scores = measureTerms.map { likeness.scores(of: $0) }
    let parallel = measures.count == tasks.count && isParallel(scores)
    return measures.indices.map { measure in
      var result = Result()
      for task in nested[measure] { result.matches.append(Measure.Match(task: task, reason: .nested)) }
      let best = scores[measure].first?.score ?? 0
      for (task, score) in scores[measure] where !nested[measure].contains(task) {
        if parallel, task == measure, score > 0.05 {
          result.matches.append(Measure.Match(task: task, reason: .parallel))
        } else if score >= max(MeasureMatcher.threshold, best * 0.7) {
          let words = sharedWords(measureTerms[measure], taskTerms[task])
          result.matches.append(Measure.Match(task: task, reason: .words(words)))
        }
      }
      if result.matches.isEmpty {
        result.nearest = scores[measure].prefix(2).filter { $0.score > 0.1 }.map(\.task)
      }
      return result
    }
  }

  /// The words of a measure, as written, that a task has too.
  private func sharedWords(_ measure: [TermTable.Term], _ task: [TermTable.Term]) -> [String] {
    let meanings = task.count > 32 ? Set(task.map(\.meaning)) : nil
    var words: [String] = []
    for term in measure
    where meanings?.contains(term.meaning) ?? task.contains(where: { $0.meaning == term.meaning }) {
      words.append(text.text(text.words[term.word].span).lowercased())
    }
    return words
  }

  // MARK: Parallel lists

  /// Whether two lists of the same length agree place by place wherever the words are clear.
  private func isParallel(_ scores: [[Likeness.Score]]) -> Bool {
    guard scores.count >= 2 else { return false }
    var agreeing = 0
    var clear = 0
    for (index, found) in scores.enumerated() {
      guard let best = found.first, best.score >= MeasureMatcher.threshold else { continue }
      clear += 1
      if best.task == index || found.contains(where: { $0.task == index && $0.score >= best.score * 0.8 }) {
        agreeing += 1
      }
    }
    return clear >= max(2, scores.count / 2) && agreeing == clear
  }
}
