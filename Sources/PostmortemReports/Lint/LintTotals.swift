public import PostmortemRules

/// What a run came to, added up file by file.
public struct LintTotals: Sendable {
  public private(set) var files = 0
  public private(set) var errors = 0
  public private(set) var warnings = 0
  public private(set) var infos = 0
  /// Findings that directives hide, and those that the baseline hides.
  public private(set) var suppressed = 0
  public private(set) var baselined = 0
  /// Findings that stand where a change did not reach.
  public private(set) var unchanged = 0
  /// Files that are postmortems, and those of them that lack nothing required.
  public private(set) var reports = 0
  public private(set) var completeReports = 0
  /// Postmortems whose score is below the one asked for.
  public private(set) var belowMinimum = 0
  /// Fixes that were applied or shown, and the files that they change.
  public private(set) var fixes = 0
  public private(set) var fixedFiles = 0
  /// Findings with a fix that a person should look at.
  public private(set) var suggestions = 0
  /// Files with findings of a severity that fails the run.
  public private(set) var failing = 0
  /// Files that could not be read.
  public internal(set) var unreadable = 0
  /// Files that were mended but could not be written.
  public private(set) var unwritten = 0
  /// The completeness of the only postmortem; nil if there are none or several.
  public private(set) var sole: Completeness?
  /// The score of the only postmortem.
  public private(set) var soleScore: Score?

  public init() {}

  public mutating func add(_ file: LintedFile) {
    files += 1
    for finding in file.findings {
      if finding.fix?.safety == .suggestion { suggestions += 1 }
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
    suppressed += file.suppressed.count
    baselined += file.baselined.count
    unchanged += file.unchanged
    guard let completeness = file.completeness else { return }
    reports += 1
    if completeness.isComplete { completeReports += 1 }
    (sole, soleScore) = reports == 1 ? (completeness, file.score) : (nil, nil)
  }

  public mutating func addBelowMinimum() { belowMinimum += 1 }

  /// The fixes of one file.
  public mutating func add(fixes count: Int) {
    fixes += count
    if count > 0 { fixedFiles += 1 }
  }
  public mutating func addFailing() { failing += 1 }

  public mutating func addUnreadable() { unreadable += 1 }

  public mutating func addUnwritten() { unwritten += 1 }

  /// The totals of files that were counted apart.
  public mutating func add(_ other: LintTotals) {
    let isSole = reports + other.reports == 1
    (sole, soleScore) = isSole ? (sole ?? other.sole, soleScore ?? other.soleScore) : (nil, nil)
    files += other.files
    errors += other.errors
    warnings += other.warnings
    infos += other.infos
    suppressed += other.suppressed
    baselined += other.baselined
    unchanged += other.unchanged
    reports += other.reports
    completeReports += other.completeReports
    unreadable += other.unreadable
    belowMinimum += other.belowMinimum
    unwritten += other.unwritten
    fixes += other.fixes
    fixedFiles += other.fixedFiles
    suggestions += other.suggestions
    failing += other.failing
  }

  public var findings: Int { errors + warnings + infos }

  /// Whether anything was found at or above a severity.
  public func reaches(_ severity: Severity) -> Bool {
    switch severity {
    case .error: errors > 0
    case .warning: errors + warnings > 0
    case .info: findings > 0
    }
  }
}

extension Completeness {
  /// Whether all that is required is there.
  var isComplete: Bool { items.allSatisfy { !$0.isRequired || $0.status == .present } }
}
