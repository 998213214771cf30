public import PostmortemModel

/// A new report in a profile's form, with guidance in comments: a blank template until somebody fills it in.
public struct Skeleton: Sendable {
  private let title: String
  private let profile: Profile
  private let date: CivilDate
  private let zone: String

  /// - Parameter zone: as the timeline's heading tells it: "UTC", "Europe/Paris".
  public init(title: String, profile: Profile, date: CivilDate, zone: String) {
    self.title = title
    self.profile = profile
    self.date = date
    self.zone = zone
  }

  public var text: String {
    (["# Postmortem: \(title)\n", head] + sections.map(section)).joined(separator: "\n")
  }

  /// What the profile asks for, in its order where it fixes one: what that does not name follows what stands before.
  private var sections: [(requirement: Profile.Requirement, isRequired: Bool)] {
    let all = profile.required.map { ($0, true) } + profile.recommended.map { ($0, false) }
    var rank = -1
    let ranked = all.enumerated().map { index, section in
      rank = profile.order.firstIndex { section.0.parts.contains($0) } ?? rank
      return (rank: rank, index: index, section: section)
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.section)
  }

  /// The date is always there: it tells the day of every time below.
  private var head: String {
    let fields = [Profile.Field.date] + profile.metadata.filter { $0 != .date }
    return fields.map { field in
      field == .date ? "- **Date**: \(date)\n" : "- **\(field.label)**: <!-- \(field.guidance) -->\n"
    }.joined()
  }

  private func section(_ requirement: Profile.Requirement, isRequired: Bool) -> String {
    // Tasks can carry out measures that are told elsewhere, measures alone carry out nothing.
    let part = requirement.parts.first { $0 == .kind(.tasks) } ?? requirement.parts.first
    guard let part else { return "" }
    let name = part.customaryNames.first ?? part.name
    let heading = part == .kind(.timeline) ? "\(name) (all times \(zone))" : name
    let note = isRequired ? "" : "Optional. "
    let divisions = profile.divisions.filter { $0.section == part }.flatMap(\.parts).map { topic in
      "\n### \(Profile.Part.topic(topic).customaryNames.first ?? topic.rawValue)\n\n"
        + "<!-- \(Profile.Part.topic(topic).guidance) -->\n"
    }
    let body = part == .kind(.tasks) ? taskTable : ""
    return "## \(heading)\n\n<!-- \(note)\(part.guidance) -->\n\(body)\(divisions.joined())"
  }

  private var taskTable: String {
    let columns = ["Action"] + profile.tasks.map(\.label)
    if columns.count == 1 { return "" }
    return "\n| \(columns.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: columns.count))\n"
  }
}

extension Profile.TaskField {
  fileprivate var label: String {
    switch self {
    case .owner: "Owner"
    case .due: "Due"
    case .tracker: "Ticket"
    case .priority: "Priority"
    }
  }
}

extension Profile.Field {
  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  fileprivate var guidance: String {
    switch self {
    case .date: "the day of the incident"
    case .authors: "who wrote this"
    case .status: "draft, in review or final"
    case .severity: "as your scale names it"
    }
  }
}
