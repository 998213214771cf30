public import PostmortemModel

/// What a rule may know beside the report itself. What is not known keeps the rules that ask for it silent.
public struct Surroundings: Sendable {
  /// The day on which the report is judged.
  public let today: CivilDate?
  /// Whether a file or folder stands at a path relative to the report's own folder.
  public let fileExists: (@Sendable (_ path: String) -> Bool)?

  public init(today: CivilDate?, fileExists: (@Sendable (_ path: String) -> Bool)?) {
    self.today = today
    self.fileExists = fileExists
  }

  /// A report out of nowhere: standard input, a library's caller that knows no more.
  public static let unknown = Surroundings(today: nil, fileExists: nil)
}
