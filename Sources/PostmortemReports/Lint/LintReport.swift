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
  /// What stands after the last file. `codas` are those of the parts, joined with the separator.
  func closing(codas: [UInt8], totals: LintTotals) -> [UInt8]
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
