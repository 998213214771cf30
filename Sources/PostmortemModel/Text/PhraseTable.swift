/// A trie of phrases over the lexicon's word numbers.
struct PhraseTable: Sendable {
  /// The word that leads to each node that the table was made with; those after a node stand together, sorted by word.
  private var words: [UInt16] = [0]
  /// The nodes that the table was grown by, by the node before and the word.
  private var edges = HashTable(capacity: 0)
  /// The nodes after the root by word number: asked for every word of a text, and nearly always 0.
  private var openings: [UInt16] = []
  private var nodes = [Node()]
  private var entries: [(value: UInt16, next: Int32)] = []

  struct Node: Sendable {
    /// A bit for each value that the low bits of the words after it take: most words follow none.
    var followers: UInt64 = 0
    /// The first of its values in `entries`, or -1.
    var head: Int32 = -1
    /// The first of the nodes after it that the table was made with, and how many there are.
    var next: (first: UInt16, count: UInt16) = (0, 0)
  }

  init() {}

  /// - Parameters:
  ///   - words: the word that leads to each node, from the second on: first those after the root, then those after each of
  ///     these, and so on, those after one node sorted.
  ///   - counts: how many nodes there are after each.
  ///   - ends: the last nodes of phrases, each with a value.
  init(words: [UInt16], counts: [UInt16], ends: [UInt16], wordCount: UInt16) {
    var nodes = [Node](repeating: Node(), count: words.count + 1)
    var openings = [UInt16](repeating: 0, count: Int(wordCount) + 1)
    // Buffers, since this is done at each start.
    words.withUnsafeBufferPointer { words in
      nodes.withUnsafeMutableBufferPointer { nodes in
        var first = 1
        for node in 0..<min(counts.count, nodes.count) {
          let end = min(first + Int(counts[node]), nodes.count)
          var followers: UInt64 = 0
          for next in first..<end { followers |= PhraseTable.bit(words[next - 1]) }
          nodes[node].followers = followers
          nodes[node].next = (UInt16(first), UInt16(end - first))
          first = end
        }
      }
    }
    for next in 1..<1 + Int(nodes[0].next.count) { openings[Int(words[next - 1])] = UInt16(next) }
    entries = [(value: UInt16, next: Int32)](unsafeUninitializedCapacity: ends.count / 2) { entries, count in
      count = entries.count
      for place in entries.indices {
        let node = Int(ends[place * 2])
        entries.initializeElement(at: place, to: (ends[place * 2 + 1], nodes[node].head))
        nodes[node].head = Int32(place)
      }
    }
    (self.nodes, self.openings, self.words) = (nodes, openings, [0] + words)
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
    nodes[Int(node)].followers & PhraseTable.bit(word) == 0 ? 0 : search(after: node, word)
  }

  private func search(after node: UInt16, _ word: UInt16) -> UInt16 {
    var low = Int(nodes[Int(node)].next.first)
    let end = low + Int(nodes[Int(node)].next.count)
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    if low < end, words[low] == word { return UInt16(low) }
    return edges.count == 0 ? 0 : edges.value(PhraseTable.edge(node, word))
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
