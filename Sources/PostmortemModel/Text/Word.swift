import MarkdownTree

/// A word of the plain text: a run of letters and digits, or one Chinese character or kana.
struct Word {
  let start: UInt32
  let end: UInt32
  /// Of the folded letters: equal words have equal hashes.
  let hash: UInt32
  /// Its number in the lexicon; 0 for a word that no table holds.
  let exact: UInt16
  /// The number of the longest beginning in the lexicon ("investigat*") that it starts with, or 0.
  let prefix: UInt16
  let traits: Traits

  struct Traits: OptionSet {
    let rawValue: UInt8
    /// Begins with a capital letter.
    static let capitalised = Traits(rawValue: 1 << 0)
    /// Has a letter that is not a capital.
    static let lowercase = Traits(rawValue: 1 << 1)
    static let digits = Traits(rawValue: 1 << 2)
    /// One Chinese character or kana.
    static let ideograph = Traits(rawValue: 1 << 3)
    /// May open something about time: has digits, or begins like a word that does.
    static let isTimely = Traits(rawValue: 1 << 4)
  }

  var span: SourceSpan { SourceSpan(Int(start), Int(end)) }
  var isNumber: Bool {
    traits.contains(.digits) && !traits.contains(.lowercase) && !traits.contains(.capitalised)
  }
  var isCapitalised: Bool { traits.contains(.capitalised) }
  /// "AND", "TBD": capitals only.
  var isShouted: Bool { traits.contains(.capitalised) && !traits.contains(.lowercase) }
}
