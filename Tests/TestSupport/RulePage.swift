import Foundation

/// A rule's page, read as the test that it is.
public struct RulePage: Sendable {
  /// The ways in which each example is run again.
  public enum Variant: String, CaseIterable, Sendable {
    /// After a paragraph of multi-byte text.
    case prefixed = "after-paragraph"
    /// With CRLF line ends.
    case crlf
    /// Inside a block quote.
    case quoted = "block-quote"
    /// Inside a code fence: text there is nobody's report.
    case fenced = "code-fence"
    /// With a directive that hides all findings in the file.
    case suppressed
  }

  /// A `markdown` block and the `findings` block after it.
  public struct Example: Sendable {
    /// The line of the page, from 1, on which it opens.
    public let line: Int
    public let text: String
    /// The report before the change, for rules that compare; nil where there is none.
    public let base: String?
    /// The text report that it must give; nil where the rule must be silent.
    public let findings: String?
    public let profile: String
    /// The name that the file is said to have.
    public let fileName: String?
    public let skipped: Set<Variant>
    /// The lines of the findings, fences left out, as indices into the page's lines.
    let findingLines: Range<Int>?
  }

  public let title: String
  public let headings: [String]
  public let examples: [Example]
  let lines: [String]

  /// A page is Markdown; a `base` block after an example is what the report was before a change. What the test needs is plain to see in it. `markdown alx` runs an example in that profile;
  /// `markdown file=name.md` gives it a name. A line `<!-- skip block-quote: reason -->` takes a variant out: after an
  /// example for that one, before the first for all.
  public init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    title = lines.first.map { String($0.drop { $0 == "#" || $0 == " " }) } ?? ""
    var headings: [String] = []
    var drafts: [Draft] = []
    var everywhere: Set<Variant> = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix("## ") { headings.append(String(line.dropFirst(3))) }
      if let variant = RulePage.skippedVariant(line) {
        if drafts.isEmpty {
          everywhere.insert(variant)
        } else {
          drafts[drafts.count - 1].skipped.insert(variant)
        }
      }
      guard line.hasPrefix("````") else {
        index += 1
        continue
      }
      let close = lines[(index + 1)...].firstIndex(of: "````") ?? lines.count
      let words = line.dropFirst(4).split(separator: " ").map(String.init)
      let text = lines[(index + 1)..<close].map { $0 + "\n" }.joined()
      if words.first == "markdown" {
        drafts.append(Draft(line: index + 1, text: text, words: Array(words.dropFirst())))
      } else if words.first == "base", !drafts.isEmpty {
        drafts[drafts.count - 1].base = text
      } else if words.first == "findings", !drafts.isEmpty {
        drafts[drafts.count - 1].findingLines = (index + 1)..<close
      }
      index = close + 1
    }
    self.headings = headings
    let lines = lines
    examples = drafts.map { $0.example(in: lines, skipping: everywhere) }
  }

  /// The page with each example's findings replaced.
  public func blessed(with findings: [String?]) -> String {
    var lines = lines
    for (example, findings) in zip(examples, findings).reversed() {
      guard let range = example.findingLines, let findings else { continue }
      let report = findings.isEmpty ? [] : findings.split(separator: "\n", omittingEmptySubsequences: false)
      lines.replaceSubrange(range, with: report.map(String.init))
    }
    return lines.joined(separator: "\n")
  }

  private static func skippedVariant(_ line: String) -> Variant? {
    guard line.hasPrefix("<!-- skip "), let colon = line.firstIndex(of: ":") else { return nil }
    return Variant(rawValue: String(line[..<colon].dropFirst("<!-- skip ".count)))
  }

  private struct Draft {
    let line: Int
    let text: String
    let words: [String]
    var base: String?
    var skipped: Set<Variant> = []
    var findingLines: Range<Int>?

    func example(in lines: [String], skipping everywhere: Set<Variant>) -> Example {
      let name = words.first { $0.hasPrefix("file=") }.map { String($0.dropFirst("file=".count)) }
      return Example(
        line: line, text: text, base: base, findings: findingLines.map { lines[$0].joined(separator: "\n") },
        profile: words.first { !$0.contains("=") } ?? "standard", fileName: name,
        skipped: skipped.union(everywhere), findingLines: findingLines)
    }
  }
}
