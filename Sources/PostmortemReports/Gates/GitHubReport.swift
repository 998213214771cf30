import MarkdownTree
import PostmortemRules

/// Findings as commands of GitHub Actions, which shows them as annotations at their lines.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest, so the worst come first.
public struct GitHubReport: LintReport {
  public enum Manner: Sendable {
    /// Errors as they come, the rest at the end.
    case streamed
    /// After another report on the same output.
    case last
    /// After another report that tells all findings: only as many of each severity as GitHub shows.
    case shown
  }

  /// How many annotations of a severity GitHub shows for one step.
  static let limit = 10
  private static let commands = ["::error ", "::warning ", "::notice "]
  private let manner: Manner

  public init(_ manner: Manner = .streamed) { self.manner = manner }

  public var opening: String { "" }
  public var separator: String { "" }

  public func part(for file: LintedFile) -> ReportPart {
    if file.findings.isEmpty { return ReportPart(body: []) }
    let columns = ColumnIndex(file.source, counting: .utf16)
    var (body, coda): ([UInt8], [UInt8]) = ([], [])
    var counts: [Severity: Int] = [:]
    for finding in file.findings {
      counts[finding.severity, default: 0] += 1
      if manner == .shown, counts[finding.severity, default: 0] > Self.limit { continue }
      let line = line(for: finding, in: file, columns)
      if manner == .streamed, finding.severity == .error { body += line } else { coda += line }
    }
    return ReportPart(body: body, coda: coda)
  }

  public func part(for file: UnreadableFile) -> ReportPart {
    let line = "::error file=\(property(file.location)),title=unreadable::\(message(file.reason))\n"
    return manner == .streamed
      ? ReportPart(body: Array(line.utf8)) : ReportPart(body: [], coda: Array(line.utf8))
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] {
    let lines = codas.split(separator: 0x0A)
    return Self.commands.flatMap { command in
      let told = lines.filter { $0.starts(with: command.utf8) }
      return told.prefix(manner == .shown ? Self.limit : told.count).flatMap { $0 + [0x0A] }
    }
  }

  private func line(for finding: Finding, in file: LintedFile, _ columns: ColumnIndex) -> [UInt8] {
    let span = file.anchor(of: finding)
    let (start, end) = (columns.position(of: span.start), columns.position(of: span.end))
    // Columns of a place on several lines are refused.
    let reach =
      start.line == end.line ? ",col=\(start.column),endColumn=\(end.column)" : ""
    let help = finding.help.map { "%0A" + message($0) } ?? ""
    return Array(
      (command(for: finding.severity)
        + "file=\(property(file.location)),line=\(start.line),endLine=\(end.line)"
        + "\(reach),title=\(property(finding.rule))::\(message(finding.message))\(help)\n").utf8)
  }

  private func command(for severity: Severity) -> String {
    switch severity {
    case .error: Self.commands[0]
    case .warning: Self.commands[1]
    case .info: Self.commands[2]
    }
  }

  private func message(_ text: String) -> String { escaped(SafeText.line(text), also: "") }
  private func property(_ text: String) -> String {
    if SafeText.line(text) == text { return escaped(text, also: ":,") }
    // Line ends stay what they are, so that the annotation finds its file.
    let parts = text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? String($0) : SafeText.line(String($0)) }
    return escaped(parts.joined(), also: ":,")
  }

  private func escaped(_ text: String, also marks: String) -> String {
    let special = Array(("%\r\n" + marks).utf8)
    if !text.utf8.contains(where: special.contains) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if special.contains(byte) { PercentEncoding.append(byte, to: &bytes) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
