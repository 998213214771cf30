import PostmortemRules

/// Findings that a team has set aside, file by file, so that only new ones are told.
///
/// A finding is known again by its rule, its file and its subject, not by its line: it may move, and the text around it
/// may change. Of equal ones as many are known as were set aside.
public struct Baseline: Sendable, Equatable {
  /// What is kept of a finding: its `Fingerprint` without the path, which stands once for all, and without the occurrence,
  /// since equal entries are counted.
  public struct Entry: Hashable, Sendable, Comparable {
    public let rule: String
    /// The message and the words at the place, on one line.
    public let subject: String

    public init(rule: String, subject: String) {
      self.rule = rule
      self.subject = subject
    }

    public static func < (left: Entry, right: Entry) -> Bool {
      left.rule != right.rule
        ? left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8)
        : left.subject.utf8.lexicographicallyPrecedes(right.subject.utf8)
    }
  }

  /// By path, relative to the baseline's own folder. Sorted; equal entries stand once for each finding.
  public private(set) var files: [String: [Entry]]

  public init(files: [String: [Entry]] = [:]) {
    self.files = files.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
  }

  public var count: Int { files.values.reduce(0) { $0 + $1.count } }

  /// The baseline with a file's entries replaced.
  public mutating func set(_ entries: [Entry], of path: String) {
    files[path] = entries.isEmpty ? nil : entries.sorted()
  }

  /// The file without the findings that were set aside under `path`.
  public func hiding(in file: LintedFile, as path: String) -> LintedFile {
    guard let entries = files[path], !file.findings.isEmpty else { return file }
    var left = entries.reduce(into: [Entry: Int]()) { $0[$1, default: 0] += 1 }
    var (told, hidden): ([Finding], [Finding]) = ([], [])
    for finding in file.findings {
      let entry = Entry(finding, in: file)
      if let count = left[entry], count > 0 {
        left[entry] = count - 1
        hidden.append(finding)
      } else {
        told.append(finding)
      }
    }
    return file.telling(told, hiding: hidden)
  }

  /// What the file's entries come to now: those of the findings that are hidden, and those of rules that were not
  /// asked, since nobody knows whether they are mended.
  public func remaining(of file: LintedFile, as path: String, isAsked: (String) -> Bool) -> [Entry] {
    let unasked = (files[path] ?? []).filter { !isAsked($0.rule) }
    return unasked + file.baselined.map { Entry($0, in: file) }
  }
}

extension Baseline {
  /// The file with all of its findings hidden, as after they were set aside.
  public static func hidingAll(in file: LintedFile) -> LintedFile {
    file.telling([], hiding: file.findings)
  }
}
