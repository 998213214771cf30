/// A pattern of one name in a path: `*`, `?`, `[a-z]`, and `\` before a sign that means itself.
struct NamePattern: Sendable {
  fileprivate enum Token: Hashable, Sendable {
    case byte(UInt8)
    /// One character.
    case one
    /// Any number of them.
    case many
    case oneOf([ClosedRange<UInt32>], isNegated: Bool)
  }

  private let tokens: [Token]
  /// The bytes that a name must begin and end with, to pass over most names at once.
  private let first: UInt8?
  private let last: UInt8?
  let isLiteral: Bool

  init(_ text: ArraySlice<UInt8>) {
    var tokens: [Token] = []
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      place += 1
      switch byte {
      case UInt8(ascii: "*"): if tokens.last != .many { tokens.append(.many) }
      case UInt8(ascii: "?"): tokens.append(.one)
      case UInt8(ascii: "["):
        if let (token, end) = NamePattern.characterClass(text, from: place) {
          tokens.append(token)
          place = end
        } else {
          tokens.append(.byte(byte))
        }
      case UInt8(ascii: "\\") where place < text.endIndex:
        tokens.append(.byte(text[place]))
        place += 1
      default: tokens.append(.byte(byte))
      }
    }
    self.tokens = tokens
    first = tokens.first?.literal
    last = tokens.last?.literal
    isLiteral = tokens.allSatisfy { $0.literal != nil }
  }

  /// Goes back to the last `*` only, so that the time is at worst the product of both lengths.
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    if let first, name.first != first { return false }
    if let last, name.last != last { return false }
    var (token, place) = (0, name.startIndex)
    var retry: (token: Int, place: Int)?
    while true {
      if token == tokens.count {
        if place == name.endIndex { return true }
      } else if tokens[token] == .many {
        token += 1
        retry = (token, place)
        continue
      } else if place < name.endIndex, let end = NamePattern.end(of: tokens[token], in: name, at: place) {
        (token, place) = (token + 1, end)
        continue
      }
      guard let again = retry, again.place < name.endIndex else { return false }
      retry = (again.token, again.place + 1)
      (token, place) = (again.token, again.place + 1)
    }
  }

  /// Where a token that holds at a place ends.
  private static func end(of token: Token, in name: ArraySlice<UInt8>, at place: Int) -> Int? {
    switch token {
    case .byte(let byte): return name[place] == byte ? place + 1 : nil
    case .many: return nil
    case .one: return scalar(in: name, at: place).end
    case .oneOf(let ranges, let isNegated):
      let (value, end) = scalar(in: name, at: place)
      return ranges.contains { $0.contains(value) } != isNegated ? end : nil
    }
  }

  /// A character's number and end; a byte that is none stands for itself.
  private static func scalar(in text: ArraySlice<UInt8>, at place: Int) -> (value: UInt32, end: Int) {
    let lead = text[place]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let rest = text[(place + 1)...].prefix(length - 1)
    guard length > 1, rest.count == length - 1, rest.allSatisfy({ $0 & 0xC0 == 0x80 }) else {
      return (UInt32(lead), place + 1)
    }
    let value = rest.reduce(UInt32(lead) & (0x7F >> UInt32(length))) { $0 << 6 | UInt32($1 & 0x3F) }
    return (value, place + length)
  }

  /// What stands between brackets; nil where they are not closed.
  private static func characterClass(
    _ text: ArraySlice<UInt8>, from start: Int
  ) -> (token: Token, end: Int)? {
    var place = start
    let isNegated =
      place < text.endIndex && (text[place] == UInt8(ascii: "!") || text[place] == UInt8(ascii: "^"))
    if isNegated { place += 1 }
    let opening = place
    var ranges: [ClosedRange<UInt32>] = []
    while place < text.endIndex {
      // A bracket that comes first means itself.
      if text[place] == UInt8(ascii: "]"), place > opening {
        return (.oneOf(ranges, isNegated: isNegated), place + 1)
      }
      let (low, next) = scalar(in: text, at: place)
      place = next
      var high = low
      if place + 1 < text.endIndex, text[place] == UInt8(ascii: "-"), text[place + 1] != UInt8(ascii: "]") {
        (high, place) = scalar(in: text, at: place + 1)
      }
      if low <= high { ranges.append(low...high) }
    }
    return nil
  }
}

extension NamePattern.Token {
  fileprivate var literal: UInt8? {
    if case .byte(let byte) = self { return byte }
    return nil
  }
}
