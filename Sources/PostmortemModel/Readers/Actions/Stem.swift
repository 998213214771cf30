/// Cuts the endings of English words, so that "monitoring", "monitors" and "monitor" compare equal.
///
/// A few of the steps of Porter's algorithm (https://tartarus.org/martin/PorterStemmer/), enough to compare short
/// lists of one report with each other.
enum Stem {
  /// The hash of a word's stem.
  static func hash(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    let letters = UnsafeBufferPointer(rebasing: letters)
    var count = letters.count - endingLength(of: letters)
    if count > 3, isDoubled(letters[count - 2], letters[count - 1]) { count -= 1 }
    if count > 3, isMute(letters[count - 1]) { count -= 1 }
    var hash = WordHash()
    for index in 0..<count { hash.add(folded(letters[index])) }
    return hash.value
  }

  /// The length of the first ending of the list that leaves three letters or more.
  private static func endingLength(of letters: UnsafeBufferPointer<UInt8>) -> Int {
    guard letters.count > 3 else { return 0 }
    let last = folded(letters[letters.count - 1])
    for ending in endings(in: last) {
      let count = ending.utf8CodeUnitCount
      guard letters.count >= count + 3 else { continue }
      let start = letters.count - count
      let fits = (0..<count).allSatisfy { folded(letters[start + $0]) == ending.utf8Start[$0] }
      if fits { return count }
    }
    return 0
  }

  private static func isDoubled(_ first: UInt8, _ second: UInt8) -> Bool {
    folded(first) == folded(second) && folded(second) != UInt8(ascii: "s")
  }

  private static func isMute(_ letter: UInt8) -> Bool {
    let letter = folded(letter)
    return letter == UInt8(ascii: "e") || letter == UInt8(ascii: "y") || letter == UInt8(ascii: "i")
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The endings in a letter, longer ones before those that they end in.
  private static func endings(in letter: UInt8) -> [StaticString] {
    switch letter {
    case UInt8(ascii: "s"): inS
    case UInt8(ascii: "n"): inN
    case UInt8(ascii: "g"): inG
    case UInt8(ascii: "t"): inT
    case UInt8(ascii: "e"): inE
    case UInt8(ascii: "d"): inD
    case UInt8(ascii: "y"): inY
    case UInt8(ascii: "r"): inR
    default: []
    }
  }

  private static let inS: [StaticString] = [
    "izations", "isations", "ations", "ings", "ments", "ers", "ances", "ies", "es", "s",
  ]
  private static let inN: [StaticString] = ["ization", "isation", "ation"]
  private static let inG: [StaticString] = ["ing"]
  private static let inT: [StaticString] = ["ment"]
  private static let inE: [StaticString] = ["ance"]
  private static let inD: [StaticString] = ["ied", "ed"]
  private static let inY: [StaticString] = ["ly"]
  private static let inR: [StaticString] = ["er"]
}
