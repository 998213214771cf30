public import PostmortemModel
public import PostmortemRules

/// What pmlint understood of a file: the reading that the rules judge.
public struct InspectReport: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  private let format: Format
  private let profiles: ProfileSelection
  private let paint: TextPaint

  public init(format: Format, profiles: ProfileSelection = .fixed(.standard), isColored: Bool = false) {
    self.format = format
    self.profiles = profiles
    paint = TextPaint(isColored: isColored)
  }

  /// What stands before the first file, between two files, and after the last.
  public var opening: String { format == .json ? "[\n" : "" }
  public var separator: String { format == .json ? ",\n" : "\n" }
  public var closing: String { format == .json ? "\n]\n" : "" }

  public func part(for postmortem: Postmortem, path: String) -> [UInt8] {
    switch format {
    case .json:
      InspectJSON(postmortem: postmortem, path: path, profile: profiles.profile(for: postmortem)).bytes
    case .text:
      Array(
        InspectText(
          postmortem: postmortem, path: path, profile: profiles.profile(for: postmortem), paint: paint
        ).text.utf8)
    }
  }
}
