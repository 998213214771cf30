import MarkdownTree

/// A word of a heading, or "&" and "/" which stand for "and".
struct NameToken {
  let number: UInt16
  let word: Int
}

/// Parts a heading at its punctuation, without its numbering: "2. Timeline (all times UTC)" has two segments.
struct TitleSegments {
  /// The number of the word "and", which is in the table itself.
  static let and: UInt16 = {
    Lexicon.shared.words.value("and".utf8.reduce(into: WordHash()) { $0.add($1) }.value)
  }()

  let text: ReportText
  private var lexicon: Lexicon { text.lexicon }

  /// The tokens of a heading, parted. There is always a first segment.
  struct Segments {
    fileprivate(set) var tokens: [NameToken] = []
    /// Where each segment after the first begins.
    fileprivate var starts: [Int] = []

    var count: Int { starts.count + 1 }

    subscript(index: Int) -> ArraySlice<NameToken> {
      let start = index == 0 ? 0 : starts[index - 1]
      return tokens[start..<(index < starts.count ? starts[index] : tokens.count)]
    }
  }

  /// The words up to each colon, parenthesis, dash with blanks or the like.
  func segments(of words: Range<Int>) -> Segments {
    var segments = Segments()
    segments.tokens.reserveCapacity(words.count + 2)
    // Whether the segment that is being read has a token.
    var hasToken = false
    var isNumbered = false
    for index in words {
      let word = text.words[index]
      if index > words.lowerBound {
        switch gap(from: Int(text.words[index - 1].end), to: Int(word.start)) {
        case .none: break
        case .and:
          segments.tokens.append(NameToken(number: TitleSegments.and, word: index))
          hasToken = true
        case .end:
          // A number at the start is no segment.
          if segments.tokens.isEmpty, !isNumbered {
            isNumbered = true
          } else {
            segments.starts.append(segments.tokens.count)
          }
          hasToken = false
        }
      }
      // Numbering is no part of a name: "1.", "2)", "0x19", "IV.".
      if !hasToken, word.traits.contains(.digits) && !isFiveWhys(index) || isRoman(index, in: words) {
        continue
      }
      let number = lexicon.andWords.contains(word.exact) && hasToken ? TitleSegments.and : word.exact
      segments.tokens.append(NameToken(number: number, word: index))
      hasToken = true
    }
    return segments
  }

  /// The letters of "VIII".
  static let longestRoman: UInt32 = 4

  /// "IV." at the start of a heading.
  private func isRoman(_ index: Int, in words: Range<Int>) -> Bool {
    let word = text.words[index]
    guard index == words.lowerBound, word.isShouted, word.end - word.start <= TitleSegments.longestRoman,
      index + 1 < words.upperBound
    else {
      return false
    }
    let after = text.plain[Int(word.end)]
    return (after == UInt8(ascii: ".") || after == UInt8(ascii: ")"))
      && text.plain[word.span.range].allSatisfy { "IVX".utf8.contains($0) }
  }

  /// "5 whys" is a name.
  private func isFiveWhys(_ index: Int) -> Bool {
    guard index + 1 < text.words.count, text.words[index + 1].start <= text.words[index].end + 2 else {
      return false
    }
    let node = lexicon.names.opening(text.words[index].exact)
    return node != PhraseTable.root && lexicon.names.step(node, text.words[index + 1].exact) != 0
  }

  private enum Gap { case none, and, end }

  private func gap(from start: Int, to end: Int) -> Gap {
    var gap = Gap.none
    for offset in start..<end {
      switch text.plain[offset] {
      case UInt8(ascii: "&"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: ","): gap = .and
      case UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "|"),
        UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: "="):
        return .end
      case UInt8(ascii: ";"):
        if offset + 1 < end { return .end }
      case UInt8(ascii: "-"):
        if offset > start, text.plain[offset - 1] == 0x20, !isHyphen(offset) { return .end }
      default: break
      }
    }
    return gap
  }

  /// A hyphen that does not break (U+2010, U+2011), whose three bytes are a dash between blanks in the plain text.
  private func isHyphen(_ offset: Int) -> Bool {
    let bytes = text.source.bytes
    return bytes[offset] == 0x80 && offset + 1 < bytes.count && (bytes[offset + 1] | 1) == 0x91
  }
}
