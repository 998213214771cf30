public import PostmortemModel

/// How complete a report is, from 0 to 100, and what it would gain most by.
///
/// The formula stands in `completeness.md`, which `pmlint explain completeness` shows.
public struct Score: Sendable {
  /// Something that earns points.
  public struct Part: Sendable {
    public let name: String
    public let points: Int
    public let of: Int
    /// What would earn the rest, as a command; nil where nothing is left to earn.
    public let advice: String?
  }

  /// Only those that the profile asks for.
  public let parts: [Part]

  public init(of postmortem: Postmortem, _ completeness: Completeness, in profile: Profile) {
    var parts = [
      ScoreReader.sections(completeness, postmortem), ScoreReader.timeline(postmortem, profile),
    ]
    if profile.impact != .any { parts.append(ScoreReader.impact(postmortem, profile)) }
    parts.append(ScoreReader.cause(postmortem))
    if profile.asksForTasks { parts += ScoreReader.actions(postmortem, profile) }
    self.parts = parts
  }

  /// The points of all parts as a share of what the profile's parts can earn.
  public var total: Int {
    let possible = parts.reduce(0) { $0 + $1.of }
    return share(parts.reduce(0) { $0 + $1.points }, of: possible, worth: 100)
  }

  /// The part with most to gain.
  public var next: Part? {
    parts.filter { $0.advice != nil }.max { $0.of - $0.points < $1.of - $1.points }
  }
}

/// `worth` times a share, rounded; all of it where there is nothing to have a share of.
func share(_ count: Int, of whole: Int, worth: Int) -> Int {
  whole == 0 ? worth : (worth * min(count, whole) + whole / 2) / whole
}

extension Profile {
  /// Whether measures or tasks are required.
  fileprivate var asksForTasks: Bool {
    required.contains { $0.parts.contains(.kind(.tasks)) || $0.parts.contains(.kind(.measures)) }
  }
}
