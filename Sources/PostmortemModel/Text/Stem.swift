/// Cuts the endings of English words, so that "monitoring", "monitors" and "monitor" compare equal.
///
/// A few of the steps of Porter's algorithm (https://tartarus.org/martin/PorterStemmer/), enough to compare short
/// lists of one report with each other.
enum Stem {
  /// The hash of a word's stem.
  static func hash(_ letters: some Collection<UInt8>) -> UInt64 {
    var stem = letters.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for ending in endings
    where stem.count >= ending.count + 3 && stem.suffix(ending.count).elementsEqual(ending) {
      stem.removeLast(ending.count)
      break
    }
    if stem.count > 3, stem[stem.count - 1] == stem[stem.count - 2], stem.last != UInt8(ascii: "s") {
      stem.removeLast()
    }
    if stem.count > 3,
      stem.last == UInt8(ascii: "e") || stem.last == UInt8(ascii: "y") || stem.last == UInt8(ascii: "i")
    {
      stem.removeLast()
    }
    var hash = WordHash()
    for letter in stem { hash.add(letter) }
    return hash.value
  }

  private static let endings: [[UInt8]] = [
    "izations", "isations", "ization", "isation", "ations", "ation", "ings", "ing", "ments", "ment", "ers",
    "ances",
    "ance", "ies", "ied", "es", "ed", "ly", "er", "s",
  ].map { Array($0.utf8) }
}
