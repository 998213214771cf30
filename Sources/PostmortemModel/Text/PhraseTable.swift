/// A trie of phrases over the lexicon's word numbers.
struct PhraseTable: Sendable {
  private var edges: HashTable
  /// The nodes after the root by word number: asked for every word of a text, and nearly always 0.
  private var openings: [UInt16] = []
  private var nodes = [Node()]
  private var entries: [(value: UInt16, next: Int32)] = []

  struct Node: Sendable {
    /// A bit for each value that the low bits of the words after it take: most words follow none.
    var followers: UInt64 = 0
    /// The first of its values in `entries`, or -1.
    var head: Int32 = -1
  }

  init() { edges = HashTable(capacity: 0) }

  /// - Parameters:
  ///   - steps: the node before and the word that leads to each node, from the second on.
  ///   - ends: the last nodes of phrases, each with a value.
  init(steps: [UInt16], ends: [UInt16], wordCount: UInt16) {
    var nodes = [Node](repeating: Node(), count: steps.count / 2 + 1)
    var openings = [UInt16](repeating: 0, count: Int(wordCount) + 1)
    var edges: [UInt64] = []
    edges.reserveCapacity(steps.count / 2)
    for next in 1..<nodes.count {
      let (node, word) = (steps[next * 2 - 2], steps[next * 2 - 1])
      if node == PhraseTable.root {
        openings[Int(word)] = UInt16(next)
      } else {
        edges.append(HashTable.entry(UInt16(next), for: PhraseTable.edge(node, word)))
        nodes[Int(node)].followers |= PhraseTable.bit(word)
      }
    }
    entries.reserveCapacity(ends.count / 2)
    for place in 0..<ends.count / 2 {
      entries.append((ends[place * 2 + 1], nodes[Int(ends[place * 2])].head))
      nodes[Int(ends[place * 2])].head = Int32(place)
    }
    (self.nodes, self.openings, self.edges) = (nodes, openings, HashTable(entries: edges))
  }

  static let root: UInt16 = 0

  /// The node after `node` along a word, or 0.
  @inline(__always)
  func step(_ node: UInt16, _ word: UInt16) -> UInt16 {
    if node == PhraseTable.root { return opening(word) }
    return word == 0 ? 0 : following(node, word)
  }

  /// The node after one that is not the root along a word, or 0.
  @inline(__always)
  func following(_ node: UInt16, _ word: UInt16) -> UInt16 {
    nodes[Int(node)].followers & PhraseTable.bit(word) == 0 ? 0 : edges.value(PhraseTable.edge(node, word))
  }

  @inline(__always)
  fileprivate static func bit(_ word: UInt16) -> UInt64 { 1 &<< UInt64(word & 63) }

  /// The node after the root along a word, or 0.
  @inline(__always)
  func opening(_ word: UInt16) -> UInt16 { Int(word) < openings.count ? openings[Int(word)] : 0 }

  /// What a search through many words asks of nearly each.
  struct Openings {
    fileprivate let openings: UnsafeBufferPointer<UInt16>
    fileprivate let nodes: UnsafeBufferPointer<Node>

    /// The node after the root along a word, or 0.
    @inline(__always)
    subscript(word: UInt16) -> UInt16 { Int(word) < openings.count ? openings[Int(word)] : 0 }

    /// Whether a phrase may go on from a node with a word.
    @inline(__always)
    func leadsOn(_ node: UInt16, to next: Word) -> Bool {
      nodes[Int(node)].followers & (PhraseTable.bit(next.exact) | PhraseTable.bit(next.prefix)) != 0
    }
  }

  func withOpenings<Result>(_ body: (Openings) -> Result) -> Result {
    openings.withUnsafeBufferPointer { openings in
      nodes.withUnsafeBufferPointer { body(Openings(openings: openings, nodes: $0)) }
    }
  }

  @inline(__always)
  private static func edge(_ node: UInt16, _ word: UInt16) -> UInt64 {
    UInt64(node) << 16 | UInt64(word) | 1 << 48
  }

  /// The node after `node` along a word, a new one where there is none.
  mutating func grow(_ node: UInt16, _ word: UInt16) -> UInt16 {
    let known = step(node, word)
    if known != 0 { return known }
    let next = UInt16(nodes.count)
    nodes.append(Node())
    if node == PhraseTable.root {
      addOpening(word, next)
    } else {
      edges.insert(next, for: PhraseTable.edge(node, word))
      nodes[Int(node)].followers |= PhraseTable.bit(word)
    }
    return next
  }

  /// Ends a phrase at `node`; a phrase may have several values.
  mutating func end(_ node: UInt16, value: UInt16) {
    if node == PhraseTable.root { return }
    entries.append((value, nodes[Int(node)].head))
    nodes[Int(node)].head = Int32(entries.count - 1)
  }

  private mutating func addOpening(_ word: UInt16, _ node: UInt16) {
    if openings.count <= Int(word) {
      openings.append(contentsOf: repeatElement(0, count: Int(word) + 1 - openings.count))
    }
    openings[Int(word)] = node
  }

  /// Calls `body` with each value of the phrase that ends at `node`.
  @inline(__always)
  func forEachValue(at node: UInt16, _ body: (UInt16) -> Void) {
    var entry = nodes[Int(node)].head
    while entry >= 0 {
      body(entries[Int(entry)].value)
      entry = entries[Int(entry)].next
    }
  }

  /// The first value of the phrase that ends at `node`.
  func value(at node: UInt16) -> UInt16? {
    let entry = nodes[Int(node)].head
    return entry >= 0 ? entries[Int(entry)].value : nil
  }
}
