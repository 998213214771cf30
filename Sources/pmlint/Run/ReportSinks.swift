import PostmortemReports

/// A report and where it goes, written as it comes.
private struct ReportSink {
  let report: any LintReport
  private var output: OutputStream
  private var codas: [UInt8] = []
  private var hasPart = false

  init(_ report: any LintReport, _ output: OutputStream) {
    self.report = report
    self.output = output
    self.output.write(report.opening)
  }

  mutating func add(_ part: ReportPart) {
    if !part.body.isEmpty {
      if hasPart { output.write(report.separator) }
      output.write(part.body)
      hasPart = true
    }
    if !part.coda.isEmpty { codas += (codas.isEmpty ? [] : Array(report.separator.utf8)) + part.coda }
  }

  mutating func flush() { output.flush() }

  mutating func close(_ totals: LintTotals) {
    output.write(report.closing(codas: codas, totals: totals))
    output.flush()
  }
}

/// All reports of a run.
struct ReportSinks {
  private var sinks: [ReportSink] = []
  private let root: RepositoryRoot?

  init(root: RepositoryRoot?) { self.root = root }

  mutating func add(_ report: any LintReport, _ output: OutputStream) {
    sinks.append(ReportSink(report, output))
  }

  /// The parts of one file, one for each report; none for a file that was not read.
  mutating func add(_ parts: [ReportPart]) {
    for (index, part) in zip(sinks.indices, parts) { sinks[index].add(part) }
  }

  /// Tells people of a file that cannot be read, and the reports that have a place for it.
  ///
  /// - Parameter isRead: whether the file was read and something else failed, of which reports say nothing.
  mutating func add(_ failure: InputFailure, isRead: Bool = false) {
    flush()
    failure.tell()
    if isRead { return }
    let location = root?.location(of: .file(FilePath(failure.path))) ?? failure.path
    let file = UnreadableFile(path: failure.path, location: location, reason: failure.reason)
    for index in sinks.indices { sinks[index].add(sinks[index].report.part(for: file)) }
  }

  mutating func flush() { for index in sinks.indices { sinks[index].flush() } }

  mutating func close(_ totals: LintTotals) { for index in sinks.indices { sinks[index].close(totals) } }
}
