import PostmortemModel
public import PostmortemRules

extension Surroundings {
  /// Where the examples of the pages stand: on 15 January 2026, beside `graph.png` and `runbooks/failover.md`.
  public static let ofPages = Surroundings(today: CivilDate(year: 2026, month: 1, day: 15)) {
    ["graph.png", "runbooks", "runbooks/failover.md"].contains($0)
  }
}
