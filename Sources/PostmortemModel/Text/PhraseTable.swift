/// A trie of phrases over the lexicon's word numbers.
struct PhraseTable: Sendable {
  private var edges: HashTable
  /// The nodes after the root by word number: asked for every word of a text, and nearly always 0.
  private var openings: [UInt16] = []
  /// For each node a bit for each value that the low bits of the words after it take: most words follow none.
  private var followers: [UInt64] = [0]
  /// For each node the first of its values in `entries`, or -1.
  private var heads: [Int32] = [-1]
  private var entries: [(value: UInt16, next: Int32)] = []

  init(capacity: Int) {
    edges = HashTable(capacity: capacity)
    openings.reserveCapacity(capacity)
    followers.reserveCapacity(capacity)
    heads.reserveCapacity(capacity)
    entries.reserveCapacity(capacity)
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
    followers[Int(node)] & PhraseTable.bit(word) == 0 ? 0 : edges.value(PhraseTable.edge(node, word))
  }

  @inline(__always)
  private static func bit(_ word: UInt16) -> UInt64 { 1 &<< UInt64(word & 63) }

  /// The node after the root along a word, or 0.
  @inline(__always)
  func opening(_ word: UInt16) -> UInt16 { Int(word) < openings.count ? openings[Int(word)] : 0 }

  /// The nodes after the root, for a search through many words.
  struct Openings {
    fileprivate let nodes: UnsafeBufferPointer<UInt16>

    @inline(__always)
    subscript(word: UInt16) -> UInt16 { Int(word) < nodes.count ? nodes[Int(word)] : 0 }
  }

  func withOpenings<Result>(_ body: (Openings) -> Result) -> Result {
    openings.withUnsafeBufferPointer { body(Openings(nodes: $0)) }
  }

  @inline(__always)
  private static func edge(_ node: UInt16, _ word: UInt16) -> UInt64 {
    UInt64(node) << 16 | UInt64(word) | 1 << 48
  }

  /// The node after `node` along a word, a new one where there is none.
  mutating func grow(_ node: UInt16, _ word: UInt16) -> UInt16 {
    let known = step(node, word)
    if known != 0 { return known }
    let next = UInt16(heads.count)
    heads.append(-1)
    followers.append(0)
    if node == PhraseTable.root {
      addOpening(word, next)
    } else {
      edges.insert(next, for: PhraseTable.edge(node, word))
      followers[Int(node)] |= PhraseTable.bit(word)
    }
    return next
  }

  /// Ends a phrase at `node`; a phrase may have several values.
  mutating func end(_ node: UInt16, value: UInt16) {
    if node == PhraseTable.root { return }
    entries.append((value, heads[Int(node)]))
    heads[Int(node)] = Int32(entries.count - 1)
  }

  private mutating func addOpening(_ word: UInt16, _ node: UInt16) {
    while openings.count <= Int(word) { openings.append(0) }
    openings[Int(word)] = node
  }

  /// Calls `body` with each value of the phrase that ends at `node`.
  @inline(__always)
  func forEachValue(at node: UInt16, _ body: (UInt16) -> Void) {
    var entry = heads[Int(node)]
    while entry >= 0 {
      body(entries[Int(entry)].value)
      entry = entries[Int(entry)].next
    }
  }

  /// The first value of the phrase that ends at `node`.
  func value(at node: UInt16) -> UInt16? {
    let entry = heads[Int(node)]
    return entry >= 0 ? entries[Int(entry)].value : nil
  }
}
