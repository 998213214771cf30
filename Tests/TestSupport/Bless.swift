public import Foundation
public import Testing

/// Whether golden files are to be written anew. Such a run fails, so that nobody takes it for a passed one.
public let isBlessing = ProcessInfo.processInfo.environment["PMLINT_BLESS"] == "1"

/// Expects `actual` to be the content of the file at `path` below `Fixtures`.
public func expectGolden(
  _ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectContent(actual, of: fixture(path), sourceLocation: sourceLocation)
}

/// Expects `actual` to be the content of `file`; with `PMLINT_BLESS=1` writes it there and fails.
public func expectContent(_ actual: String, of file: URL, sourceLocation: SourceLocation = #_sourceLocation) {
  let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  guard actual != expected else { return }
  if isBlessing {
    do {
      try Data(actual.utf8).write(to: file)
      Issue.record("blessed \(file.lastPathComponent); read the diff", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot write \(file.lastPathComponent): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  let difference = firstDifference(actual, expected ?? "")
  Issue.record("\(file.lastPathComponent) differs: \(difference)", sourceLocation: sourceLocation)
}

/// Expects `actual` to be the bytes of `file`; with `PMLINT_BLESS=1` writes them there and fails.
public func expectContent(_ actual: [UInt8], of file: URL, sourceLocation: SourceLocation = #_sourceLocation)
{
  guard (try? Data(contentsOf: file)) != Data(actual) else { return }
  let name = file.lastPathComponent
  guard isBlessing else {
    Issue.record("\(name) is stale: run PMLINT_BLESS=1 swift test", sourceLocation: sourceLocation)
    return
  }
  do {
    try Data(actual).write(to: file)
    Issue.record("blessed \(name)", sourceLocation: sourceLocation)
  } catch {
    Issue.record("cannot write \(name): \(error)", sourceLocation: sourceLocation)
  }
}

/// The first line in which two texts differ, for a message.
public func firstDifference(_ actual: String, _ expected: String) -> String {
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(new.count, old.count) {
    let (left, right) = (index < new.count ? new[index] : "(end)", index < old.count ? old[index] : "(end)")
    if left != right { return "line \(index + 1)\n  is:       \(left)\n  expected: \(right)" }
  }
  return "only the line ends"
}
