package import PostmortemModel

/// What a team calls things and which sections it asks for, as its configuration says it.
package struct TeamSettings: Sendable {
  /// A further name of a section.
  package struct Name: Sendable {
    package let part: Profile.Part
    package let name: String
    package let offset: Int
  }

  package struct Phrase: Sendable {
    package let use: TeamVocabulary.WordUse
    package let phrase: String
    package let offset: Int
  }

  package struct Tracker: Sendable {
    package let text: String
    let pattern: TrackerPattern
    package let offset: Int
  }

  package internal(set) var names: [Name] = []
  package internal(set) var phrases: [Phrase] = []
  package internal(set) var trackers: [Tracker] = []
  package internal(set) var required: Setting<[Profile.Requirement]>?
  package internal(set) var recommended: Setting<[Profile.Requirement]>?
  package internal(set) var order: Setting<[Profile.Part]>?

  /// These with what others say: their names and words besides, their demands instead.
  func overridden(by other: TeamSettings) -> TeamSettings {
    var result = self
    result.names += other.names
    result.phrases += other.phrases
    result.trackers += other.trackers
    result.required = other.required ?? required
    result.recommended = other.recommended ?? recommended
    result.order = other.order ?? order
    return result
  }

  var vocabulary: TeamVocabulary {
    var vocabulary = TeamVocabulary()
    for name in names { vocabulary.add(name: name.name, of: name.part.inVocabulary) }
    for phrase in phrases { vocabulary.add(phrase: phrase.phrase, as: phrase.use) }
    for tracker in trackers { vocabulary.add(tracker.pattern) }
    return vocabulary
  }
}

extension Settings {
  /// Whether they change what reports are read with.
  package var changesDialect: Bool {
    zone != nil || !team.names.isEmpty || !team.phrases.isEmpty || !team.trackers.isEmpty
  }

  /// What reports are read with.
  package var dialect: Dialect {
    var vocabulary = team.vocabulary
    if case .assumed(let zone)? = zone?.value { vocabulary.zone = zone }
    return Dialect.of(vocabulary)
  }
}

extension Profile {
  /// The profile with the sections that a configuration asks for.
  func adopting(sectionsOf team: TeamSettings) -> Profile {
    guard team.required != nil || team.recommended != nil || team.order != nil else { return self }
    var profile = self
    profile.template = template ?? required + recommended
    profile.templateRequired = templateRequired ?? required
    profile.required = team.required?.value ?? required
    profile.recommended = team.recommended?.value ?? recommended
    profile.order = team.order?.value ?? order
    return profile
  }
}

extension Profile.Part {
  fileprivate var inVocabulary: TeamVocabulary.Part {
    switch self {
    case .kind(let kind): .kind(kind)
    case .topic(let topic): .topic(topic)
    case .own(let name): .own(name)
    }
  }
}
