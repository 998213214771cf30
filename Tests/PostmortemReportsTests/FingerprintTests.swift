import PostmortemReports
import PostmortemRules
import Testing

/// What systems that keep findings know them by.
@Suite struct FingerprintTests {
  @Test func equalFindingsAreToldApart() {
    let one = Sample.file("odd\n", at: "odd")
    let file = LintedFile(
      path: "a.md", source: one.source, findings: one.findings,
      suppressed: one.findings.map { SuppressedFinding(finding: $0, reason: nil) }, baselined: one.findings,
      completeness: nil)
    let made = file.fingerprints(as: "r/a.md")
    let all = made.findings + made.suppressed + made.baselined
    #expect(all.map(\.occurrence) == [1, 2, 3])
    #expect(Set(all.map(\.digest)).count == 3)
    #expect(all.allSatisfy { $0.path == "r/a.md" && $0.rule == "some-rule" && $0.subject == "odd | odd" })
  }

  /// Kept in files and by servers: whoever changes this changes the version, too.
  @Test func digestsStayAsTheyAre() {
    let fingerprint = Fingerprint(rule: "a-b", path: "x/y.md", subject: "'ä' is odd", occurrence: 1)
    #expect(fingerprint.digest == "10f8c0619bd1d2fd")
    #expect(Fingerprint.version == 1)
    let shifted = Fingerprint(rule: "a-bx", path: "/y.md", subject: "'ä' is odd", occurrence: 1)
    #expect(shifted.digest != fingerprint.digest)
  }

  @Test func movedLinesAreTheSame() {
    let old = Sample.file("# T\n\n- we should\n", at: "we should").fingerprints(as: "a.md")
    let new = Sample.file("# T\n\nMore.\n\n- we  should\n", at: "we  should").fingerprints(as: "a.md")
    #expect(old.findings == new.findings)
  }
}
