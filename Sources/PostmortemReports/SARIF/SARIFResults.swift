import MarkdownTree
import PostmortemRules

/// The findings of one file as results, one after the other.
struct SARIFResults {
  /// What set a finding aside.
  enum Hiding {
    /// A directive, with what it says for it.
    case inSource(String?)
    case baseline
  }

  private(set) var bytes: [UInt8] = []
  private let file: LintedFile
  private let rules: RuleRoster
  private let tellsHidden: Bool
  private let columns: ColumnIndex
  private let hashes: LineHashes
  private let location: [UInt8]

  init(of file: LintedFile, rules: RuleRoster, tellsHidden: Bool) {
    self.file = file
    self.rules = rules
    self.tellsHidden = tellsHidden
    columns = ColumnIndex(file.source, counting: .utf16)
    hashes = LineHashes(of: file.source)
    var json = JSONWriter()
    json.object { $0.artifact(file.location) }
    // Without the braces: it stands first in several objects.
    location = Array(json.bytes.dropFirst().dropLast())
  }

  mutating func add(_ finding: Finding, _ fingerprint: Fingerprint, _ hiding: Hiding? = nil) {
    if !bytes.isEmpty { bytes.append(contentsOf: [0x2C, 0x0A]) }
    var json = JSONWriter()
    json.object { json in
      json.member("ruleId", finding.rule)
      if let place = rules.place(of: finding.rule) { json.member("ruleIndex", place) }
      json.member("level", SARIFRules.level(finding.severity))
      json.member("message") { json in
        json.object { json in
          json.member(
            "text", finding.help.map { "\(finding.message).\n\nTo mend it: \($0)." } ?? finding.message)
        }
      }
      writeLocation(of: finding, to: &json)
      json.member("partialFingerprints") { json in
        json.object { json in
          let line = file.source.line(at: file.anchor(of: finding).start)
          if let hash = hashes.text(ofLine: line) { json.member("primaryLocationLineHash", hash) }
          json.member("pmlint/v\(Fingerprint.version)", fingerprint.digest)
        }
      }
      if let fix = finding.fix, !fix.edits.isEmpty { write(fix, to: &json) }
      // All results or none must say whether they are set aside.
      if tellsHidden { json.member("suppressions") { write(hiding, to: &$0) } }
    }
    bytes.append(contentsOf: json.bytes)
  }

  private func writeLocation(of finding: Finding, to json: inout JSONWriter) {
    json.member("locations") { json in
      json.array { json in
        json.object { json in
          json.member("physicalLocation") { json in
            json.object { json in
              json.members(location)
              json.member("region") { write(file.anchor(of: finding), to: &$0) }
            }
          }
        }
      }
    }
  }

  private func write(_ span: SourceSpan, to json: inout JSONWriter) {
    let (start, end) = (columns.position(of: span.start), columns.position(of: span.end))
    json.object { json in
      json.member("startLine", start.line)
      json.member("startColumn", start.column)
      json.member("endLine", end.line)
      json.member("endColumn", end.column)
    }
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    json.member("fixes") { json in
      json.array { json in
        json.object { json in
          json.member("description") { $0.object { $0.member("text", fix.title) } }
          json.member("artifactChanges") { json in
            json.array { json in
              json.object { json in
                json.members(location)
                json.members("replacements", of: fix.edits) { json, edit in write(edit, to: &json) }
              }
            }
          }
        }
      }
    }
  }

  private func write(_ edit: Fix.Edit, to json: inout JSONWriter) {
    json.object { json in
      json.member("deletedRegion") { write(edit.span, to: &$0) }
      json.member("insertedContent") { $0.object { $0.member("text", edit.replacement) } }
    }
  }

  private func write(_ hiding: Hiding?, to json: inout JSONWriter) {
    json.array { json in
      switch hiding {
      case nil: break
      case .inSource(let reason):
        json.object { json in
          json.member("kind", "inSource")
          json.member("status", "accepted")
          if let reason { json.member("justification", reason) }
        }
      case .baseline:
        json.object { json in
          json.member("kind", "external")
          json.member("status", "accepted")
          json.member("justification", "set aside by the baseline")
        }
      }
    }
  }
}
