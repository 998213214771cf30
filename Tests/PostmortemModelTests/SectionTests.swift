import PostmortemModel
import Testing

/// Headings in all the forms that they are written in.
@Suite struct SectionTests {
  /// The first section of a report that opens with these lines.
  private func first(_ opening: String) -> String? {
    Reading("# Postmortem: lost mails\n\n\(opening)\n\nThe queue was full and mails were dropped.\n").sections
      .first
  }

  @Test(arguments: [
    ("## Timeline", "3 timeline atx"), ("#### 4. Timeline ####", "3 timeline atx"),
    ("Timeline\n--------", "3 timeline setext"), ("<h2>Timeline</h2>", "3 timeline html"),
    ("<h3 align=\"center\"><b>Timeline</b></h3>", "3 timeline html"),
    ("**Timeline:**", "3 timeline bold-line"), ("__Timeline__", "3 timeline bold-line"),
    ("**Timeline**:", "3 timeline bold-line"), ("Timeline", "3 timeline plain-line"),
    ("Timeline:", "3 timeline plain-line"), ("TIMELINE", "3 timeline plain-line"),
    ("🕰️ Timeline:", "3 timeline plain-line"), ("2.1 Timeline", "3 timeline plain-line"),
    ("## II. Timeline", "3 timeline atx"),
    ("- **Timeline**", "3 timeline item"), ("**Impact:** 80 % of users saw errors.", "3 impact label"),
    ("Impact: 80 % of users saw errors.", "3 impact label"),
    ("- **Impact**: 80 % of users saw errors.", "3 impact label"),
    ("tl;dr a full queue dropped mails", "3 summary label"),
    ("**TL;DR** a full queue dropped mails", "3 summary label"),
    ("misleading investigation/debugging paths that were taken", "3 investigation plain-line"),
    (
      "how was the issue detected (a monitoring alert, an engineer who saw it, a customer who complained, or else)",
      "3 detection plain-line"
    ),
    ("a list of tasks to address the issue: test the queue.", "3 tasks label"),
    ("> TLDR – a full queue dropped mails", "3 summary label"),
    ("## So what was really wrong?", "3 root-cause atx"), ("## What we’re changing", "3 measures atx"),
  ])
  func forms(_ opening: String, _ expected: String) {
    #expect(first(opening) == expected)
  }

  @Test(arguments: [
    "## Timeline (all times UTC)", "## The timeline of the incident", "## Timeline: a night to remember",
    "## Timeline — how the night went", "## ==Timeline==", "## :clock1: Timeline", "## ðŸ•’ Timeline",
    "## Timline", "## Time line", "## TimeLine?", "## Incident Timeline", "## Chronology of events",
    "## Log of events", "## *Timeline*", "## `Timeline`", "## [Timeline](#timeline)", "## 3) Timeline",
  ])
  func leadsAndTails(_ heading: String) {
    #expect(first(heading) == "3 timeline atx")
  }

  @Test(arguments: [
    ("Root cause and resolution", "root-cause+resolution"),
    ("Root Cause & Resolution", "root-cause+resolution"),
    ("Summary of impact", "summary+impact"), ("Impact / Timeline", "impact+timeline"),
    ("Timeline, root cause and impact", "timeline+root-cause+impact"),
    ("Corrective and preventative measures", "measures"), ("Resolution and recovery", "resolution"),
    ("Causa raiz e fatores contribuintes", "root-cause"),
  ])
  func composites(_ name: String, _ kinds: String) {
    #expect(first("## " + name) == "3 \(kinds) atx")
  }

  @Test(arguments: [
    ("Sumary", "summary"), ("Summarry", "summary"), ("Issue Sumary", "summary"), ("Root casue", "root-cause"),
    ("Resoluton", "resolution"),
    ("Corective and preventive mesures", "measures"), ("Lesons learned", "lessons"),
  ])
  func misspelt(_ name: String, _ kinds: String) {
    #expect(first("## " + name) == "3 \(kinds) atx")
  }

  @Test func misspeltBeyondOneWord() {
    #expect(first("## Issue Sumarry") == "3 summary atx")
  }

