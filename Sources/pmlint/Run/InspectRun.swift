import MarkdownTree
import PostmortemModel
import PostmortemReports

/// Reads files and writes what was understood, in the order of their paths.
struct InspectRun {
  let report: InspectReport

  /// Gives the number of files that could not be read.
  func run(_ inputs: [Input]) -> Int {
    var output = OutputStream()
    var failures = 0
    var hasPart = false
    output.write(report.opening)
    let work = OrderedWork(count: inputs.count, threads: Process.coreCount) { [report] index in
      Self.part(for: inputs[index], report)
    }
    work.run { part in
      switch part {
      case .success(let bytes):
        if hasPart { output.write(report.separator) }
        output.write(bytes)
        hasPart = true
      case .failure(let failure):
        output.flush()
        failure.tell()
        failures += 1
      }
    }
    output.write(report.closing)
    output.flush()
    return failures
  }

  private static func part(for input: Input, _ report: InspectReport) -> Result<[UInt8], InputFailure> {
    do {
      let document = Document(parsing: SourceText(try input.bytes()))
      return .success(report.part(for: Postmortem(reading: document, fileName: input.path), path: input.path))
    } catch {
      return .failure(error)
    }
  }
}
