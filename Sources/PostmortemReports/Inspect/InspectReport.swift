public import PostmortemModel
public import PostmortemRules

/// What pmlint understood of a file: the reading that the rules judge.
public struct InspectReport: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  private let format: Format
  private let profiles: ProfileSelection
  private let candidates: [Profile]
  private let paint: TextPaint

  /// - Parameter candidates: the profiles of which the one that fits a report best is named.
  public init(
    format: Format, profiles: ProfileSelection = .fixed(.standard), candidates: [Profile] = Profile.all,
    isColored: Bool = false
  ) {
    self.format = format
    self.profiles = profiles
    self.candidates = candidates
    paint = TextPaint(isColored: isColored)
  }

  /// What stands before the first file, between two files, and after the last.
  public var opening: String { format == .json ? "[\n" : "" }
  public var separator: String { format == .json ? ",\n" : "\n" }
  public var closing: String { format == .json ? "\n]\n" : "" }

  public func part(for postmortem: Postmortem, path: String) -> [UInt8] {
    let profile = profiles.profile(for: postmortem)
    let fit = ProfileFit.best(for: postmortem, among: candidates)
    switch format {
    case .json:
      return InspectJSON(postmortem: postmortem, path: path, profile: profile, fit: fit).bytes
    case .text:
      let text = InspectText(postmortem: postmortem, path: path, profile: profile, fit: fit, paint: paint)
      return Array(text.text.utf8)
    }
  }
}
