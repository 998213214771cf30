import Foundation

/// A git repository of its own for one test.
struct Repository {
  static let git: URL? = ["/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git", "/bin/git"]
    .map { URL(filePath: $0) }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  static var isPossible: Bool { git != nil }

  let scratch: Scratch
  /// What it was cloned from, which must not be gone before it.
  private var origin: Scratch?
  let folder: URL

  /// On the branch main, without a commit.
  init() throws {
    scratch = try Scratch()
    folder = scratch.url.appending(path: "reports")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
  }

  /// A clone with its history cut off.
  init(shallowCloneOf other: Repository, branch: String) throws {
    scratch = try Scratch()
    origin = other.scratch
    folder = scratch.url.appending(path: "clone")
    try Self.run(
      ["clone", "-q", "--depth", "1", "--branch", branch, "file://\(other.folder.path)", folder.path],
      in: scratch.url)
  }

  init(_ folder: URL, in scratch: Scratch) {
    (self.folder, self.scratch) = (folder, scratch)
  }

  /// Nothing of the user's own settings, and none of the repository that the tests may run in.
  static let environment = [
    "PATH": "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin", "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com", "HOME": "/nonexistent",
  ]

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

  @discardableResult func git(_ arguments: String...) throws -> Program.Outcome {
    try Self.run(arguments, in: folder)
  }

  /// What a person would type.
  @discardableResult func shell(_ command: String, environment: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(
      URL(filePath: "/bin/sh"), ["-c", command], in: folder,
      environment: Self.environment.merging(environment) { $1 })
  }

  func commit(_ message: String = "change") throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message)
  }

  func lint(_ arguments: String..., in subfolder: String = ".", environment: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(
      arguments, in: folder.appending(path: subfolder),
      environment: Self.environment.merging(environment) { $1 })
  }

  @discardableResult private static func run(_ arguments: [String], in folder: URL) throws -> Program.Outcome
  {
    try Program.run(git, arguments, in: folder, environment: environment)
  }
}

extension Program.Outcome {
  /// The places of the findings with the paths above them, excerpts left out: "a.md 3:1".
  var places: [String] {
    var path = ""
    return output.split(separator: "\n").compactMap { line in
      if !line.hasPrefix(" ") { path = String(line) }
      let words = line.split(separator: " ")
      guard line.hasPrefix("  "), let place = words.first, place.contains(":"), words.count > 2 else {
        return nil
      }
      return place.allSatisfy { $0.isNumber || $0 == ":" } ? "\(path) \(place)" : nil
    }
  }
}
