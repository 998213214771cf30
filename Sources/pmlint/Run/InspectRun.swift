import MarkdownTree
import PostmortemModel
import PostmortemReports

/// Reads files and writes what was understood, in the order of their paths.
struct InspectRun {
  /// For what stands around the files.
  let frame: InspectReport
  /// The reports of the files, which differ in their profiles.
  let plan: FilePlan<InspectReport>

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

  private static func part(for input: Input, _ report: InspectReport) -> Result<[UInt8], InputFailure> {
    do {
      let document = Document(parsing: SourceText(try input.bytes()))
      return .success(report.part(for: Postmortem(reading: document, fileName: input.path), path: input.path))
    } catch {
      return .failure(error)
    }
  }
}
