import Foundation
import MarkdownTree
import PostmortemModel
import PostmortemReports
import PostmortemRules
import TestSupport
import Testing

/// Whole reports under all rules that are on by default. `name.alx.md` is judged in the profile `alx`.
@Suite struct PostmortemFixtureTests {
  private static let reports = files(below: "Fixtures/Postmortems", extensions: ["md"])

  @Test(arguments: reports)
  func report(on file: URL) throws {
    let parts = file.lastPathComponent.split(separator: ".").map(String.init)
    let profile = try #require(Profile.all.first { $0.name == (parts.count == 3 ? parts[1] : "standard") })
    let golden = file.deletingPathExtension().appendingPathExtension("txt").lastPathComponent
    expectGolden(try text(of: file, in: profile), "Postmortems/\(golden)")
  }

  @Test(arguments: ["standard", "minimal", "alx"].compactMap(Profile.builtIn))
  func exemplaryReportIsClean(in profile: Profile) throws {
    let file = try #require(Self.reports.first { $0.lastPathComponent == "exemplary.md" })
    let linted = try lint(file, in: profile)
    #expect(linted.findings.map(\.message) == [])
    #expect(linted.completeness?.required(.present).count == profile.required.count)
  }

  private func lint(_ file: URL, in profile: Profile) throws -> LintedFile {
    let document = Document(parsing: SourceText([UInt8](try Data(contentsOf: file))))
    let postmortem = Postmortem(reading: document, fileName: file.lastPathComponent)
    return LintedFile(path: file.lastPathComponent, postmortem: postmortem, linter: Linter(profile: profile))
  }

  private func text(of file: URL, in profile: Profile) throws -> String {
    let linted = try lint(file, in: profile)
    var totals = LintTotals()
    totals.add(linted)
    let closing = TextReport().closing(codas: [], totals: totals)
    return TextReport().text(of: linted) + String(decoding: closing, as: UTF8.self)
  }
}
