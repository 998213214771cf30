import MarkdownTree
public import PostmortemModel
public import PostmortemRules

/// What a repository's reports look like, and the configuration that suits them.
public struct RepositorySurvey: Sendable {
  /// What was seen of one file.
  public struct File: Sendable {
    let path: String
    let kind: Postmortem.Class
    /// How well each of the profiles fits; empty for a file that is no postmortem.
    let shares: [Double]
    let lacksZone: Bool

    /// - Parameter path: relative to the folder that the configuration will stand in.
    public init(path: String, postmortem: Postmortem, profiles: [Profile]) {
      self.path = path
      kind = postmortem.kind
      let isReport = postmortem.kind == .postmortem && !postmortem.isEmpty
      shares = isReport ? profiles.map { ProfileFit(of: postmortem, in: $0).share } : []
      lacksZone = postmortem.timeline.zone == .missing
    }
  }

  private let profiles: [Profile]
  private var reports = 0
  private var others = 0
  private var unreadable = 0
  private var lackZone = 0
  private var templates: [String] = []
  private var fits: Tally
  /// By the folder that the reports stand in.
  private var folders: [String: Tally] = [:]

  /// How well the profiles fit some reports.
  private struct Tally: Sendable {
    /// How many reports each fits best.
    var wins: [Int]
    var reports = 0

    init(_ count: Int) {
      wins = Array(repeating: 0, count: count)
    }

    mutating func add(_ other: [Double]) {
      reports += 1
      wins[Tally.first(other)] += 1
    }

    /// Of equal ones the first, so that the default wins where nothing speaks for another.
    private static func first(_ numbers: [some Comparable]) -> Int {
      numbers.indices.reduce(0) { numbers[$1] > numbers[$0] ? $1 : $0 }
    }

    var best: Int { Tally.first(wins) }
  }

  public init(_ profiles: [Profile]) {
    self.profiles = profiles
    fits = Tally(profiles.count)
  }

  public mutating func add(_ file: File) {
    switch file.kind {
    case .template: templates.append(file.path)
    case .other: others += 1
    case .postmortem where file.shares.isEmpty: others += 1
    case .postmortem:
      reports += 1
      if file.lacksZone { lackZone += 1 }
      fits.add(file.shares)
      guard let slash = file.path.lastIndex(of: "/"), slash > file.path.startIndex else { return }
      folders[String(file.path[..<slash]), default: Tally(profiles.count)].add(file.shares)
    }
  }

  public mutating func addUnreadable() { unreadable += 1 }

  private var best: Profile { profiles.isEmpty ? .standard : profiles[fits.best] }

  /// What was seen, for people.
  public var lines: [String] {
    var seen = [count(reports, "postmortem", "postmortems")]
    if !templates.isEmpty { seen.append(count(templates.count, "blank template", "blank templates")) }
    if others > 0 { seen.append(count(others, "other file", "other files")) }
    if unreadable > 0 { seen.append("\(unreadable) not read") }
    let first = "saw " + seen.joined(separator: ", ")
    guard reports > 0 else { return [first, "nothing speaks for a profile, so it is \(best.name)"] }
    return [first, "profiles that fit them best: \(winners)"]
  }

  /// "alx (12), standard (3)".
  private var winners: String {
    let ranked = profiles.indices.filter { fits.wins[$0] > 0 }
      .sorted { (fits.wins[$1], $0) < (fits.wins[$0], $1) }
    return ranked.map { "\(profiles[$0].name) (\(fits.wins[$0]))" }.joined(separator: ", ")
  }

  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}

extension RepositorySurvey {
  /// The text of a `.pmlint.yml`.
  public var configuration: String {
    let zone =
      lackZone == 0
      ? "# The zone of reports that state none, or what is asked of them: any, stated or utc."
      : "# The zone of reports that state none (\(lackZone) of the \(reports) seen), or what is asked: any, stated, utc."
    return """
      # pmlint's configuration. Its keys: pmlint config schema. What is in force: pmlint config show FILE

      # The default rules of this edition stay, whatever pmlint is installed.
      edition: "\(Edition.latest.rawValue)"

      # What a report must hold, one of pmlint profiles, a profile of your own under profiles:,
      # or auto for the one that fits each report.\(fitNote)
      profile: \(best.name)

      \(zone)
      # zone: Europe/Berlin

      # What sections are called here, kinds of your own, and what is asked for instead of the profile's sections.
      # sections:
      #   names: {summary: [In a nutshell]}
      #   kinds: {customer-letter: [Letter to customers]}
      #   required: [summary, timeline, customer-letter]

      # Words that you accept, further ones that you do not, your teams, and the form of your tickets.
      # vocabulary: {accept: [streamline], vague-verbs: [synergis*], blame: [], owners: [Falcon], trackers: ['OPS-\\d+']}

      # Severities of rules and categories: off, info, warning, error. See pmlint rules.
      # rules:
      #   tasks: warning
      #   missing-zone: error

      # What fails a run: findings from this severity on, and reports with a lower score.
      # fail-on: error
      # min-score: 60

      # Which files of folders are reports, and what is left out even where it is named.
      # files: postmortems/**/*.md
      \(excludes)
      \(overrides)

      """
  }

  private var fitNote: String {
    reports == 0 ? "" : "\n# Of the \(reports) postmortems seen these fit best: \(winners)."
  }

  private var excludes: String {
    if templates.isEmpty { return "# exclude: [drafts, \"*.draft.md\"]\n" }
    return "exclude:\n" + templates.map { "  - \(RepositorySurvey.quoted($0))\n" }.joined()
  }

  /// Folders whose reports follow another template, for the reader to switch on.
  private var overrides: String {
    let others = folders.filter { $0.value.reports > 1 && $0.value.best != fits.best }
      .sorted { $0.key < $1.key }
    let entries = others.map { folder, tally in
      "#   - files: \(RepositorySurvey.quoted(folder))\n#     profile: \(profiles[tally.best].name)"
        + "  # \(tally.wins[tally.best]) of its \(tally.reports) reports"
    }
    let examples = entries.isEmpty ? ["#   - files: archive/**\n#     rules: {all: info}"] : entries
    return "# What differs for some of the files.\n# overrides:\n" + examples.joined(separator: "\n")
  }

  /// A path as a glob that means it alone, in the quotes of YAML, which are those of JSON.
  private static func quoted(_ path: String) -> String {
    let special: Set<Character> = ["*", "?", "[", "]", "{", "}", "\\"]
    let glob = "/" + path.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
    var json = JSONWriter()
    json.string(glob)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
