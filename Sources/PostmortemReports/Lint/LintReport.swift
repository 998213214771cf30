/// A format in which findings are told.
///
/// A report is made in parts, one for each file, on any thread and in any order; whoever runs it writes them in the
/// order of the paths as they come. So no report is ever held in memory whole.
public protocol LintReport: Sendable {
  /// What stands before the first file.
  var opening: String { get }
  /// What stands between two parts, or two codas, that are not empty.
  var separator: String { get }
  /// A file's part.
  func part(for file: LintedFile) -> ReportPart
  /// The part of a file that could not be read.
  func part(for file: UnreadableFile) -> ReportPart
  /// What stands after the last file. `codas` are those of the parts, joined with the separator.
  func closing(codas: [UInt8], totals: LintTotals) -> [UInt8]
}

extension LintReport {
  /// Most formats have no place for it: people are told on standard error.
  public func part(for file: UnreadableFile) -> ReportPart { ReportPart(body: []) }
}

/// A file that nothing can be said of but that.
public struct UnreadableFile: Sendable {
  /// As it was named on the command line, or found below a folder named there.
  public let path: String
  /// From the repository's root, as in `LintedFile`.
  public let location: String
  /// In words that follow the path: "is a folder".
  public let reason: String

  public init(path: String, location: String, reason: String) {
    self.path = path
    self.location = location
    self.reason = reason
  }
}

/// What a report says of one file.
public struct ReportPart: Sendable {
  /// Written at once.
  public let body: [UInt8]
  /// Kept for the report's end.
  public let coda: [UInt8]

  public init(body: [UInt8], coda: [UInt8] = []) {
    self.body = body
    self.coda = coda
  }
}
