import PostmortemReports

/// The files of a repository that a change added, changed or renamed, by their full paths.
struct ChangedFiles: Sendable {
  /// The objects that git keeps of a file.
  struct File: Sendable {
    /// Its text before the change; nil for a file that was not there.
    let base: String?
    /// Its text in the index; nil where the file of the working tree counts.
    var staged: String?
  }

  /// What stands in a folder.
  private struct Names: Sendable {
    var files: [[UInt8]] = []
    var folders: [[UInt8]] = []
  }

  /// What is said where none is a report.
  let absence: String
  private let top: FilePath
  private var files: [FilePath: File] = [:]
  private var folders: [FilePath: Names] = [:]

  private static let comparison = [
    "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=all", "--find-renames",
    "--raw",
    "-z", "--no-abbrev", "--diff-filter=d",
  ]

  /// The files that changed since HEAD left a commit, those of the working tree included that nobody told git of.
  init(since base: ChangeBase, _ git: Git) throws(UsageFailure) {
    self.init(top: git.top, absence: "no report has changed since \(SafeText.line(base.name))")
    add(try git.output(Self.comparison + [base.commit, "--"]), isStaged: false)
    let others = try git.output([
      "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/",
    ])
    for path in others.split(separator: 0) where path.last != UInt8(ascii: "/") {
      let file = git.top.appending(Array(path))
      if (try? FileKind.at(file)) == .file { add(Array(path), File(base: nil)) }
    }
  }

  /// The files that the next commit changes.
  init(staged git: Git) throws(UsageFailure) {
    self.init(top: git.top, absence: "no report is staged")
    let head = try git.answer(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    // Before the first commit everything is new.
    let base = head == nil ? try git.answer(["hash-object", "-t", "tree", "/dev/null"]) : head
    add(try git.output(Self.comparison + ["--cached", base ?? "HEAD", "--"]), isStaged: true)
  }

  private init(top: FilePath, absence: String) {
    self.top = top
    self.absence = absence
  }

  /// Records `:<mode> <mode> <id> <id> <status>`, a zero byte, the path and a zero byte; for renames both paths.
  private mutating func add(_ output: [UInt8], isStaged: Bool) {
    var parts = output.split(separator: 0)[...]
    while let head = parts.popFirst(), var path = parts.popFirst() {
      let words = head.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 5 else { continue }
      if let status = words[4].utf8.first, status == UInt8(ascii: "R") || status == UInt8(ascii: "C") {
        path = parts.popFirst() ?? path
      }
      // Links are told by the files that they lead to. A conflict has no mode of its own, but counts.
      guard words[1].hasPrefix("100") || words[4] == "U" else { continue }
      let isNew = !words[0].hasPrefix(":100") || words[2].utf8.allSatisfy { $0 == UInt8(ascii: "0") }
      add(Array(path), File(base: isNew ? nil : words[2], staged: isStaged ? words[3] : nil))
    }
  }

  private mutating func add(_ path: [UInt8], _ file: File) {
    var child = top.appending(path)
    // Of a file in conflict git tells several times; the line with its text before is the one that helps.
    if let known = files[child], known.base != nil || file.base == nil { return }
    let isKnown = files.updateValue(file, forKey: child) != nil
    if isKnown { return }
    folders[child.folder, default: Names()].files.append(child.name)
    child = child.folder
    while child.bytes.count > top.bytes.count {
      let isListed = folders[child.folder]?.folders.contains(child.name) == true
      if isListed { return }
      folders[child.folder, default: Names()].folders.append(child.name)
      child = child.folder
    }
  }
}

extension ChangedFiles {
  /// What git knows of a file; nil for one that did not change.
  func file(at path: FilePath) -> File? {
    if files.isEmpty { return nil }
    return files[Self.place(of: path)] ?? path.resolved.flatMap { files[$0] }
  }

  /// Whether git can tell of a file or folder: outside the working tree it knows nothing.
  func canTell(of path: FilePath) -> Bool {
    let place = path.resolved ?? Self.place(of: path)
    return place == top || top.bytes.count == 1
      || place.bytes.count > top.bytes.count && place.bytes.starts(with: top.bytes)
        && place.bytes[top.bytes.count] == UInt8(ascii: "/")
  }

  /// Why nothing is told of a path outside.
  func refusal(of path: FilePath) -> InputFailure {
    InputFailure(
      path.text,
      "lies outside the repository \(top.text), so nothing tells what changed; run pmlint inside its own")
  }

  /// The changed files of a folder, and the folders in it that hold some.
  func folder(at place: FilePath, takesAll: Bool) -> Folder {
    let names = folders[place] ?? Names()
    return Folder(files: names.files, folders: names.folders, takesAll: takesAll)
  }

  /// The path of a file that may not be there, with the links on the way to it followed.
  static func place(of path: FilePath) -> FilePath {
    path.folder.resolved.map { $0.appending(path.name) } ?? path.absolute
  }
}
