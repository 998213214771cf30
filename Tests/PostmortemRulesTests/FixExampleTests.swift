import MarkdownTree
import PostmortemModel
import PostmortemRules
import Testing

/// What each kind of fix makes of a text: the whole text, compared.
@Suite struct FixExampleTests {
  @Test func boldLinesGetTheLevelOfTheirNeighbours() {
    expect(
      ["unmarked-heading"],
      "# Postmortem: slow checkout\n\n**Timeline:**\n- 10:00 UTC down\n\n### Root cause\nA cache.\n",
      "# Postmortem: slow checkout\n\n### Timeline\n- 10:00 UTC down\n\n### Root cause\nA cache.\n")
    expect(
      ["unmarked-heading"], "# Postmortem: slow checkout\n\n## Causes\n\n**Root cause**\n\nA cache.\n",
      "# Postmortem: slow checkout\n\n## Causes\n\n### Root cause\n\nA cache.\n")
  }

  @Test func whatStandsBelowANewHeadingIsNoCode() {
    expect(
      ["unmarked-heading"],
      "# Postmortem: slow checkout\n\n**Impact**\n    - 10 % of orders\n    - 3 shops\n\nMore.\n",
      "# Postmortem: slow checkout\n\n## Impact\n- 10 % of orders\n- 3 shops\n\nMore.\n")
  }

  @Test func skeletonsStandInTheProfilesOrder() {
    let text = "# Postmortem: slow checkout\n\n## Summary\nDown.\n## Timeline\n- 10:00 UTC down\n"
    let expected = """
      # Postmortem: slow checkout

      ## Summary
      Down.

      ## Impact

      <!-- How much was hit, in numbers: users, requests, a percentage, from when to when. -->

      ## Timeline
      - 10:00 UTC down

      ## Root cause

      <!-- What led to what, step by step, down to what made it possible. No names. -->

      ## Resolution

      <!-- What ended the impact, and what made it safe. -->

      ## Action items

      <!-- What to do, as a verb and a thing: "Add an alert for replication lag". -->

      """
    expect(["missing-section"], text, expected)
    expect(["missing-section"], String(text.dropLast()), String(expected.dropLast()))
    expect(["missing-section"], text + "\n", expected)
  }

  @Test func skeletonsKeepAwayFromReportsInLists() {
    let text =
      "# Postmortem: slow checkout\n\n- **Impact**: 10 % of users\n- **Timeline**:\n  - 10:00 UTC down\n"
    let fixed = mended(["missing-section"], text)
    #expect(!fixed.contains("Summary"))
    #expect(fixed.hasPrefix(text + "\n## Root cause\n"))
  }

  @Test func entriesAreSortedStably() {
    let head = "# Postmortem: slow checkout\n\n## Timeline (UTC)\n\n"
    expect(
      ["timeline-out-of-order"],
      head + "- 10:00 sale begins\n- 10:40 cache doubled\n- 10:20 a\n  - more\n- 10:20 b\n- 11:00 recovers\n",
      head + "- 10:00 sale begins\n- 10:20 a\n  - more\n- 10:20 b\n- 10:40 cache doubled\n- 11:00 recovers\n")
    expect(
      ["timeline-out-of-order"],
      head
        + "| Time | Event |\n|---|---|\n| 11:00 | up |\n| 10:30 | fixed |\n| 10:20 | seen |\n| 10:00 | down |\n",
      head
        + "| Time | Event |\n|---|---|\n| 10:00 | down |\n| 10:20 | seen |\n| 10:30 | fixed |\n| 11:00 | up |\n"
    )
  }

  @Test(arguments: [
    "- 10:00 AM a\n- 10:20 PM b\n- 10:40 AM c\n- 11:00 AM d\n",
    "- 2024-05-12 10:00 a\n- 2024-05-13 10:20 b\n- 2024-05-12 10:40 c\n- 2024-05-12 11:00 d\n",
    "- 10:00 a\n- 10:40 b\n- 10:20 c\n\n  ![picture](a.png)\n\nOdd text.\n- 11:00 d\n",
  ])
  func entriesThatMayBeMistypedStay(list: String) {
    let text = "# Postmortem: slow checkout\n\n## Timeline (UTC)\n\n" + list
    expect(["timeline-out-of-order"], text, text)
  }

  @Test func runOnEntriesAreSplit() {
    let head = "# Postmortem: slow checkout\n\n## Timeline (UTC)\n\n"
    expect(
      ["timeline-not-a-list"],
      head + "10:00: the sale begins. 10:20: support hears of it. **11:00**: checkout recovers.\n",
      head + "- 10:00: the sale begins.\n- 10:20: support hears of it.\n- **11:00**: checkout recovers.\n")
    expect(
      ["timeline-not-a-list"], head + "10:00 the sale\nbegins\n  10:20 support hears of it\n11:00 up\n",
      head + "- 10:00 the sale\nbegins\n- 10:20 support hears of it\n- 11:00 up\n")
  }

