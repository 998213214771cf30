public import MarkdownTree
public import PostmortemRules

/// What is wrong with a configuration file, one line for each problem: `path:line:column: message`.
public struct ProblemReport: Sendable {
  private let path: String
  private let source: SourceText

  public init(path: String, source: SourceText) {
    self.path = SafeText.line(path)
    self.source = source
  }

  public func lines(_ problems: [ConfigurationProblem]) -> [String] {
    let columns = ColumnIndex(source)
    return problems.map { problem in
      let (line, column) = columns.position(of: min(problem.offset, source.bytes.count))
      return "\(path):\(line):\(column): \(SafeText.line(problem.message))"
    }
  }

  /// A place in the file: `path:line`.
  public func place(_ offset: Int) -> String {
    "\(path):\(source.line(at: min(offset, source.bytes.count)) + 1)"
  }
}
