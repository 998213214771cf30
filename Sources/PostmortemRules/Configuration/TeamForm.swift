import PostmortemModel

/// The forms of the keys that tell what a team calls things.
enum TeamForm {
  static var sections: [ValueForm.Member] {
    [
      ValueForm.Member(
        name: "names", about: "further names that sections of a kind have in your reports",
        form: .table(ProfileForm.parts, "section", .list(.words))),
      ValueForm.Member(
        name: "kinds",
        about: "kinds of sections of your own, each with the names that it has in your reports",
        form: .names(.list(.words))),
    ] + ProfileForm.sectionMembers
  }

  static var vocabulary: [ValueForm.Member] {
    TeamVocabulary.WordUse.allCases.map {
      ValueForm.Member(name: $0.rawValue, about: about($0), form: .list(.words))
    } + [
      ValueForm.Member(
        name: "trackers", about: "forms of your tickets' keys, such as OPS-\\d+",
        form: .list(.text("the form of a ticket's key such as OPS-\\d+")))
    ]
  }

  private static func about(_ use: TeamVocabulary.WordUse) -> String {
    switch use {
    case .accepted: "words and phrases that are no fault in your reports"
    case .vagueVerb: "further verbs that make a task vague; word* is a beginning"
    case .blame: "further phrases that blame people; word* is a beginning"
    case .owner: "teams and handles that a task may be given to"
    }
  }
}