  @Test(arguments: [
    ("On 04/22/25 and 04/02/2025 and Tue, 04/22/2025.", "On 2025-04-22 and 2025-04-02 and Tue, 2025-04-22."),
    ("On 22/04/25 and 02/04/25; see `22/04/25`.", "On 2025-04-22 and 2025-04-02; see `22/04/25`."),
    ("On 22-04-2025; see logs/22-04-2025.txt.", "On 2025-04-22; see logs/22-04-2025.txt."),
    ("On 04/22/25 and 22/04/25.", "On 04/22/25 and 22/04/25."),
    ("On 04/02/25.", "On 04/02/25."),
    ("On 22.04.2025.", "On 22.04.2025."),
  ])
  func datesAreWrittenWithTheYearFirst(dates: String, expected: String) {
    let head = "# Postmortem: slow checkout\n\n## Root cause\n\n"
    expect(["ambiguous-date"], head + dates + "\n", head + expected + "\n")
  }

  @Test func lostBytesAreNeverGuessed() {
    let garbled = "# Postmortem: slow checkout\n\n## ð\u{178}\u{2022} Timeline\n\n- 10:00 UTC cafÃ© down\n"
    let fixed = mended(["garbled-text"], garbled)
    #expect(fixed == "# Postmortem: slow checkout\n\n## Timeline\n\n- 10:00 UTC café down\n")
  }

  @Test func equalEntriesAndMisspeltNamesAreMended() {
    let head = "# Postmortem: slow checkout\n\n## "
    expect(
      ["duplicate-entry", "misspelt-section"],
      head
        + "Timelime (UTC)\n\n- 10:00 down\n- 10:20 support hears of failed orders\n- 10:20 support hears of failed orders\n- 11:00 up\n\n## Root casue\n\nA cache.\n",
      head
        + "Timeline (UTC)\n\n- 10:00 down\n- 10:20 support hears of failed orders\n- 11:00 up\n\n## Root cause\n\nA cache.\n"
    )
  }

  @Test(arguments: [
    ("14:15pm", "14:15"), ("14:15 PM", "14:15"), ("13:05:10 p.m.", "13:05:10"), ("14:15am", "14:15am"),
    ("25:15", "25:15"), ("9:75", "9:75"),
  ])
  func halvesOfTheDayThatAreToldTwiceGo(time: String, expected: String) {
    let text = { (_ name: String) -> String in
      "# Postmortem: slow checkout\n\n## Timeline (UTC)\n\n- \(name): a sale\n- 23:10: up\n"
    }
    expect(["impossible-time"], text(time), text(expected))
  }

  @Test func zonesFitTheSeason() {
    let head = "# Postmortem: slow checkout\n\n## Timeline"
    let entries = "\n\n- 2024-05-13 10:00: a sale\n- 2024-05-13 11:00: up\n"
    expect(["wrong-season-zone"], head + " (PST)" + entries, head + " (PDT)" + entries)
    expect(
      ["wrong-season-zone"],
      head + "\n\n- 14 June 2024, 10:00 PST: a sale\n- 14 June 2024, 11:00 PST: up\n",
      head + "\n\n- 14 June 2024, 10:00 PDT: a sale\n- 14 June 2024, 11:00 PDT: up\n")
    // One name above entries of both seasons.
    let both = head + " (PST)\n\n- 2024-01-13 10:00: a sale\n- 2024-05-13 11:00: up\n"
    expect(["wrong-season-zone"], both, both)
  }

  @Test func anOffsetStandsBesideAnAmbiguousZone() {
    let text = { (_ name: String) -> String in
      "# Postmortem: slow checkout\n\n## Timeline (all times \(name))\n\n- 10:00: a sale\n- 11:00: up\n"
    }
    expect(["ambiguous-zone"], text("IST"), text("IST (UTC+5:30)"))
  }

  private func expect(_ ids: Set<String>, _ text: String, _ expected: String) {
    #expect(mended(ids, text) == expected)
  }

  /// With suggestions; mending again changes nothing.
  private func mended(_ ids: Set<String>, _ text: String) -> String {
    let linter = Linter(rules: Rule.all.filter { ids.contains($0.id) }, showsAll: true)
    let fixer = Fixer(linter: linter, includesSuggestions: true)
    let once = fixer.mend(Postmortem(reading: SourceText(text))).postmortem
    let twice = fixer.mend(once).postmortem
    #expect(twice.document.source.bytes == once.document.source.bytes)
    return String(decoding: once.document.source.bytes, as: UTF8.self)
  }
}
