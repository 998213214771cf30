import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules

/// Takes any bytes the whole way: reading, all rules, every format, mending. Gives the claims that are broken.
///
/// The profile and the choice of fixes follow from the bytes, so that one text always goes one way.
public func brokenOnTheWholePath(of bytes: [UInt8]) -> [String] {
  let number = bytes.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
  let profile = Profile.all[Int(number) % Profile.all.count]
  let document = Document(parsing: SourceText(bytes))
  let postmortem = Postmortem(reading: document)
  var broken = brokenInvariants(document) + brokenInvariants(postmortem) + brokenAgainstCMark(document)
  // What names a file is as little to be trusted as what stands in it.
  let path = String(decoding: bytes.prefix(40), as: UTF8.self)
  let usual = Linter(profile: profile)
  let linter = number & 1 == 0 ? usual : Linter(rules: Rule.all, profile: profile, showsAll: true)
  let file = LintedFile(path: path, postmortem: postmortem, linter: linter, surroundings: surroundings)
  broken += brokenInvariants(file.findings, in: postmortem)
  for (name, report) in lintFormats { broken += brokenInvariants(of: report, named: name, on: [file]) }
  for (format, name) in [(InspectReport.Format.text, "inspect.txt"), (.json, "inspect.json")] {
    let report = InspectReport(format: format, profiles: .fixed(profile))
    broken += brokenInvariants(ofText: report.part(for: postmortem, path: path), named: name)
  }
  broken += brokenByMending(postmortem, by: usual, withSuggestions: number & 0x8000 == 0)
  broken += brokenInTools(bytes)
  return broken
}

/// Whether our blocks are those of libcmark, where it sees the same text as we do and has all that we have.
private func brokenAgainstCMark(_ document: Document) -> [String] {
  let bytes = document.source.bytes
  let ours = structure(of: document)
  let isAlike = document.frontMatter == nil && !bytes.contains(0) && !ours.contains { $0.hasSuffix("table") }
  if !isAlike { return [] }
  let theirs = structure(byCMark: bytes)
  if ours == theirs { return [] }
  let line = zip(ours, theirs).prefix { $0 == $1 }.count
  return [
    "block \(line) differs from libcmark's: \(ours.dropFirst(line).first ?? "none"), \(theirs.dropFirst(line).first ?? "none")"
  ]
}

private let surroundings = Surroundings(today: CivilDate(year: 2025, month: 6, day: 30)) {
  $0.utf8.count % 2 == 0
}

/// The same bytes as a configuration, a baseline, and one side of a change.
private func brokenInTools(_ bytes: [UInt8]) -> [String] {
  _ = ConfigurationReader.read(bytes, version: "1.0.0")
  _ = try? Baseline(parsing: bytes)
  let half = Array(bytes.suffix(bytes.count / 2))
  _ = ChangedLines(from: half, to: Postmortem(reading: SourceText(bytes)))
  _ = UnifiedDiff(from: half, to: bytes).bytes(path: "a.md")
  return []
}
