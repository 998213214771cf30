import PostmortemModel

/// The form of a profile, in a file of `Profiles/` or in a team's configuration.
package enum ProfileForm {
  package static var profile: ValueForm { .record(members) }

  static var members: [ValueForm.Member] {
    [
      ValueForm.Member(
        name: "extends", about: "the profile that it starts from", form: .text("the name of a profile")),
      ValueForm.Member(
        name: "about", about: "what kind of template it is, in one line", form: .text("a text")),
      ValueForm.Member(name: "source", about: "where its demands come from", form: .text("a text")),
      ValueForm.Member(name: "sections", about: "the parts of a report", form: sections),
      ValueForm.Member(
        name: "divisions", about: "parts that sections are divided into",
        form: .table(parts, "section", names(SectionTopic.self, "a part of a section"))),
      ValueForm.Member(
        name: "metadata", about: "facts that stand at the report's head",
        form: names(Profile.Field.self, "a field")),
      ValueForm.Member(
        name: "phases", about: "steps that the timeline tells", form: names(Phase.self, "a phase")),
      ValueForm.Member(
        name: "impact", about: "how the extent of the impact is told",
        form: name(Profile.ImpactDemand.self, "a demand on the impact")),
      ValueForm.Member(
        name: "zone", about: "what is asked of the times' zone",
        form: name(Profile.ZoneDemand.self, "a demand on the zone")),
      ValueForm.Member(
        name: "people", about: "how people may be told of",
        form: name(Profile.PeopleDemand.self, "a demand on people")),
      ValueForm.Member(
        name: "tasks", about: "what a task tells beside the work",
        form: names(Profile.TaskField.self, "a task's field")),
      ValueForm.Member(
        name: "words", about: "how many words a report has", form: .text("a range of words such as 400-600")),
      ValueForm.Member(
        name: "rules", about: "the severities of rules",
        form: .table(Rule.all.map(\.id), "rule", .choice(RuleSetting.levels, "a severity"))),
    ]
  }

  private static var sections: ValueForm {
    .record(sectionMembers)
  }

  static var sectionMembers: [ValueForm.Member] {
    let part = ValueForm.part
    return [
      ValueForm.Member(
        name: "required", about: "parts that must be there; of a list within the list any one",
        form: .list(.list(part))),
      ValueForm.Member(
        name: "recommended", about: "parts that should be there", form: .list(.list(part))),
      ValueForm.Member(name: "order", about: "the parts in the template's order", form: .list(part)),
    ]
  }

  /// The kinds and topics of sections that everyone has.
  package static var parts: [String] {
    SectionKind.allCases.filter { $0 != .other }.map(\.rawValue) + SectionTopic.allCases.map(\.rawValue)
  }

  private static func name<Name: RawRepresentable<String> & CaseIterable>(
    _ type: Name.Type, _ noun: String
  ) -> ValueForm { .choice(type.allCases.map(\.rawValue), noun) }

  private static func names<Name: RawRepresentable<String> & CaseIterable>(
    _ type: Name.Type, _ noun: String
  ) -> ValueForm { .list(name(type, noun)) }
}
