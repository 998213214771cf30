/// A trie of phrases over the lexicon's word numbers.
struct PhraseTable: Sendable {
  private var edges: HashTable
  /// For each node the first of its values in `entries`, or -1.
  private var heads: [Int32] = [-1]
  private var entries: [(value: UInt16, next: Int32)] = []

  init(capacity: Int) { edges = HashTable(capacity: capacity) }

  static let root: UInt16 = 0

  /// The node after `node` along a word, or 0.
  @inline(__always)
  func step(_ node: UInt16, _ word: UInt16) -> UInt16 {
    word == 0 ? 0 : edges.value(UInt64(node) << 16 | UInt64(word) | 1 << 48)
  }

  mutating func insert(_ phrase: [UInt16], value: UInt16) {
    var node = PhraseTable.root
    for word in phrase {
      var next = step(node, word)
      if next == 0 {
        next = UInt16(heads.count)
        heads.append(-1)
        edges.insert(next, for: UInt64(node) << 16 | UInt64(word) | 1 << 48)
      }
      node = next
    }
    entries.append((value, heads[Int(node)]))
    heads[Int(node)] = Int32(entries.count - 1)
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
