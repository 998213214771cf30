import MarkdownTree
import PostmortemModel

/// What the directives of a report hide of its findings, and which of them hide nothing.
struct Suppression: Sendable {
  /// One name of a directive; a directive without names has one entry, for all rules.
  struct Entry: Sendable {
    let directive: Int
    /// Nil for a directive without names.
    let name: Directive.Name?
    /// Nil for a name that nobody knows.
    let target: RuleName?
  }

  let directives: [Directive]
  let entries: [Entry]
  /// Whether each entry hides a finding, or ends an order.
  private(set) var isUsed: [Bool]
  /// Of each `enable`, the directives whose orders it ends: none, one, or -1 for several.
  private(set) var ends: [Int: Int] = [:]
  /// Of each finding, the directive that hides it.
  private(set) var hiding: [Int?]
  /// The rules that could have found something.
  private(set) var asked: Set<String> = []
  private(set) var expected: [Rule] = []

  /// `findings` are sorted by place.
  init(of findings: [Finding], by directives: [Directive]) {
    self.directives = directives
    entries = directives.indices.flatMap { Suppression.entries(of: directives[$0], at: $0) }
    isUsed = Array(repeating: false, count: entries.count)
    hiding = Array(repeating: nil, count: findings.count)
    let places = Dictionary(grouping: findings.indices) { findings[$0].rule }
    for rule in Rule.all {
      settle(regions(of: rule), places[rule.id] ?? [], findings)
    }
  }

  /// With the rules that were asked, and those that stand behind the name of a category.
  func judging(asked: Set<String>, expected: [Rule]) -> Suppression {
    var suppression = self
    suppression.asked = asked
    suppression.expected = expected
    return suppression
  }

  private static func entries(of directive: Directive, at index: Int) -> [Entry] {
    if directive.names.isEmpty { return [Entry(directive: index, name: nil, target: .all)] }
    return directive.names.map { Entry(directive: index, name: $0, target: RuleName($0.text)) }
  }

  /// Where an entry hides the findings of one rule.
  private struct Region {
    let entry: Int
    let start: Int
    var end: Int
  }

  /// The regions in which a rule's findings are hidden; the nearest order comes first.
  private mutating func regions(of rule: Rule) -> [Region] {
    var (lines, blocks, files): ([Region], [Region], [Region]) = ([], [], [])
    var firstOpen = 0
    for (index, entry) in entries.enumerated()
    where entry.target?.covers(rule.id, rule.category) == true {
      let reach = directives[entry.directive].reach
      let region = Region(entry: index, start: reach.start, end: reach.end)
      switch directives[entry.directive].verb {
      case .disableNextLine: lines.append(region)
      case .disableFile: files.append(region)
      case .disable: blocks.append(region)
      case .enable:
        for block in firstOpen..<blocks.count {
          blocks[block].end = reach.start
          isUsed[index] = true
          note(ender: entry.directive, of: entries[blocks[block].entry].directive)
        }
        firstOpen = blocks.count
      case nil: break
      }
    }
    return lines + blocks.reversed() + files
  }

  private mutating func note(ender: Int, of directive: Int) {
    ends[ender] = ends[ender].map { $0 == directive ? directive : -1 } ?? directive
  }

  /// Gives each finding to the first region that holds it. `places` are indices of one rule's findings, sorted.
  private mutating func settle(_ regions: [Region], _ places: [Int], _ findings: [Finding]) {
    if places.isEmpty { return }
    // The next finding that no region has yet, so that many regions over many findings take no longer than each alone.
    var next = Array(0...places.count)
    for region in regions {
      var place = places.partitioningIndex { findings[$0].span.start >= region.start }
      guard place < places.count, findings[places[place]].span.start < region.end else { continue }
      isUsed[region.entry] = true
      while true {
        while next[place] != place {
          next[place] = next[next[place]]
          place = next[place]
        }
        guard place < places.count, findings[places[place]].span.start < region.end else { break }
        hiding[places[place]] = entries[region.entry].directive
        next[place] = place + 1
      }
    }
  }
}
