public import PostmortemRules

/// Findings in SARIF 2.1.0, for code scanning and for tools that gather findings of many linters.
///
/// Columns count units of UTF-16 from 1, ends are exclusive; paths are relative to the repository's root.
public struct SARIFReport: LintReport {
  private let version: String
  private let rules: RuleRoster
  private let tellsHidden: Bool

  /// - Parameters:
  ///   - version: of pmlint.
  ///   - rules: all that run, so that each can be looked up, and is known to have found nothing where it did not.
  ///   - tellsHidden: whether what is set aside is told, as such; GitHub may show it as if it were not.
  public init(version: String, rules: RuleRoster, tellsHidden: Bool = true) {
    self.version = version
    self.rules = rules
    self.tellsHidden = tellsHidden
  }

  public var separator: String { ",\n" }

  public var opening: String {
    var json = JSONWriter()
    json.object { json in
      json.member("name", "pmlint")
      json.member("fullName", "pmlint, a linter for incident postmortems")
      json.member("semanticVersion", version)
      json.member("rules") { SARIFRules.write(rules, to: &$0) }
    }
    return """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
      "tool":{"driver":\(String(decoding: json.bytes, as: UTF8.self))},
      "automationDetails":{"id":"pmlint/"},"columnKind":"utf16CodeUnits",
      "originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"the root of the repository"}}},
      "results":[

      """
  }

  public func part(for file: LintedFile) -> ReportPart {
    let hidden = tellsHidden ? file.suppressed.count + file.baselined.count : 0
    if file.findings.count + hidden == 0 { return ReportPart(body: []) }
    var results = SARIFResults(of: file, rules: rules, tellsHidden: tellsHidden)
    let fingerprints = file.fingerprints(as: file.location)
    for (finding, fingerprint) in zip(file.findings, fingerprints.findings) {
      results.add(finding, fingerprint)
    }
    guard tellsHidden else { return ReportPart(body: results.bytes) }
    for (hidden, fingerprint) in zip(file.suppressed, fingerprints.suppressed) {
      results.add(hidden.finding, fingerprint, .inSource(hidden.reason))
    }
    for (finding, fingerprint) in zip(file.baselined, fingerprints.baselined) {
      results.add(finding, fingerprint, .baseline)
    }
    return ReportPart(body: results.bytes)
  }

  public func part(for file: UnreadableFile) -> ReportPart {
    var json = JSONWriter()
    json.object { json in
      json.member("level", "error")
      json.member("message") { $0.object { $0.member("text", "\(file.location): \(file.reason)") } }
      json.members("locations", of: [file.location]) { json, location in
        json.object { json in
          json.member("physicalLocation") { $0.object { $0.artifact(location) } }
        }
      }
    }
    return ReportPart(body: [], coda: json.bytes)
  }

  public func closing(codas: [UInt8], totals: LintTotals) -> [UInt8] {
    let head =
      "\n],\n\"invocations\":[{\"executionSuccessful\":\(codas.isEmpty),\"toolExecutionNotifications\":["
    return Array(head.utf8) + codas + Array("]}]}]}\n".utf8)
  }
}

extension JSONWriter {
  /// Where a file is: from the root, or its full path outside of the repository.
  mutating func artifact(_ location: String) {
    let path = PercentEncoding.path(location)
    let isOutside = location.utf8.first == UInt8(ascii: "/")
    member("artifactLocation") { json in
      json.object { json in
        json.member("uri", isOutside ? "file://" + path : path)
        if !isOutside { json.member("uriBaseId", "%SRCROOT%") }
      }
    }
  }
}
