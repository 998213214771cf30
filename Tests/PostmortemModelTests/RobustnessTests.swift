import Invariants
import MarkdownTree
import PostmortemModel
import Testing

/// Reading never traps, ends in time that grows with the text, and gives places that lie in the text.
@Suite struct RobustnessTests {
  private static let report = """
    # Postmortem: lost mails, 13 May 2024 — ünïcode

    **Issue Summary:** from 10:00 to 12:30 UTC, 80 % of 12,300 users lost mails.

    ## Timeline (UTC)

    - 10:00: the service went down 🔥
    - 10:20 – 10:30: “alert” fired
    | a | b |
    | --- | --- |
    | 12:30 | restored |

    ## Root cause

    Human error: an engineer forgot it. TBD <insert> 復旧

    ## Action items

    - [ ] Improve testing (owner: Ada, due 2024-06-01)
    - Add an alert for queues over 90 % #12
    """

  @Test func anyBytes() {
    var random = SplitMix(state: 3)
    for length in [0, 1, 2, 3, 17, 300, 4000] {
      for _ in 0..<20 {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        expectSound(Postmortem(reading: SourceText(bytes)))
      }
    }
  }

  @Test func mutatedReports() {
    var random = SplitMix(state: 5)
    let report = Array(Self.report.utf8)
    for _ in 0..<300 {
      var bytes = report
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
        default: bytes.removeSubrange(at..<min(bytes.count, at + 20))
        }
      }
      expectSound(Postmortem(reading: SourceText(bytes)))
    }
  }

  @Test func everyBeginningOfAReport() {
    let report = Array(Self.report.utf8)
    for length in stride(from: 0, to: report.count, by: 3) {
      expectSound(Postmortem(reading: SourceText(Array(report[..<length]))))
    }
  }

  @Test(arguments: [
    "10:00 UTC, ", "- ", "> ", "* a\n  ", "| ", "(", "[", "**", "from 10:00 to ",
    "\n## Timeline\n", "- 10:00: x\n", "TBD ", "May 13, 2024, ", "\u{0}", "あ",
    "- [ ] Improve testing by Ada\n", "_", "`", "&#x26;", "1. ", "🕰️", ".", "'", "12,300,", "<li>10:00</li>",
    "Start time: 10:00, end time: 11:00, ", "Start: 10:00\n\nEnd: 11:00\n\n",
  ])
  func repetitionIsLinear(_ piece: String) {
    expectLinear(piece)
  }

  @Test(arguments: ["80 % of users ", "<", "Impact: ", "TODO: ", "human error ", "2 hours and "])
  func repetitionOnOneLineIsLinear(_ piece: String) {
    expectLinear(piece)
  }

  private func expectLinear(_ piece: String) {
    let prefix = "# Postmortem: x\n\n## Timeline (UTC)\n\n- 10:00 a\n\n## Impact\n\n"
    let text = Array((prefix + String(repeating: piece, count: 300_000 / piece.utf8.count)).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { expectSound(Postmortem(reading: SourceText(text))) }
    // Debug builds take about a second; a square of the length would take minutes.
    #expect(time < .seconds(30))
  }

  @Test func longLine() {
    let words = "At 10:00 the mails were late and the queue was long. "
    let text = "## Timeline\n\n" + String(repeating: words, count: 1_000_000 / words.utf8.count)
    expectSound(Postmortem(reading: SourceText(text)))
  }

  @Test func deepNesting() {
    for piece in ["> ", "- ", "1. "] {
      expectSound(Postmortem(reading: SourceText(String(repeating: piece, count: 20_000) + "10:00 UTC x\n")))
    }
    let items = (0..<300).map { String(repeating: "  ", count: $0) + "- Improve testing\n" }.joined()
    expectSound(Postmortem(reading: SourceText("# Postmortem: x\n\n## Action items\n\n" + items)))
  }

  @Test func sameTextSameReading() {
    let first = Reading(Self.report)
    for _ in 0..<3 {
      let second = Reading(Self.report)
      #expect(second.sections == first.sections)
      #expect(second.timeline == first.timeline)
      #expect(second.phases == first.phases)
      #expect(second.tasks == first.tasks)
      #expect(second.measures == first.measures)
      #expect(second.statements == first.statements)
      #expect(second.measurements == first.measurements)
      #expect(second.blame == first.blame)
    }
  }

  private func expectSound(_ postmortem: Postmortem, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(brokenInvariants(postmortem).isEmpty, sourceLocation: sourceLocation)
  }
}
