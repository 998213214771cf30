import PostmortemModel

/// What each part of a report earns.
enum ScoreReader {
  /// A section of fewer words earns half.
  private static let thin = 8
  /// A cause of so many words has told how it came about.
  private static let fullCause = 25
  /// Entries enough for a timeline.
  private static let fullTimeline = 3

  static func sections(_ completeness: Completeness, _ postmortem: Postmortem) -> Score.Part {
    var (count, halves) = (0, 0)
    var lacking: [String] = []
    for item in completeness.items where item.isRequired {
      count += 1
      if item.status == .present {
        let words = item.section.map { postmortem.wordCount(of: postmortem.sections[$0]) }
        halves += words.map { $0 < thin } == true ? 1 : 2
      } else {
        lacking.append(item.requirement.name)
      }
    }
    return part(
      "sections", share(halves, of: count * 2, worth: 35), 35,
      lacking.isEmpty
        ? "write more than a line in the thin sections" : "add \(lacking.joined(separator: ", "))")
  }

  static func timeline(_ postmortem: Postmortem, _ profile: Profile) -> Score.Part {
    let entries = postmortem.timeline.entries
    let timed = entries.count { $0.time != nil }
    let wanted = profile.phases.isEmpty ? [.detected, .resolved] : profile.phases
    let told = wanted.filter { phase in entries.contains { $0.phases.contains(phase) } }
    let hasZone = postmortem.timeline.zone == .stated || profile.zone == .any && timed > 0
    let points =
      share(timed, of: fullTimeline, worth: 8) + (hasZone ? 4 : 0)
      + share(told.count, of: wanted.count, worth: 8)
    let missing = wanted.filter { !told.contains($0) }.map(\.rawValue).joined(separator: " and ")
    let advice =
      timed < fullTimeline
      ? "write the events down with their times"
      : !missing.isEmpty ? "tell in the timeline when it was \(missing)" : "state the zone of the times"
    return part("timeline", points, 20, advice)
  }

  static func impact(_ postmortem: Postmortem, _ profile: Profile) -> Score.Part {
    let isShared = postmortem.percentages.contains(where: \.isImpact)
    let isTold = postmortem.impact.isQuantified
    let isFull = isTold && (profile.impact != .percentage || isShared)
    return part(
      "impact", isFull ? 10 : isTold ? 5 : 0, 10,
      isTold ? "say what share of the users that was" : "say in numbers how much was hit")
  }

  static func cause(_ postmortem: Postmortem) -> Score.Part {
    let depth = postmortem.causeDepth
    let points = share(depth.wordCount, of: fullCause, worth: 6) + (depth.tellsMechanism ? 4 : 0)
    return part("cause", points, 10, "tell what led to what, step by step")
  }

  /// Measures that tasks carry out, tasks that are concrete, and what the profile wants to know of each.
  static func actions(_ postmortem: Postmortem, _ profile: Profile) -> [Score.Part] {
    let (measures, tasks) = (postmortem.measures, postmortem.tasks)
    var parts = [
      part(
        "tasks", tasks.isEmpty ? 0 : share(tasks.count(where: \.isConcrete), of: tasks.count, worth: 6), 6,
        tasks.isEmpty ? "list the tasks that follow" : "say of each task what will be there when it is done")
    ]
    if !measures.isEmpty {
      let covered = measures.count(where: \.isCovered)
      parts.append(
        part(
          "measures", share(covered, of: measures.count, worth: 7), 7,
          "give each measure a task that carries it out"))
    }
    for (field, worth, advice) in fields where profile.tasks.contains(field) {
      let told = tasks.count { field.isTold(by: $0) }
      parts.append(
        part(field.rawValue, tasks.isEmpty ? 0 : share(told, of: tasks.count, worth: worth), worth, advice))
    }
    return parts
  }

  private static let fields: [(Profile.TaskField, worth: Int, advice: String)] = [
    (.owner, 5, "give each task an owner"), (.due, 4, "give each task a date"),
    (.tracker, 3, "link each task to its ticket"),
  ]

  private static func part(_ name: String, _ points: Int, _ of: Int, _ advice: String) -> Score.Part {
    Score.Part(name: name, points: points, of: of, advice: points < of ? advice : nil)
  }
}

extension Profile.TaskField {
  fileprivate func isTold(by task: ActionItem) -> Bool {
    switch self {
    case .owner: task.owner != nil
    case .due: task.due != nil || task.state == .done
    case .tracker: task.tracker != nil
    case .priority: false
    }
  }
}
