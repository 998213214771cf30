import CBuild
import MarkdownTree

/// Which pmlint this is.
enum Version {
  static let number = "0.1.0"

  /// What it was built from; nil for a build without make, which does not know.
  static let commit: String? = {
    let commit = String(cString: pmlint_commit())
    return commit.isEmpty ? nil : commit
  }()

  /// One line for people and for the issues that they file.
  static let text = text(commit: commit)

  static func text(commit: String?) -> String {
    let parts = [commit.map { "commit \($0)" }, "libcmark \(CMark.version)"].compactMap { $0 }
    return "pmlint \(number) (\(parts.joined(separator: ", ")))"
  }
}
