import MarkdownTree
import PostmortemRules

/// Findings for people: each with its line and a mark below the place.
public struct TextReport: LintReport {
  private let paint: TextPaint
  private let hasSummary: Bool

  /// Without a summary only findings are told.
  public init(isColored: Bool = false, hasSummary: Bool = true) {
    paint = TextPaint(isColored: isColored)
    self.hasSummary = hasSummary
  }

  public var opening: String { "" }
  public var separator: String { "\n" }

  public func part(for file: LintedFile) -> ReportPart { ReportPart(body: bytes(of: file)) }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] {
    guard hasSummary, totals.files > 0 else { return [] }
    return Array(((totals.findings > 0 ? "\n" : "") + LintSummary.line(for: totals) + "\n").utf8)
  }

  /// The path and the findings of a file; empty if there are none.
  public func text(of file: LintedFile) -> String { String(decoding: bytes(of: file), as: UTF8.self) }

  private func bytes(of file: LintedFile) -> [UInt8] {
    if file.findings.isEmpty { return [] }
    let columns = ColumnIndex(file.source)
    var text = TextBuffer(paint, capacity: 80 + file.findings.count * 480)
    text.bold { $0.putSafely(file.path) }
    text.put("\n")
    for (index, finding) in file.findings.enumerated() {
      if index > 0 { text.put("\n") }
      write(finding, in: file.source, columns: columns, to: &text)
    }
    return text.bytes
  }

  private func write(
    _ finding: Finding, in source: SourceText, columns: ColumnIndex, to text: inout TextBuffer
  ) {
    let (line, column) = columns.position(of: finding.span.start)
    let excerpt = Excerpt(of: finding.span, in: source)
    let margin = digits(of: line) + 3
    text.put("  ")
    text.put(line)
    text.put(":")
    text.put(column)
    text.put("  ")
    text.severity(finding.severity) { $0.put(finding.severity.name) }
    text.put("  ")
    text.putSafely(finding.message)
    text.put("  ")
    text.dim { $0.putSafely(finding.rule) }
    text.put("\n")
    text.put(0x20, times: margin)
    text.dim { $0.put("|") }
    text.put("\n  ")
    text.dim {
      $0.put(line)
      $0.put(" |")
    }
    if !excerpt.text.isEmpty { text.put(" ") }
    text.put(excerpt.text)
    text.put("\n")
    text.put(0x20, times: margin)
    text.dim { $0.put("|") }
    text.put(0x20, times: excerpt.indent + 1)
    text.severity(finding.severity) { $0.put(UInt8(ascii: "^"), times: excerpt.width) }
    text.put("\n")
    guard let help = finding.help else { return }
    text.put(0x20, times: margin)
    text.dim { $0.put("=") }
    text.put(" help: ")
    text.putSafely(help)
    text.put("\n")
  }

  private func digits(of number: Int) -> Int {
    var (count, rest) = (1, number / 10)
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }
}

extension Severity {
  fileprivate var name: StaticString {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