  @Test(arguments: [
    ("TL;DR", "summary"), ("Executive summary", "summary"), ("Blast radius", "impact"),
    ("Customer impact", "impact"), ("How we noticed", "detection"), ("Five whys", "root-cause"),
    ("Contributing factors", "root-cause"), ("What caused the outage", "root-cause"),
    ("Trigger", "root-cause"),
    ("Misleading paths", "investigation"), ("Debugging", "investigation"), ("Responders", "escalation"),
    ("Mitigation", "resolution"), ("How it was fixed", "resolution"), ("Recommendations", "measures"),
    ("How can we prevent this", "measures"), ("Action items", "tasks"), ("Next steps", "tasks"),
    ("TODO", "tasks"), ("Follow-ups", "tasks"), ("What went well", "lessons"),
    ("Where we got lucky", "lessons"), ("Appendix", "references"), ("Glossary", "references"),
    ("Background", "background"), ("Conclusion", "conclusion"), ("Severity", "metadata"),
  ])
  func names(_ name: String, _ kind: String) {
    #expect(first("## " + name) == "3 \(kind) atx")
  }

  @Test(arguments: [
    ("Resumen ejecutivo", "summary"), ("Línea de tiempo", "timeline"), ("Causa raíz", "root-cause"),
    ("Acciones correctivas", "measures"), ("Lecciones aprendidas", "lessons"), ("Résumé", "summary"),
    ("Chronologie", "timeline"), ("Cause racine", "root-cause"), ("Actions à mener", "tasks"),
    ("Zusammenfassung", "summary"), ("Auswirkungen", "impact"), ("Maßnahmen", "measures"),
    ("Aufgaben", "tasks"), ("Linha do tempo", "timeline"), ("Ações corretivas", "measures"),
    ("Lições aprendidas", "lessons"), ("Próximos passos", "tasks"), ("时间线", "timeline"),
    ("概要", "summary"), ("影響範囲", "impact"), ("タイムライン", "timeline"), ("根本原因", "root-cause"),
    ("再発防止策", "measures"), ("教訓", "lessons"),
  ])
  func otherLanguages(_ name: String, _ kind: String) {
    #expect(first("## " + name) == "3 \(kind) atx")
  }

  @Test func labelsRunIntoTheirContent() {
    let report = """
      Postmortem of the mail outage

      **Issue Summary**
      Duration: 2 hours
      Impact: one in ten mails was lost.
      Root cause: the queue's disk was full.

      **Timeline**
      - 10:00 UTC: the first mail is lost
      - 12:00 UTC: the disk is larger and all mail flows again
      """
    #expect(
      Reading(report).sections == [
        "3 summary bold-line", "4 metadata label", "5 impact label", "6 root-cause label",
        "8 timeline bold-line",
      ])
  }

  @Test func oneParagraphHoldsTheWholeReport() {
    let report = """
      Issue Summary
      On 13 May 2024 mails were lost for two hours.
      Timeline:
      10:00 UTC the first mail is lost
      12:00 UTC all mail flows again
      Root cause and resolution
      The disk of the queue was full; it was made larger.
      """
    #expect(
      Reading(report).sections == [
        "1 summary plain-line", "3 timeline plain-line", "6 root-cause+resolution plain-line",
      ])
  }

  @Test func rowsAndFrontMatterAreSections() {
    let rows = """
      # Postmortem: lost mails

      | **Summary** | Mails were lost for two hours. |
      | --- | --- |
      | **Impact** | One in ten mails was lost. |
      | **Root cause** | The disk of the queue was full. |
      """
    #expect(Reading(rows).sections == ["3 summary row", "5 impact row", "6 root-cause row"])
    let front = """
      ---
      title: lost mails
      date: 2024-05-13
      severity: high
      ---

      ## Timeline

      - 10:00 UTC: the first mail is lost
      """
    #expect(Reading(front).sections == ["3 metadata front-matter", "7 timeline atx"])
  }

  @Test func fenceAndCommentOpenNoSection() {
    let report = """
      # Postmortem: lost mails

      ## Summary

      One in ten mails was lost.

      ```
      ## Timeline
      Impact:
      ```

      <!-- ## Root cause -->
      """
    #expect(Reading(report).sections == ["3 summary atx"])
  }

  @Test func sectionsNest() {
    let sections = Reading(
      "# Postmortem: x\n\n## Summary\n\n**Impact**\n\nAll.\n\n## Timeline\n\n- 10:00 UTC: x\n"
    )
    .postmortem.sections
    #expect(sections.map(\.parent) == [nil, 0, 1, 0])
    #expect(sections.map(\.content) == [.full, .full, .full, .full])
  }

  @Test func contentIsFullGuidanceOrEmpty() {
    let report = """
      # Postmortem: lost mails

      ## Summary

      ## Impact

      _[Describe whom it hit and how badly.]_

      ## Timeline

      - 10:00 UTC: the first mail is lost
      """
    let sections = Reading(report).postmortem.sections.dropFirst()
    #expect(sections.map(\.content) == [.empty, .guidance, .full])
  }

  @Test func commentIsGuidance() {
    let sections = Reading(
      "# Postmortem: x\n\n## Impact\n\n<!-- Whom did it hit? -->\n\n## Timeline\n\n- 10:00 UTC: x\n"
    )
    .postmortem.sections
    #expect(sections[1].content == .guidance)
  }

  @Test func numberedItems() {
    let report = """
      # Postmortem: lost mails

      1. Issue Summary

      One in ten mails was lost.

      2. Timeline

      - 10:00 UTC: the first mail is lost

      3. Root cause

      The disk of the queue was full.
      """
    #expect(Reading(report).sections == ["3 summary item", "7 timeline item", "11 root-cause item"])
    #expect(Reading(report).postmortem.kind == .postmortem)
  }
}

