import Foundation
public import PostmortemReports
import PostmortemRules

/// The formats of `lint`, by the ends of their files' names.
public let lintFormats: [(name: String, report: any LintReport)] = [
  ("text.txt", TextReport()), ("concise.txt", ConciseReport()), ("lint.json", JSONReport()),
  ("lint.jsonl", JSONLinesReport()), ("lint.sarif", SARIFReport(version: "1", rules: RuleRoster(of: []))),
  ("github.txt", GitHubReport()), ("gitlab.json", GitLabReport()), ("junit.xml", JUnitReport()),
  ("checkstyle.xml", CheckstyleReport()), ("rdjson.json", RDJSONReport()), ("comment.md", MarkdownReport()),
  ("step-summary.md", StepSummaryReport()),
]

/// What holds for what any format says of any files: it is UTF-8 of its format, and nothing in it can move a cursor or
/// turn the direction of text. Gives the claims that are broken.
public func brokenInvariants(of report: any LintReport, named name: String, on files: [LintedFile])
  -> [String]
{
  let text = wholeReport(report, on: files)
  return brokenInvariants(ofText: text, named: name)
}

/// The same of a text that is written already.
public func brokenInvariants(ofText text: [UInt8], named name: String) -> [String] {
  guard let string = String(validating: text, as: UTF8.self) else { return ["\(name) is no UTF-8"] }
  var broken: [String] = []
  if let scalar = string.unicodeScalars.first(where: isHarmful) {
    broken.append("\(name) holds U+\(String(scalar.value, radix: 16))")
  }
  if name.hasSuffix(".jsonl") {
    for line in text.split(separator: 0x0A) where !isJSON(Array(line)) { broken.append("a line of \(name)") }
  } else if name.hasSuffix(".json") || name.hasSuffix(".sarif") {
    if !isJSON(text) { broken.append("\(name) is no JSON") }
  } else if name.hasSuffix(".xml") {
    if let fault = XMLCheck.fault(in: text) { broken.append("\(name) is no XML: \(fault)") }
  }
  return broken
}

private func wholeReport(_ report: any LintReport, on files: [LintedFile]) -> [UInt8] {
  var totals = LintTotals()
  for file in files { totals.add(file) }
  let parts = files.map { report.part(for: $0) }
  let join = { (pieces: [[UInt8]]) in
    Array(pieces.filter { !$0.isEmpty }.joined(separator: Array(report.separator.utf8)))
  }
  return Array(report.opening.utf8) + join(parts.map(\.body))
    + report.closing(codas: join(parts.map(\.coda)), totals: totals)
}

private func isJSON(_ text: [UInt8]) -> Bool {
  (try? JSONSerialization.jsonObject(with: Data(text))) != nil
}

/// Control characters but the line feed, and those that turn the direction of text or end a line unseen.
private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A: false
  case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
