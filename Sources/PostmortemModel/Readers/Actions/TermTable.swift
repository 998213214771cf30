/// Numbers the meanings of words: equal stems, and synonyms, are one.
struct TermTable {
  /// A word of an item by what it means.
  struct Term {
    let meaning: Int
    let word: Int
  }

  private let text: ReportText
  private var keys: [UInt64] = []
  /// The meaning of each key by its hash; -1 for none. A power of two of them.
  private var slots = [Int32](repeating: -1, count: 128)
  /// How many items hold each meaning, and the last of them.
  private(set) var counts: [Int] = []
  private var lastItems: [Int] = []
  private(set) var itemCount = 0

  init(_ text: ReportText) {
    self.text = text
    keys.reserveCapacity(slots.count / 2)
    counts.reserveCapacity(slots.count / 2)
    lastItems.reserveCapacity(slots.count / 2)
  }

  /// The telling words of an item in their order, each meaning once.
  mutating func terms(of words: Range<Int>) -> [Term] {
    itemCount += 1
    var result: [Term] = []
    result.reserveCapacity(words.count)
    let lexicon = text.lexicon
    for index in words {
      let word = text.words[index]
      guard word.end - word.start >= 2, !word.isNumber, !lexicon.stopWords.contains(word.exact) else {
        continue
      }
      let meaning = meaning(of: word, lexicon)
      if lastItems[meaning] == itemCount { continue }
      lastItems[meaning] = itemCount
      counts[meaning] += 1
      result.append(Term(meaning: meaning, word: index))
    }
    return result
  }

  private mutating func meaning(of word: Word, _ lexicon: Lexicon) -> Int {
    if let group = lexicon.synonyms[word.exact] ?? lexicon.synonyms[word.prefix] {
      return number(of: UInt64(group))
    }
    let key = text.plain.withUnsafeBufferPointer { Stem.hash($0[Int(word.start)..<Int(word.end)]) }
    return number(of: key)
  }

  private mutating func number(of key: UInt64) -> Int {
    var slot = place(of: key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    if keys.count * 2 >= slots.count {
      grow()
      slot = place(of: key)
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    counts.append(0)
    lastItems.append(0)
    return keys.count - 1
  }

  /// Where the key stands or would stand.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place] >= 0, keys[Int(slots[place])] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, key) in keys.enumerated() { slots[place(of: key)] = Int32(number) }
  }
}
