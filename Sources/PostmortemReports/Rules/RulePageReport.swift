public import PostmortemRules

/// A rule's page for a terminal: headings bold, text wrapped, examples indented.
///
/// Pages are ours and plain, so a reader of lines does; they use headings, paragraphs, lists, tables, fences and
/// comments only.
public struct RulePageReport: Sendable {
  private let page: [UInt8]
  private let facts: String
  private let paint: TextPaint
  private let width: Int

  public init(rule: Rule, isColored: Bool = false, width: Int = 88) {
    self.init(
      page: rule.page,
      facts:
        "\(rule.category.rawValue) · \(rule.severity.rawValue)\(rule.isOnByDefault ? "" : " · runs only when selected")",
      isColored: isColored, width: width)
  }

  /// A page that explains something else than a rule.
  public init(page: [UInt8], facts: String, isColored: Bool = false, width: Int = 88) {
    self.page = page
    self.facts = facts
    paint = TextPaint(isColored: isColored)
    self.width = max(20, width)
  }

  public var text: String {
    var page = Page(paint: paint, width: width)
    for line in self.page.split(separator: 0x0A, omittingEmptySubsequences: false) {
      page.add(String(decoding: line, as: UTF8.self))
    }
    page.endParagraph()
    return page.text(facts: paint.dim(facts))
  }
}

/// The page as far as it is laid out.
private struct Page {
  private let paint: TextPaint
  private let width: Int
  private var blocks: [String] = []
  private var paragraph: [Substring] = []
  private var hanging = 0
  private var table: [String] = []
  private var fence: String?
  private var example: [String] = []

  init(paint: TextPaint, width: Int) {
    self.paint = paint
    self.width = width
  }

  /// The first block is the title; the facts stand below it.
  func text(facts: String) -> String {
    let rest = blocks.dropFirst()
    return ([(blocks.first ?? "") + "\n" + facts] + rest).joined(separator: "\n\n") + "\n"
  }

  mutating func add(_ line: String) {
    if let fence {
      if line.hasPrefix(fence) { endExample() } else { example.append(line) }
    } else if line.hasPrefix("```") {
      endParagraph()
      fence = String(line.prefix { $0 == "`" })
    } else if line.hasPrefix("#") {
      endParagraph()
      blocks.append(paint.bold(String(line.drop { $0 == "#" || $0 == " " })))
    } else if line.allSatisfy({ $0 == " " }) || line.hasPrefix("<!--") {
      endParagraph()
    } else if line.hasPrefix("|") {
      table.append(line)
    } else {
      if line.hasPrefix("- ") {
        endParagraph()
        hanging = 2
      }
      paragraph += line.split(separator: " ")
    }
  }

  mutating func endParagraph() {
    if !paragraph.isEmpty {
      blocks.append(PageText.wrapped(paragraph, width: width - hanging, hanging: hanging))
    }
    if !table.isEmpty { blocks.append(PageTable(table, paint: paint, width: width).text) }
    (paragraph, table) = ([], [])
    hanging = 0
  }

  private mutating func endExample() {
    blocks.append(example.map { $0.isEmpty ? "" : "    " + paint.code($0) }.joined(separator: "\n"))
    example = []
    fence = nil
  }
}
