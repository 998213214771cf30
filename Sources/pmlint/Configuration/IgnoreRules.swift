import PostmortemRules

/// What the `.gitignore` and `.ignore` files of a folder, and of those that it lies in, leave out.
final class IgnoreRules: Sendable {
  static let fileNames = [".gitignore", ".ignore"].map { Array($0.utf8) }

  private let globs: GlobList
  /// How many bytes of an absolute path stand before the part that the globs see.
  private let start: Int
  /// The rules of the folders above, which hold where these say nothing.
  private let above: IgnoreRules?

  private init(_ globs: GlobList, start: Int, above: IgnoreRules?) {
    self.globs = globs
    self.start = start
    self.above = above
  }

  /// The rules in a folder, whose path is absolute.
  static func read(in folder: FilePath, below above: IgnoreRules?) -> IgnoreRules? {
    // Those of `.ignore` come last and so win.
    let globs = fileNames.flatMap { name in
      let bytes = try? FileReader.read(folder.appending(name))
      return bytes.map(IgnoreRules.globs) ?? []
    }
    if globs.isEmpty { return above }
    let start = folder.bytes.count == 1 ? 1 : folder.bytes.count + 1
    return IgnoreRules(GlobList(globs, selects: false), start: start, above: above)
  }

  /// The rules that hold for a folder from those above it, up to the repository's root; none outside a repository.
  static func above(_ folder: FilePath) -> IgnoreRules? {
    var folders: [FilePath] = []
    var current = folder
    while !FileKind.exists(current.appending(Array(".git".utf8))) {
      if current.bytes.count == 1 { return nil }
      current = current.folder
      folders.append(current)
    }
    return folders.reversed().reduce(nil) { read(in: $1, below: $0) }
  }

  func leavesOut(_ path: FilePath, isFolder: Bool) -> Bool {
    var next: IgnoreRules? = self
    while let rules = next {
      if let verdict = rules.globs.verdict(on: path.bytes[rules.start...], isFolder: isFolder) {
        return verdict
      }
      next = rules.above
    }
    return false
  }

  /// The patterns of a file, one a line.
  static func globs(_ bytes: [UInt8]) -> [Glob] {
    bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
      var line = line
      while line.last == 0x20, line.dropLast().last != UInt8(ascii: "\\") { line = line.dropLast() }
      if line.isEmpty || line.first == UInt8(ascii: "#") { return nil }
      return try? Glob(String(decoding: line, as: UTF8.self), syntax: .ignoreFile)
    }
  }
}
