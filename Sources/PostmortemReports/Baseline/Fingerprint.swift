import PostmortemRules

/// What a finding is known by from one run to the next: by baselines, and by systems that keep findings of many runs.
///
/// It tells what was found in which file, never where in the file: it stays the same when lines move and when the file
/// changes elsewhere, and becomes another when the words at the place change. `digest` is its short form. Both are kept
/// in files for years: what goes into them changes only together with `version`.
public struct Fingerprint: Hashable, Sendable {
  /// Of the way in which fingerprints are made, for formats that name it: "pmlint/v1".
  public static let version = 1

  public let rule: String
  /// The file's path from a folder that is the same in all runs, with `/` between its parts.
  public let path: String
  /// The message without its counts, and the words at the place where it does not quote them, on one line.
  public let subject: String
  /// From 1, among the file's findings that are equal in all else, in the order of their places.
  public let occurrence: Int

  public init(rule: String, path: String, subject: String, occurrence: Int) {
    self.rule = rule
    self.path = path
    self.subject = subject
    self.occurrence = occurrence
  }

  /// 16 hexadecimal digits.
  public var digest: String { Digest.text(of: [rule, path, subject, String(occurrence)]) }
}

/// The fingerprints of a file's findings, each list in the order of the file's own.
public struct Fingerprints: Sendable {
  public let findings: [Fingerprint]
  public let suppressed: [Fingerprint]
  public let baselined: [Fingerprint]
}

extension LintedFile {
  /// Findings that are hidden count among the equal ones: what is hidden today has the same fingerprint once it is not.
  ///
  /// - Parameter path: the name of the file from a folder that is the same in all runs.
  public func fingerprints(as path: String) -> Fingerprints {
    let all = findings + suppressed.map(\.finding) + baselined
    let order = all.indices.sorted { (all[$0].span, all[$0].rule, $0) < (all[$1].span, all[$1].rule, $1) }
    var counts: [Baseline.Entry: Int] = [:]
    var fingerprints: [Fingerprint?] = Array(repeating: nil, count: all.count)
    for index in order {
      let entry = Baseline.Entry(all[index], in: self)
      let occurrence = counts[entry, default: 0] + 1
      counts[entry] = occurrence
      fingerprints[index] = Fingerprint(
        rule: entry.rule, path: path, subject: entry.subject, occurrence: occurrence)
    }
    let made = fingerprints.compactMap(\.self)
    return Fingerprints(
      findings: Array(made.prefix(findings.count)),
      suppressed: Array(made.dropFirst(findings.count).prefix(suppressed.count)),
      baselined: Array(made.suffix(baselined.count)))
  }
}

/// FNV-1a with 64 bits: the same on all machines, and wide enough that the findings of a repository keep apart.
enum Digest {
  static func text(of parts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      // A byte that no text holds ends each part.
      for byte in Array(part.utf8) + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
