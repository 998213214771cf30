/// What a word can do in a phrase about time. Many words have several roles: Spanish "a", English "second".
struct TimeWord: Sendable {
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt32

    static let month = Roles(rawValue: 1 << 0)
    /// A month only with a year, an ordinal or "de" beside it: "may", "mars", "set".
    static let weakMonth = Roles(rawValue: 1 << 1)
    static let weekday = Roles(rawValue: 1 << 2)
    /// "noon", "midnight"; the value is in minutes of the day.
    static let clock = Roles(rawValue: 1 << 3)
    static let number = Roles(rawValue: 1 << 4)
    /// "a", "an", "eine".
    static let article = Roles(rawValue: 1 << 5)
    static let half = Roles(rawValue: 1 << 6)
    /// A unit of time; the value is in seconds.
    static let unit = Roles(rawValue: 1 << 7)
    static let about = Roles(rawValue: 1 << 8)
    static let under = Roles(rawValue: 1 << 9)
    static let over = Roles(rawValue: 1 << 10)
    /// "than", "de", "als": the word before it says which.
    static let than = Roles(rawValue: 1 << 11)
    /// Opens a range: "from", "von", "de".
    static let from = Roles(rawValue: 1 << 12)
    static let between = Roles(rawValue: 1 << 13)
    /// Joins the ends of a range by itself.
    static let to = Roles(rawValue: 1 << 14)
    /// Joins the ends of a range that "from" or "between" opened.
    static let weakTo = Roles(rawValue: 1 << 15)
    static let and = Roles(rawValue: 1 << 16)
    /// "at", "on", "the": says nothing between date and clock.
    static let filler = Roles(rawValue: 1 << 17)
    /// "started", "beginning".
    static let begin = Roles(rawValue: 1 << 18)
    static let end = Roles(rawValue: 1 << 19)
    /// "of", "de" between day and month.
    static let of = Roles(rawValue: 1 << 20)
    /// A length of time is to follow: "took", "lasted", "duration".
    static let lasting = Roles(rawValue: 1 << 21)
    /// A clock time is to follow: "at", "à", "às".
    static let clockCue = Roles(rawValue: 1 << 22)
    static let more = Roles(rawValue: 1 << 23)
    static let less = Roles(rawValue: 1 << 24)
    static let up = Roles(rawValue: 1 << 25)

    /// The roles that open a mention by themselves.
    static let openers: Roles = [.month, .weekday, .clock, .number, .article, .half]
  }

  let roles: Roles
  let value: Int

  static let none = TimeWord(roles: [], value: 0)

  func has(_ role: Roles) -> Bool { !roles.isDisjoint(with: role) }
}

/// The words of `TimeVocabulary` by the hash of their lower-case letters.
///
/// An object, since each line's reading holds it.
final class TimeWordTable: Sendable {
  private let keys: [UInt64]
  private let words: [TimeWord]
  /// By a mix of the first three letters of a word: whether any opener begins so.
  private let openings: [Bool]
  /// By the low bits of a word's key: whether any opener has them.
  private let openers: [Bool]
  private static let size = 2048

  static let standard = TimeWordTable(TimeVocabulary.entries)

  private init(_ entries: [(TimeWord.Roles, StaticString)]) {
    var keys = [UInt64](repeating: 0, count: TimeWordTable.size)
    var words = [TimeWord](repeating: .none, count: TimeWordTable.size)
    var openings = [Bool](repeating: false, count: 4096)
    var openers = [Bool](repeating: false, count: 4096)
    for (roles, list) in entries {
      list.withUTF8Buffer { bytes in
        let text = TimeText(bytes, 0..<bytes.count)
        var next = 0
        while next < text.end {
          let (key, end) = text.wordKey(next)
          let value = text.number(end + 1)
          var slot = Int(truncatingIfNeeded: key) & (TimeWordTable.size - 1)
          while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (TimeWordTable.size - 1) }
          keys[slot] = key
          let known = words[slot]
          words[slot] = TimeWord(
            roles: known.roles.union(roles), value: value.length > 0 ? value.value : known.value)
          if !roles.isDisjoint(with: .openers) {
            openings[text.opening(next, end)] = true
            openers[Int(truncatingIfNeeded: key) & 4095] = true
          }
          next = text.skippingBlanks(value.length > 0 ? value.end : end)
        }
      }
    }
    self.keys = keys
    self.words = words
    self.openings = openings
    self.openers = openers
  }

  /// Whether the word `offset ..< end` may open a mention.
  @inline(__always)
  func mayOpen(_ text: TimeText, _ offset: Int, _ end: Int) -> Bool { openings[text.opening(offset, end)] }

  /// Whether the word with that hash may open a mention.
  @inline(__always)
  func mayOpen(_ key: UInt64) -> Bool { openers[Int(truncatingIfNeeded: key) & 4095] }

  /// The word with that hash. Equal hashes of 64 bits stand for equal words.
  func word(_ key: UInt64) -> TimeWord {
    var slot = Int(truncatingIfNeeded: key) & (TimeWordTable.size - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return words[slot] }
      slot = (slot + 1) & (TimeWordTable.size - 1)
    }
    return .none
  }
}

extension TimeText {
  @inline(__always)
  fileprivate func opening(_ offset: Int, _ end: Int) -> Int {
    var index = Int(byte(offset) & 31) << 7
    if end - offset > 1 { index ^= Int(byte(offset + 1) & 31) << 4 }
    return end - offset > 2 ? index ^ Int(byte(offset + 2) & 31) : index
  }

  /// The hash of the lower-case letters at `offset`, and where they end.
  func wordKey(_ offset: Int) -> (key: UInt64, end: Int) {
    let letters = lettersEnd(offset)
    if self[letters] < 0x80 { return (hash(offset, letters), letters) }
    var hash = WordHash()
    var next = offset
    while isWordByte(next) {
      var byte = lower(next)
      // "É" is "é" in the second byte of its two.
      if byte >= 0x80, byte < 0x9F, next > offset, self[next - 1] == 0xC3 { byte += 32 }
      hash.add(byte)
      next += 1
    }
    return (hash.value, next)
  }
}
