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
  var broken = brokenInvariants(document) + brokenInvariants(postmortem)
  // What names a file is as little to be trusted as what stands in it.
  let path = String(decoding: bytes.prefix(40), as: UTF8.self)
  let all = Linter(rules: Rule.all, profile: profile, showsAll: true)
  let usual = Linter(profile: profile)
  for linter in [all, usual] {
    let file = LintedFile(path: path, postmortem: postmortem, linter: linter, surroundings: surroundings)
    broken += brokenInvariants(file.findings, in: postmortem)
    for (name, report) in lintFormats {
      broken += brokenInvariants(of: report, named: name, on: [file, file])
    }
  }
  for (format, name) in [(InspectReport.Format.text, "inspect.txt"), (.json, "inspect.json")] {
    let report = InspectReport(format: format, profiles: .fixed(profile))
    broken += brokenInvariants(ofText: report.part(for: postmortem, path: path), named: name)
  }
  broken += brokenByMending(postmortem, by: usual, withSuggestions: number & 0x8000 == 0)
  broken += brokenInTools(bytes)
  return broken
}

private let surroundings = Surroundings(today: CivilDate(year: 2025, month: 6, day: 30)) { $0.utf8.count % 2 == 0 }

/// The same bytes as a configuration, a baseline, and one side of a change.
private func brokenInTools(_ bytes: [UInt8]) -> [String] {
  _ = ConfigurationReader.read(bytes, version: "1.0.0")
  _ = try? Baseline(parsing: bytes)
  let half = Array(bytes.suffix(bytes.count / 2))
  _ = ChangedLines(from: half, to: Postmortem(reading: SourceText(bytes)))
  _ = UnifiedDiff(from: half, to: bytes).bytes(path: "a.md")
  return []
}
