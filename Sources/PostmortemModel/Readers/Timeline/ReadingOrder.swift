/// Judges whether the entries of a report's timelines stand in the order of their times.
struct ReadingOrder {
  private let steps: [Step]

  /// What order is judged by, of an entry with a time.
  private struct Step {
    let entry: Int
    let timeline: Int
    let offset: Int
    let secondsOfDay: Int
    let hasOwnDate: Bool
  }

  init(_ entries: [TimelineEntry]) {
    steps = entries.indices.compactMap { index in
      guard let offset = entries[index].offset, let time = entries[index].time else { return nil }
      return Step(
        entry: index, timeline: entries[index].timeline, offset: offset, secondsOfDay: time.secondsOfDay,
        hasOwnDate: entries[index].dateSource == .entry)
    }
  }

  func judge() -> ([Timeline.Misplacement], isNewestFirst: Bool) {
    var result: [Timeline.Misplacement] = []
    var isNewestFirst = false
    var start = 0
    while start < steps.count {
      // The entries of a timeline stand together.
      let end = steps[start...].firstIndex { $0.timeline != steps[start].timeline } ?? steps.count
      if falls(steps[start..<end]) {
        isNewestFirst = true
      } else {
        result += misplacements(steps[start..<end])
      }
      start = end
    }
    return (result, isNewestFirst)
  }

  private func misplacements(_ members: ArraySlice<Step>) -> [Timeline.Misplacement] {
    let offsets = members.map(\.offset)
    let removed = EntryOrder.misplaced(offsets)
    if removed.isEmpty { return [] }
    let earlier = EntryOrder.greaterBefore(offsets)
    let later = EntryOrder.smallerAfter(offsets)
    return removed.map { position in
      let partner = earlier[position] ?? later[position] ?? position
      return Timeline.Misplacement(
        entry: members[members.startIndex + position].entry,
        after: members[members.startIndex + partner].entry)
    }
  }

  /// Whether a timeline runs from the newest entry to the oldest.
  private func falls(_ members: ArraySlice<Step>) -> Bool {
    guard members.count >= 4 else { return false }
    let hasDates = members.contains(where: \.hasOwnDate)
    var hasFallen = false
    for index in members.indices.dropFirst() {
      let (first, second) = (members[index - 1], members[index])
      let rise = hasDates ? second.offset - first.offset : second.secondsOfDay - first.secondsOfDay
      if rise > 0 { return false }
      if rise < 0 { hasFallen = true }
    }
    return hasFallen
  }
}
