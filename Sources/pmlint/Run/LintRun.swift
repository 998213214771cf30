import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules

/// Judges files and writes the reports in the order of their paths.
struct LintRun {
  let plan: LintPlan
  let reports: [any LintReport]
  /// Nil where no report asks for it.
  private let root: RepositoryRoot?
  /// One day for all files, should midnight pass.
  private let today = Process.today
  private let lookup = FileLookup()

  private let baselines: BaselineShelf.Uses
  private let repair: Repair?
  /// Nil where files are linted as they are and as a whole.
  private let change: Change?

  init(
    plan: LintPlan, reports: [any LintReport], root: RepositoryRoot?, baselines: BaselineShelf.Uses,
    repair: Repair? = nil, change: Change? = nil
  ) {
    self.plan = plan
    self.reports = reports
    self.root = root
    self.baselines = baselines
    self.repair = repair
    self.change = change
  }

  /// What one file comes to, made on any thread.
  private struct Piece: Sendable {
    /// One for each report.
    var parts: [ReportPart] = []
    var totals = LintTotals()
    var failure: InputFailure?
    /// For the baseline of a number.
    var record: (number: Int, BaselineUse.Record)?
    /// Why the file's score fails the run.
    var complaint: String?
    /// What mending the file comes to; nil where nothing is to be mended.
    var mended: Repair.Result?
  }

  func run(into sinks: inout ReportSinks, keep: (BaselineUse.Record, _ number: Int) -> Void) -> LintTotals {
    var totals = LintTotals()
    let work = OrderedWork(count: plan.inputs.count, threads: Process.coreCount) { [self] in
      piece(for: plan.inputs[$0], by: plan[$0])
    }
    work.run { piece in
      totals.add(piece.totals)
      if let (number, record) = piece.record { keep(record, number) }
      piece.mended?.tell()
      if let failure = piece.failure { sinks.add(failure, isRead: !piece.parts.isEmpty) }
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
    return Surroundings(today: today) { [lookup] in lookup.mayExist($0, from: path.folder) }
  }

  private func bytes(of input: Input) throws(InputFailure) -> [UInt8] {
    guard let change else { return try input.bytes() }
    return try change.bytes(of: input)
  }

  private func complaint(on file: LintedFile, by ruling: Ruling) -> String? {
    guard let minScore = ruling.minScore, let score = file.score, score.total < minScore else { return nil }
    let advice = score.next?.advice.map { "; most to gain: \($0)" } ?? ""
    return "pmlint: \(SafeText.line(file.path)): score \(score.total) is below \(minScore)\(advice)"
  }

  private func piece(for input: Input, by ruling: Ruling) -> Piece {
    var piece = Piece()
    do {
      let document = Document(parsing: SourceText(try bytes(of: input)))
      var postmortem = Postmortem(reading: document, fileName: input.path, dialect: ruling.dialect)
      let linter = ruling.linters.linter(for: postmortem)
      let baseline = baselines[ruling]
      let before = try Before(change, input, linter: linter)
      let surroundings = surroundings(of: input).comparing(to: before?.text.map(postmortem.reading(of:)))
      if let repair {
        let mended = repair.mend(
          postmortem, of: input, linter: linter, surroundings: surroundings, baseline: baseline?.use,
          before: before)
        postmortem = mended.postmortem
        piece.totals.add(fixes: mended.fixes)
        piece.mended = mended
        piece.failure = mended.failure
        if mended.failure != nil { piece.totals.addUnwritten() }
      }
      var file = LintedFile(
        path: input.path, location: root?.location(of: input), postmortem: postmortem, linter: linter,
        surroundings: surroundings)
      if let (number, use) = baseline {
        let (settled, record) = use.settle(file, of: input, by: linter)
        (file, piece.record) = (settled, (number, record))
      }
      if let before { file = before.told(file, of: postmortem) }
      piece.totals.add(file)
      if ruling.isFailed(by: file.findings) { piece.totals.addFailing() }
      piece.complaint = complaint(on: file, by: ruling)
      if piece.complaint != nil { piece.totals.addBelowMinimum() }
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
