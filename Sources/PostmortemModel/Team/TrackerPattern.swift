/// The form of a ticket's key: `OPS-\d+`, `INC[0-9]{6}`.
///
/// Of regular expressions it knows signs, `\d`, `\w`, `.`, `[A-Z]`, and `?`, `*`, `+` and `{2,5}` behind them. A text is
/// read once for each place where a key may begin, all ways at the same time.
package struct TrackerPattern: Sendable {
  /// Why a text is no pattern.
  package struct Fault: Error, Sendable {
    package let reason: String
  }

  /// A sign that may stand at a place.
  private struct Step: Sendable {
    var signs: SignSet
    /// Whether it may be left out, and whether it may come again.
    var isOptional = false
    var isRepeated = false
  }

  /// A bit for each step, and one for the end.
  private static let most = 63
  private let steps: [Step]

  package init(_ text: String) throws(Fault) {
    let bytes = Array(text.utf8)
    var steps: [Step] = []
    var place = 0
    while place < bytes.count {
      let signs = try SignSet(bytes, &place)
      let (least, greatest) = try TrackerPattern.times(bytes, &place)
      if max(least, greatest ?? 1) + steps.count > TrackerPattern.most {
        throw Fault(reason: "the pattern '\(text)' is too long")
      }
      steps += Array(repeating: Step(signs: signs), count: least)
      if let greatest {
        steps += Array(repeating: Step(signs: signs, isOptional: true), count: greatest - least)
      } else if least == 0 {
        steps.append(Step(signs: signs, isOptional: true, isRepeated: true))
      } else {
        steps[steps.count - 1].isRepeated = true
      }
    }
    if !steps.contains(where: { !$0.isOptional }) {
      throw Fault(reason: "the pattern '\(text)' fits a text of no letters")
    }
    self.steps = steps
  }

  /// How often the sign before may stand; no upper bound for nil.
  private static func times(_ bytes: [UInt8], _ place: inout Int) throws(Fault) -> (
    least: Int, greatest: Int?
  ) {
    guard place < bytes.count else { return (1, 1) }
    switch bytes[place] {
    case UInt8(ascii: "?"):
      place += 1
      return (0, 1)
    case UInt8(ascii: "*"):
      place += 1
      return (0, nil)
    case UInt8(ascii: "+"):
      place += 1
      return (1, nil)
    case UInt8(ascii: "{"): break
    default: return (1, 1)
    }
    guard let close = bytes[place...].firstIndex(of: UInt8(ascii: "}")) else {
      throw Fault(reason: "a brace is not closed")
    }
    let bounds = String(decoding: bytes[(place + 1)..<close], as: UTF8.self)
      .split(separator: ",", omittingEmptySubsequences: false)
    place = close + 1
    guard bounds.count <= 2, let first = bounds.first, let least = Int(first), (0...most).contains(least)
    else {
      throw Fault(reason: "braces hold a number up to \(most), or two: {3} or {2,5}")
    }
    if bounds.count == 1 { return (least, least) }
    if bounds[1].isEmpty { return (least, nil) }
    guard let greatest = Int(bounds[1]), greatest >= least, greatest <= most else {
      throw Fault(reason: "braces hold a number up to \(most), or two: {3} or {2,5}")
    }
    return (least, greatest)
  }

  /// The end of the longest key that begins at an offset; nil where none does.
  func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Int? {
    var states = closure(1)
    var end: Int?
    var offset = start
    while offset < limit, states != 0 {
      var next: UInt64 = 0
      for (index, step) in steps.enumerated()
      where states & 1 << UInt64(index) != 0 && step.signs.contains(bytes[offset]) {
        next |= 1 << UInt64(index + 1)
        if step.isRepeated { next |= 1 << UInt64(index) }
      }
      states = closure(next)
      offset += 1
      if states & 1 << UInt64(steps.count) != 0 { end = offset }
    }
    return end
  }

  /// With the states that are reached by leaving steps out.
  private func closure(_ states: UInt64) -> UInt64 {
    var states = states
    for (index, step) in steps.enumerated() where step.isOptional && states & 1 << UInt64(index) != 0 {
      states |= 1 << UInt64(index + 1)
    }
    return states
  }
}

/// Some bytes.
private struct SignSet: Sendable {
  private var parts: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  func contains(_ byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    return switch byte >> 6 {
    case 0: parts.0 & bit != 0
    case 1: parts.1 & bit != 0
    case 2: parts.2 & bit != 0
    default: parts.3 & bit != 0
    }
  }

  private mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: parts.0 |= bit
    case 1: parts.1 |= bit
    case 2: parts.2 |= bit
    default: parts.3 |= bit
    }
  }

  private mutating func insert(_ range: ClosedRange<UInt8>) { for byte in range { insert(byte) } }

  /// The signs that a pattern names at a place, which is moved behind them.
  init(_ bytes: [UInt8], _ place: inout Int) throws(TrackerPattern.Fault) {
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\\"):
      guard place < bytes.count else { throw TrackerPattern.Fault(reason: "the last '\\' stands alone") }
      place += 1
      try insert(escaped: bytes[place - 1])
    case UInt8(ascii: "["): try insert(classIn: bytes, &place)
    case UInt8(ascii: "."): insert(0x21...0xFF)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
      let sign = String(decoding: [byte], as: UTF8.self)
      throw TrackerPattern.Fault(
        reason: "'\(sign)' stands for nothing here; write '\\\(sign)' for the sign, and each choice by itself"
      )
    default: insert(byte)
    }
  }

  private mutating func insert(escaped byte: UInt8) throws(TrackerPattern.Fault) {
    switch byte {
    case UInt8(ascii: "d"): insert(UInt8(ascii: "0")...UInt8(ascii: "9"))
    case UInt8(ascii: "w"):
      insert(UInt8(ascii: "0")...UInt8(ascii: "9"))
      insert(UInt8(ascii: "A")...UInt8(ascii: "Z"))
      insert(UInt8(ascii: "a")...UInt8(ascii: "z"))
      insert(UInt8(ascii: "_"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      let sign = String(decoding: [byte], as: UTF8.self)
      throw TrackerPattern.Fault(reason: "'\\\(sign)' is not known; \\d and \\w are")
    default: insert(byte)
    }
  }

  /// "[A-Z0-9_]".
  private mutating func insert(classIn bytes: [UInt8], _ place: inout Int) throws(TrackerPattern.Fault) {
    guard let close = bytes[place...].firstIndex(of: UInt8(ascii: "]")), close > place,
      bytes[place] != UInt8(ascii: "^")
    else {
      throw TrackerPattern.Fault(reason: "brackets hold the signs that may stand there, such as [A-Z]")
    }
    while place < close {
      if bytes[place] == UInt8(ascii: "\\"), place + 1 < close {
        try insert(escaped: bytes[place + 1])
        place += 2
      } else if place + 2 < close, bytes[place + 1] == UInt8(ascii: "-") {
        guard bytes[place] <= bytes[place + 2] else {
          throw TrackerPattern.Fault(reason: "a range in brackets goes backwards")
        }
        insert(bytes[place]...bytes[place + 2])
        place += 3
      } else {
        insert(bytes[place])
        place += 1
      }
    }
    place = close + 1
  }
}
