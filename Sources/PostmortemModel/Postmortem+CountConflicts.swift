public import MarkdownTree

/// A share that its own two numbers contradict.
public struct CountConflict: Sendable {
  /// The place of the percentage.
  public let span: SourceSpan
  /// The place of the two numbers.
  public let pair: SourceSpan
  /// The percentage that the numbers give.
  public let share: Double
}

extension Postmortem {
  /// "3 of 10 users (50 %)": shares that do not go with the numbers beside them, within the text's own rounding.
  public var countConflicts: [CountConflict] {
    CountReader(text: reading.text, shapes: reading.shapes, percentages: percentages).conflicts()
  }
}
