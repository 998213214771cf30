/// The alternatives that braces stand for: "{a,b}.md" is "a.md" and "b.md".
enum BraceList {
  /// A pattern that stands for more was hardly meant.
  static let limit = 256

  static func expand(_ pattern: ArraySlice<UInt8>) throws(Glob.Fault) -> [[UInt8]] {
    var done: [[UInt8]] = []
    var open = [Array(pattern)]
    while let next = open.popLast() {
      guard let choice = firstChoice(in: next) else {
        done.append(next)
        continue
      }
      for option in choice.options.reversed() {
        open.append(next[..<choice.range.lowerBound] + option + next[choice.range.upperBound...])
      }
      if done.count + open.count > limit {
        let text = String(decoding: pattern, as: UTF8.self)
        throw Glob.Fault(reason: "the glob '\(text)' stands for more than \(limit) patterns")
      }
    }
    return done
  }

  /// The first pair of braces, with the texts between its commas; nil where none is closed.
  private static func firstChoice(in pattern: [UInt8]) -> (range: Range<Int>, options: [[UInt8]])? {
    var depth = 0
    var start = 0
    var option = 0
    var options: [[UInt8]] = []
    var place = 0
    while place < pattern.count {
      switch pattern[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "{"):
        if depth == 0 { (start, option) = (place, place + 1) }
        depth += 1
      case UInt8(ascii: ",") where depth == 1:
        options.append(Array(pattern[option..<place]))
        option = place + 1
      case UInt8(ascii: "}") where depth > 0:
        depth -= 1
        if depth == 0 { return (start..<place + 1, options + [Array(pattern[option..<place])]) }
      default: break
      }
      place += 1
    }
    return nil
  }
}
