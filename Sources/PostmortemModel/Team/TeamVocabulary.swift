/// What a team calls things, beside the names and words that all reports share.
package struct TeamVocabulary: Sendable {
  /// What the team's own words are.
  package enum WordUse: String, CaseIterable, Sendable {
    /// Words that are no fault, whatever they would mean elsewhere.
    case accepted = "accept"
    case vagueVerb = "vague-verbs"
    case blame
    /// Teams and handles that a task may be given to.
    case owner = "owners"

    /// What the words say to the readers.
    var cues: [Cue] {
      switch self {
      case .accepted: [.accepted]
      case .vagueVerb: [.vagueVerb]
      case .blame: [.blameJudgement]
      case .owner: [.ownerName]
      }
    }
  }

  /// More bytes of names and words than any team has; the lexicon's numbers would not suffice for many more.
  package static let limit = 48 << 10

  /// What a section is: a kind, a topic, or a kind of the team's own.
  package enum Part: Hashable, Sendable {
    case kind(SectionKind)
    case topic(SectionTopic)
    case own(String)
  }

  private(set) var sectionNames: [(part: Part, name: String)] = []
  private(set) var phrases: [(use: WordUse, phrase: String)] = []
  private(set) var trackers: [TrackerPattern] = []
  /// The zone of times in reports that state none.
  package var zone: String?

  package init() {}

  package mutating func add(name: String, of part: Part) { sectionNames.append((part, name)) }
  package mutating func add(phrase: String, as use: WordUse) { phrases.append((use, phrase)) }
  package mutating func add(_ tracker: TrackerPattern) { trackers.append(tracker) }

  package var isEmpty: Bool {
    sectionNames.isEmpty && phrases.isEmpty && trackers.isEmpty && zone == nil
  }

  /// Whether there is any word in a text.
  package static func holdsWord(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = WordScanner(bytes, 0, bytes.count)
      return scanner.next() != nil
    }
  }
}
