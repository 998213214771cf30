import Foundation
import Testing

/// What a run tells of findings that directives hide.
@Suite struct SuppressionRunTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let text = """
    ---
    pmlint: {disable: [missing-section, missing-zone]}
    ---
    # Postmortem: slow checkout

    ## Action items

    <!-- pmlint-disable-next-line vague-task, zone -- the vendor decides -->
    - Improve testing

    `<!-- pmlint-disable -->`

    - Improve paging <!-- pmlint-disable-next-line vague-tsak -->
    """

  @Test func countsWhatIsHidden() throws {
    try scratch.write(text, to: "a.md")
    let outcome = try scratch.run(
      "a.md", "--select", "vague-task,missing-section,zone,unknown-suppression,unused-suppression")
    #expect(
      outcome.output == """
        a.md
          2:37  warning  'missing-zone' in 'pmlint.disable' hides nothing  unused-suppression
            |
          2 | pmlint: {disable: [missing-section, missing-zone]}
            |                                     ^^^^^^^^^^^^
            = help: remove the name

          8:43  warning  'zone' in 'pmlint-disable-next-line' hides nothing  unused-suppression
            |
          8 | …pmlint-disable-next-line vague-task, zone -- the vendor decides -->
            |                                       ^^^^
            = help: remove the name

          13:3  warning  'Improve' does not tell when 'Improve paging' is done  vague-task
             |
          13 | - Improve paging <!-- pmlint-disable-next-line vague-tsak -->
             |   ^^^^^^^
             = help: say what will be there when it is done: a number, a file, a service, an alert

          13:48  warning  unknown rule 'vague-tsak' in 'pmlint-disable-next-line'  unknown-suppression
             |
          13 | …paging <!-- pmlint-disable-next-line vague-tsak -->
             |                                       ^^^^^^^^^^
             = help: did you mean 'vague-task'?

        4 warnings in 1 file · 6 suppressed · complete 1/6 (missing: summary, impact, timeline, root-cause, resolution) · score 3

        """)
    #expect(outcome.status == 0)
    let json = try scratch.run("a.md", "--format", "json").output
    #expect(json.contains("\"suppressed\":6,\"baselined\":0,"))
  }
}
