import Foundation
import TestSupport
import Testing

/// A repository of ten years and three templates takes pmlint up in an afternoon, each step's output compared whole.
@Suite(.timeLimit(.minutes(10))) struct AdoptionTests {
  private static let configuration = """
    edition: "2026.1"
    profile: alx
    baseline: .pmlint-baseline
    overrides:
      - files: reports/platform/**
        profile: google-sre
      - files: reports/payments/**
        profile: standard
        sections:
          names:
            summary: [In a nutshell]
            impact: [Who was hit]
            timeline: [Blow by blow]
            root-cause: [Why oh why]
            resolution: [How we got out]
            tasks: [Promises]

    """

  /// A report as it comes from a tired writer.
  private static let faulty = """
    # Payments incident of 2026-11-02: double charges

    **In a nutshell**

    From 09:00 to 10:30 UTC 3 % of the payments were charged twice.

    ## Who was hit

    3 % of the payments, 412 customers, were charged twice.

    ## Blow by blow (UTC)

    - 09:00: the release is deployed and payments are charged twice
    - 09:20: support hears of it from the customersâ€™ letters
    - 09:20: support hears of it from the customersâ€™ letters
    - 10:10: the release is rolled back and charges are right again

    ## Why oh why

    The release retried a payment whose answer was late, because the number of the request was made anew each time.

    ## How we got out

    The release was rolled back.

    ## Promises

    - Improve testing
    - Keep the number of a request over its retries (Mei, 2026-11-20, PAY-901)

    """

  @Test func oldRepositoryIsAdopted() throws {
    let repository = try Scratch()
    try repository.write("", to: ".git/HEAD")
    for report in OldRepository.reports { try repository.write(report.text, to: report.path) }
    let new = "reports/payments/2026-11-02-double-charges.md"

    try expect(repository.run("init"), status: 0, "init")
    expectGolden(try text(".pmlint.yml", in: repository), "Adoption/init.yml")
    try repository.write(Self.configuration, to: ".pmlint.yml")
    try expect(
      repository.run("reports", "--write-baseline", ".pmlint-baseline"), status: 0, "write-baseline")
    expectGolden(try text(".pmlint-baseline", in: repository), "Adoption/baseline")
    try expect(repository.run("reports"), status: 0, "set-aside")

    try repository.write(Self.faulty, to: new)
    try expect(repository.run("reports"), status: 1, "new-report")
    try expect(repository.run("reports", "--diff"), status: 1, "diff")
    try expect(repository.run("reports", "--fix"), status: 1, "fix")
    expectGolden(try text(new, in: repository), "Adoption/fixed.md")
    let untouched = try OldRepository.reports.allSatisfy { try text($0.path, in: repository) == $0.text }
    #expect(untouched, "what is set aside is not mended")

    let mended = try text(new, in: repository)
      .replacingOccurrences(of: "From 09:00 to 10:30", with: "From 09:00 to 10:10")
    try repository.write(mended, to: new)
    let old = try #require(OldRepository.reports.first)
    try repository.write(
      old.text.replacingOccurrences(of: "**Timeline**", with: "## Timeline (UTC)"), to: old.path)
    try expect(repository.run("reports"), status: 0, "mended")
    try expect(repository.run("reports", "--prune-baseline"), status: 0, "prune")
    try expect(repository.run("reports"), status: 0, "pruned")
  }

  private func expect(_ outcome: Program.Outcome, status: Int32, _ step: String) {
    expectGolden(outcome.output + outcome.errors, "Adoption/\(step).txt")
    #expect(outcome.status == status)
  }

  private func text(_ path: String, in repository: Scratch) throws -> String {
    try String(decoding: Data(contentsOf: repository.url.appending(path: path)), as: UTF8.self)
  }
}
