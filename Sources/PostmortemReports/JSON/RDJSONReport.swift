import MarkdownTree
import PostmortemRules

/// Findings for reviewdog, which comments on the changed lines of a pull request.
///
/// Columns count bytes from 1, ends are exclusive, as its format demands.
public struct RDJSONReport: LintReport {
  public init() {}

  public var opening: String { "{\"source\":{\"name\":\"pmlint\"},\"diagnostics\":[\n" }
  public var separator: String { ",\n" }

  public func part(for file: LintedFile) -> ReportPart {
    if file.findings.isEmpty { return ReportPart(body: []) }
    let columns = ColumnIndex(file.source, counting: .bytes)
    var bytes: [UInt8] = []
    for finding in file.findings {
      if !bytes.isEmpty { bytes.append(contentsOf: separator.utf8) }
      var json = JSONWriter()
      write(finding, path: file.path, columns: columns, to: &json)
      bytes.append(contentsOf: json.bytes)
    }
    return ReportPart(body: bytes)
  }

  public func part(for file: UnreadableFile) -> ReportPart {
    var json = JSONWriter()
    json.object { json in
      json.member("message", file.reason)
      json.member("location") { $0.object { $0.member("path", file.path) } }
      json.member("severity", "ERROR")
      json.member("code") { $0.object { $0.member("value", "unreadable") } }
    }
    return ReportPart(body: json.bytes)
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] { Array("\n]}\n".utf8) }

  private func write(
    _ finding: Finding, path: String, columns: ColumnIndex, to json: inout JSONWriter
  ) {
    let help = finding.help.map { "\n\($0)" } ?? ""
    json.object { json in
      json.member("message", finding.message + help)
      json.member("location") { json in
        json.object { json in
          json.member("path", path)
          json.range(from: finding.span.start, to: finding.span.end, columns)
        }
      }
      json.member("severity", finding.severity.rawValue.uppercased())
      json.member("code") { $0.object { $0.member("value", finding.rule) } }
      guard let fix = finding.fix else { return }
      json.members("suggestions", of: fix.edits) { json, edit in
        json.object { json in
          json.range(from: edit.span.start, to: edit.span.end, columns)
          json.member("text", edit.replacement)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func range(from start: Int, to end: Int, _ columns: ColumnIndex) {
    member("range") { json in
      json.object { json in
        for (name, offset) in [("start", start), ("end", end)] {
          json.member(name) { json in
            json.object { json in
              let (line, column) = columns.position(of: offset)
              json.member("line", line)
              json.member("column", column)
            }
          }
        }
      }
    }
  }
}
