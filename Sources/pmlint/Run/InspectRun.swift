import MarkdownTree
import PostmortemModel
import PostmortemReports

/// Reads files and writes what was understood, in the order of their paths.
struct InspectRun {
  /// For what stands around the files.
  let frame: InspectReport
  let plan: FilePlan<Manner>

  /// Gives the number of files that could not be read.
  func run() -> Int {
    var output = OutputStream()
    var failures = 0
    var hasPart = false
    output.write(frame.opening)
    let work = OrderedWork(count: plan.inputs.count, threads: Process.coreCount) { [plan] index in
      Self.part(for: plan.inputs[index], plan[index])
    }
    work.run { part in
      switch part {
      case .success(let bytes):
        if hasPart { output.write(frame.separator) }
        output.write(bytes)
        hasPart = true
      case .failure(let failure):
        output.flush()
        failure.tell()
        failures += 1
      }
    }
    output.write(frame.closing)
    output.flush()
    return failures
  }

  /// How a file is read and its reading told.
  struct Manner: Sendable {
    let report: InspectReport
    let dialect: Dialect
  }

  private static func part(for input: Input, _ manner: Manner) -> Result<[UInt8], InputFailure> {
    do {
      let document = Document(parsing: SourceText(try input.bytes()))
      let postmortem = Postmortem(reading: document, fileName: input.path, dialect: manner.dialect)
      return .success(manner.report.part(for: postmortem, path: input.path))
    } catch {
      return .failure(error)
    }
  }
}