/// What looks like a heading and is none.
@Suite struct NoSectionTests {
  @Test(arguments: [
    "Revenue impact: minimal", "- Impact on revenue: none", "The impact was small.",
    "See the timeline below.", "- [Timeline](#timeline)", "The root cause, in short, was a full disk.",
    "**Note:** the root cause was a full disk.",
  ])
  func insideImpact(_ line: String) {
    let report =
      "# Postmortem: lost mails\n\n## Impact\n\nOne in ten mails was lost.\n\n\(line)\n\nNobody else noticed.\n"
    #expect(Reading(report).sections == ["3 impact atx"])
  }

  @Test func labelsOfMeasures() {
    let report = """
      # Postmortem: lost mails

      ## Corrective and preventative measures

      - **Monitoring**: watch the queue's disk
      - **Detection**: alert on mails that wait longer than an hour
      - **Communication**: write to customers sooner
      """
    #expect(Reading(report).sections == ["3 measures atx"])
  }

  @Test func labelOfMeasuresBelowMeasures() {
    let report =
      "# Postmortem: lost mails\n\n## Corrective measures\n\nImprovements: the queue needs a larger disk.\n"
    #expect(Reading(report).sections == ["3 measures atx", "5 measures label"])
  }

  @Test func nameRightBelowALongTitle() {
    let report =
      "Postmortem: what happened to the mails of our customers on the 12th of May\nSummary\nMails were lost.\n"
    #expect(Reading(report).sections.contains("2 summary plain-line"))
  }

  @Test func causeInATableOfFields() {
    let report = """
      # Postmortem: lost mails

      | Field | Value |
      | --- | --- |
      | Impact | 80 % of the users |
      | Why | The disk was full |
      """
    #expect(Reading(report).sections.suffix(2) == ["5 impact row", "6 root-cause row"])
  }

  @Test func tasksOfCoursework() {
    let report = """
      # 0x19. Postmortem

      ## Learning objectives

      Understand what a postmortem is for.

      ## Tasks

      ### 0. My first postmortem

      Write a postmortem of 400 to 600 words. Your README must hold a summary.

      ### 1. Make people want to read it
      """
    let reading = Reading(report, fileName: "README.md")
    #expect(reading.postmortem.kind == .other)
    #expect(reading.tasks == [])
  }
}
