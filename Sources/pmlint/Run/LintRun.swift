import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules

/// Judges files and writes the report in the order of their paths.
struct LintRun {
  let plan: LintPlan
  let report: any LintReport
  /// One day for all files, should midnight pass.
  private let today = Process.today

  init(plan: LintPlan, report: any LintReport) {
    self.plan = plan
    self.report = report
  }

  /// What one file comes to, made on any thread.
  private struct Piece: Sendable {
    var part: ReportPart?
    var totals = LintTotals()
    var failure: InputFailure?
    /// Why the file's score fails the run.
    var complaint: String?
  }

  func run() -> LintTotals {
    var output = OutputStream()
    var totals = LintTotals()
    var codas: [UInt8] = []
    var hasPart = false
    output.write(report.opening)
    let work = OrderedWork(count: plan.inputs.count, threads: Process.coreCount) { [self] in
      piece(for: plan.inputs[$0], by: plan[$0])
    }
    work.run { piece in
      totals.add(piece.totals)
      if let failure = piece.failure {
        output.flush()
        failure.tell()
      }
      if let complaint = piece.complaint {
        output.flush()
        StandardError.write(complaint)
      }
      guard let part = piece.part else { return }
      if !part.body.isEmpty {
        if hasPart { output.write(report.separator) }
        output.write(part.body)
        hasPart = true
      }
      if !part.coda.isEmpty { codas += (codas.isEmpty ? [] : Array(report.separator.utf8)) + part.coda }
    }
    output.write(report.closing(codas: codas, totals: totals))
    output.flush()
    return totals
  }

  private func surroundings(of input: Input) -> Surroundings {
    guard case .file(let path) = input else { return Surroundings(today: today, fileExists: nil) }
    return Surroundings(today: today) { FileKind.exists(path.folder.appending(Array($0.utf8))) }
  }

  private func piece(for input: Input, by ruling: Ruling) -> Piece {
    var piece = Piece()
    do {
      let document = Document(parsing: SourceText(try input.bytes()))
      let postmortem = Postmortem(reading: document, fileName: input.path, dialect: ruling.dialect)
      let file = LintedFile(
        path: input.path, postmortem: postmortem, linter: ruling.linters.linter(for: postmortem),
        surroundings: surroundings(of: input))
      piece.totals.add(file)
      if ruling.isFailed(by: file.findings) { piece.totals.addFailing() }
      if let minScore = ruling.minScore, let score = file.score, score.total < minScore {
        piece.totals.addBelowMinimum()
        let advice = score.next?.advice.map { "; most to gain: \($0)" } ?? ""
        piece.complaint =
          "pmlint: \(SafeText.line(input.path)): score \(score.total) is below \(minScore)\(advice)"
      }
      piece.part = report.part(for: file)
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
