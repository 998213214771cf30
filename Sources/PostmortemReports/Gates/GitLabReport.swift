import MarkdownTree
import PostmortemRules

/// Findings for GitLab's code quality: an array of issues, which the merge request compares by their fingerprints.
public struct GitLabReport: LintReport {
  public init() {}

  public var opening: String { "[\n" }
  public var separator: String { ",\n" }

  public func part(for file: LintedFile) -> ReportPart {
    if file.findings.isEmpty { return ReportPart(body: []) }
    let columns = ColumnIndex(file.source)
    let fingerprints = file.fingerprints(as: file.location).findings
    var bytes: [UInt8] = []
    for (finding, fingerprint) in zip(file.findings, fingerprints) {
      if !bytes.isEmpty { bytes.append(contentsOf: separator.utf8) }
      var json = JSONWriter()
      json.object { json in
        json.member("description", finding.message)
        json.member("check_name", finding.rule)
        json.member("fingerprint", fingerprint.digest)
        json.member("severity", severity(finding.severity))
        json.member("categories") { $0.array { $0.string("Style") } }
        if let help = finding.help { json.member("content") { $0.object { $0.member("body", help) } } }
        json.member("location") { write(file.anchor(of: finding), of: file, columns, to: &$0) }
      }
      bytes.append(contentsOf: json.bytes)
    }
    return ReportPart(body: bytes)
  }

  public func part(for file: UnreadableFile) -> ReportPart {
    var json = JSONWriter()
    json.object { json in
      json.member("description", "cannot be read: \(file.reason)")
      json.member("check_name", "unreadable")
      json.member("fingerprint", Digest.text(of: ["unreadable", file.location]))
      json.member("severity", "blocker")
      json.member("location") { json in
        json.object { json in
          json.member("path", file.location)
          json.member("lines") { $0.object { $0.member("begin", 1) } }
        }
      }
    }
    return ReportPart(body: json.bytes)
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] { Array("\n]\n".utf8) }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .info: "info"
    case .warning: "minor"
    case .error: "major"
    }
  }

  /// Lines for readers that know no others, and positions.
  private func write(
    _ span: SourceSpan, of file: LintedFile, _ columns: ColumnIndex, to json: inout JSONWriter
  ) {
    let places = [("begin", columns.position(of: span.start)), ("end", columns.position(of: span.end))]
    json.object { json in
      json.member("path", file.location)
      json.member("lines") { json in
        json.object { json in for (name, place) in places { json.member(name, place.line) } }
      }
      json.member("positions") { json in
        json.object { json in
          for (name, place) in places {
            json.member(name) { json in
              json.object { json in
                json.member("line", place.line)
                json.member("column", place.column)
              }
            }
          }
        }
      }
    }
  }
}
