/// Some phases, while an entry is read.
struct PhaseSet: Sendable {
  private var members: UInt16 = 0

  init(_ phases: [Phase] = []) { for phase in phases { insert(phase) } }

  func contains(_ phase: Phase) -> Bool { members & PhaseSet.bit(phase) != 0 }

  mutating func insert(_ phase: Phase) { members |= PhaseSet.bit(phase) }

  mutating func remove(_ phase: Phase) { members &= ~PhaseSet.bit(phase) }

  /// In causal order.
  var phases: [Phase] {
    if members == 0 { return [] }
    var phases: [Phase] = []
    phases.reserveCapacity(members.nonzeroBitCount)
    for phase in PhaseSet.all where contains(phase) { phases.append(phase) }
    return phases
  }

  private static let all = Phase.allCases

  private static func bit(_ phase: Phase) -> UInt16 { 1 << UInt16(phase.order) }
}
