public import PostmortemModel

/// What a rule may know beside the report itself. What is not known keeps the rules that ask for it silent.
public struct Surroundings: Sendable {
  /// The day on which the report is judged.
  public let today: CivilDate?
  /// Whether a file or folder stands at a path relative to the report's own folder.
  public let fileExists: (@Sendable (_ path: String) -> Bool)?

  /// The report before the change under review; nil for a new one, and where no change is looked at.
  public private(set) var base: Postmortem?

  public init(today: CivilDate?, fileExists: (@Sendable (_ path: String) -> Bool)?) {
    self.today = today
    self.fileExists = fileExists
  }

  /// The same, with the report as it was before a change.
  public func comparing(to base: Postmortem?) -> Surroundings {
    var surroundings = self
    surroundings.base = base
    return surroundings
  }

  /// A report out of nowhere: standard input, a library's caller that knows no more.
  public static let unknown = Surroundings(today: nil, fileExists: nil)
}
