public import PostmortemModel

/// How well a report's form fits a profile's template.
public struct ProfileFit: Sendable {
  public let profile: Profile
  /// How many of the required parts the report has.
  public let met: Int
  /// How many the template requires.
  private let requiredCount: Int
  /// The report's main sections that the template names, and how many there are.
  public let named: Int
  public let sections: Int

  /// The harmonic mean of both shares, 0 ... 1: a template that asks for little fits no better than one that names more.
  public var share: Double {
    guard requiredCount > 0, sections > 0, met + named > 0 else { return 0 }
    let recall = Double(met) / Double(requiredCount)
    let precision = Double(named) / Double(sections)
    return 2 * recall * precision / (recall + precision)
  }

  /// "8 of 9 required sections, 10 of its 11 sections are in the template".
  public var reason: String {
    "\(met) of \(requiredCount) required sections, \(named) of its \(sections) sections are in the template"
  }

  public init(of postmortem: Postmortem, in profile: Profile) {
    self.profile = profile
    let required = profile.templateRequired ?? profile.required
    requiredCount = required.count
    met = required.count { requirement in
      postmortem.sections.contains { section in requirement.parts.contains { section.isPart($0) } }
    }
    let main = postmortem.sections.filter { $0.isMainPart }
    let parts = profile.allParts
    sections = main.count
    named = main.count { section in parts.contains { section.isPart($0) } }
  }

  /// The profile that fits best; of equal ones the first, so that the default wins where nothing speaks for another.
  public static func best(for postmortem: Postmortem, among profiles: [Profile]) -> ProfileFit {
    profiles.map { ProfileFit(of: postmortem, in: $0) }
      .reduce(ProfileFit(of: postmortem, in: .standard)) { best, fit in fit.share > best.share ? fit : best }
  }
}

/// The profile of each report.
public enum ProfileSelection: Sendable {
  case fixed(Profile)
  /// The one that fits best.
  case bestOf([Profile])

  public func profile(for postmortem: Postmortem) -> Profile {
    switch self {
    case .fixed(let profile): profile
    case .bestOf(let profiles): ProfileFit.best(for: postmortem, among: profiles).profile
    }
  }
}

extension Profile {
  /// Every part that the template names.
  fileprivate var allParts: [Part] {
    (template ?? required + recommended).flatMap(\.parts)
      + divisions.flatMap { [$0.section] + $0.parts.map(Part.topic) }
  }
}

extension Section {
  /// Whether it is a section that a template could name, rather than a title, a field or a heading of its own.
  fileprivate var isMainPart: Bool {
    form != .label && form != .row && form != .frontMatter
      && !kinds.allSatisfy { $0 == .title || $0 == .other || $0 == .metadata }
  }
}
