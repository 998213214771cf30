import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules

/// Judges files and writes the reports in the order of their paths.
struct LintRun {
  let linters: LinterChoice
  let reports: [any LintReport]
  /// Nil where no report asks for it.
  private let root: RepositoryRoot?
  /// One day for all files, should midnight pass.
  private let today = Process.today

  private let minScore: Int?
  private let baseline: BaselineUse?

  init(
    linters: LinterChoice, reports: [any LintReport], root: RepositoryRoot?, minScore: Int? = nil,
    baseline: BaselineUse? = nil
  ) {
    self.baseline = baseline
    self.linters = linters
    self.reports = reports
    self.root = root
    self.minScore = minScore
  }

  /// What one file comes to, made on any thread.
  private struct Piece: Sendable {
    /// One for each report.
    var parts: [ReportPart] = []
    var totals = LintTotals()
    var failure: InputFailure?
    var record: BaselineUse.Record?
    /// Why the file's score fails the run.
    var complaint: String?
  }

  func run(
    _ inputs: [Input], into sinks: inout ReportSinks, keep: (BaselineUse.Record) -> Void = { _ in }
  ) -> LintTotals {
    var totals = LintTotals()
    let work = OrderedWork(count: inputs.count, threads: Process.coreCount) { [self] in piece(for: inputs[$0])
    }
    work.run { piece in
      totals.add(piece.totals)
      if let record = piece.record { keep(record) }
      if let failure = piece.failure { sinks.add(failure) }
      if let complaint = piece.complaint {
        sinks.flush()
        StandardError.write(complaint)
      }
      sinks.add(piece.parts)
    }
    sinks.close(totals)
    return totals
  }

  private func surroundings(of input: Input) -> Surroundings {
    guard case .file(let path) = input else { return Surroundings(today: today, fileExists: nil) }
    return Surroundings(today: today) { FileKind.exists(path.folder.appending(Array($0.utf8))) }
  }

  private func piece(for input: Input) -> Piece {
    var piece = Piece()
    do {
      let document = Document(parsing: SourceText(try input.bytes()))
      let postmortem = Postmortem(reading: document, fileName: input.path)
      let linter = linters.linter(for: postmortem)
      var file = LintedFile(
        path: input.path, location: root?.location(of: input), postmortem: postmortem, linter: linter,
        surroundings: surroundings(of: input))
      if let baseline { (file, piece.record) = baseline.settle(file, of: input, by: linter) }
      piece.totals.add(file)
      if let minScore, let score = file.score, score.total < minScore {
        piece.totals.addBelowMinimum()
        let advice = score.next?.advice.map { "; most to gain: \($0)" } ?? ""
        piece.complaint =
          "pmlint: \(SafeText.line(input.path)): score \(score.total) is below \(minScore)\(advice)"
      }
      piece.parts = reports.map { $0.part(for: file) }
    } catch {
      piece.totals.addUnreadable()
      piece.failure = error
    }
    return piece
  }
}

extension InputFailure {
  func tell() { StandardError.write("pmlint: \(SafeText.line(path)): \(reason)") }
}
