import PostmortemReports

/// The baseline of a run: read before it, brought up to date while it goes on, written after it.
struct BaselineLedger {
  let use: BaselineUse
  private let file: FilePath
  private var baseline: Baseline
  private var linted: Set<String> = []
  private var mended = 0

  /// A baseline to go by, which must be there.
  init(reading file: FilePath, prunes: Bool) throws(UsageFailure) {
    guard FileKind.exists(file) else {
      throw UsageFailure(
        message: "\(file.text): there is no such baseline; write it with --write-baseline \(file.text)")
    }
    try self.init(file, try BaselineLedger.read(file), prunes ? .prune : .hide)
  }

  /// A baseline to be written, which may be there already.
  init(writing file: FilePath) throws(UsageFailure) {
    try self.init(file, FileKind.exists(file) ? try BaselineLedger.read(file) : Baseline(), .write)
  }

  private init(
    _ file: FilePath, _ baseline: Baseline, _ purpose: BaselineUse.Purpose
  ) throws(UsageFailure) {
    self.file = file
    self.baseline = baseline
    use = BaselineUse(purpose: purpose, baseline: baseline, folder: BaselineFolder(of: file))
  }

  private static func read(_ file: FilePath) throws(UsageFailure) -> Baseline {
    let bytes: [UInt8]
    do {
      bytes = try FileReader.read(file)
    } catch {
      throw UsageFailure(message: "\(error.path): \(error.reason)")
    }
    // What is no baseline may be somebody's work: it is neither read nor overwritten.
    guard Baseline.isNamed(in: bytes) || bytes.isEmpty else {
      throw UsageFailure(
        message: "\(file.text):1: is no baseline; name another file, or one that is not there yet")
    }
    if bytes.isEmpty { return Baseline() }
    do {
      return try Baseline(parsing: bytes)
    } catch {
      throw UsageFailure(
        message: "\(file.text):\(error.line): \(error.reason); mend it, or delete the file and write it anew "
          + "with --write-baseline \(file.text)")
    }
  }

  mutating func add(_ record: BaselineUse.Record) {
    linted.insert(record.path)
    mended += record.mended
    if let entries = record.entries { baseline.set(entries, of: record.path) }
  }

  /// Writes what has changed and says so.
  mutating func close(quiet: Bool) throws(UsageFailure) {
    switch use.purpose {
    case .hide:
      if mended > 0 {
        tell(
          "\(counted(mended, "finding")) of \(file.text) \(mended == 1 ? "is" : "are") mended; "
            + "drop \(mended == 1 ? "it" : "them") with --prune-baseline", quiet)
      }
    case .prune:
      let gone = dropLostFiles()
      guard mended + gone > 0 else { return tell("nothing to drop from \(file.text)", quiet) }
      try write()
      tell("dropped \(counted(mended + gone, "finding")) from \(file.text), \(baseline.count) left", quiet)
    case .write:
      _ = dropLostFiles()
      try write()
      let files = counted(baseline.files.count, "file")
      tell("wrote \(counted(baseline.count, "finding")) of \(files) to \(file.text)", quiet)
    }
  }

  /// Takes out the files that are gone; gives the number of their findings.
  private mutating func dropLostFiles() -> Int {
    let before = baseline.count
    for path in baseline.files.keys where !linted.contains(path) && !use.folder.holds(path) {
      baseline.set([], of: path)
    }
    return before - baseline.count
  }

  private func write() throws(UsageFailure) {
    do {
      try FileReplacement.write(baseline.text, to: file)
    } catch {
      throw UsageFailure(message: "\(error.path): \(error.reason)")
    }
  }

  private func tell(_ notice: String, _ isQuiet: Bool) {
    if !isQuiet { StandardError.write("pmlint: " + SafeText.line(notice)) }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
