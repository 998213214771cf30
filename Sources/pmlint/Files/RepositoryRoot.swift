/// The folder from which code hosts name files.
struct RepositoryRoot: Sendable {
  private static let slash = UInt8(ascii: "/")
  private let folder: BaselineFolder
  /// From here to the current folder, with a slash at the end; nil where that is elsewhere.
  private let prefix: [UInt8]?

  /// The nearest folder above that holds `.git`, else the one that a CI system says it works in, else the current one.
  init(_ environment: (String) -> String?) {
    let candidates =
      [Self.nearestRepository].compactMap(\.self)
      + ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"].compactMap(environment).filter { !$0.isEmpty }
      .map { FilePath($0) }
    let folders = candidates.map { BaselineFolder(of: $0.appending(Array("x".utf8))) }
    folder = folders.first { Self.prefix(in: $0) != nil } ?? BaselineFolder(of: FilePath("x"))
    prefix = Self.prefix(in: folder)
  }

  /// The path from the root; an absolute one for what is not below it.
  func location(of input: Input) -> String {
    let path = FilePath(input.path)
    if let prefix, Self.isPlain(path.bytes) { return FilePath(prefix + path.bytes).text }
    let name = folder.name(of: input)
    return name.hasPrefix("../") ? "/" + BaselineFolder(of: FilePath("/x")).name(of: input) : name
  }

  /// As far up as the current folder is deep.
  private static var nearestRepository: FilePath? {
    let depth = FilePath(".").resolved?.bytes.count { $0 == slash } ?? 0
    var path = FilePath(".")
    for _ in 0...depth {
      if FileKind.exists(path.appending(Array(".git".utf8))) { return path }
      path = path.appending(Array("..".utf8))
    }
    return nil
  }

  private static func prefix(in folder: BaselineFolder) -> [UInt8]? {
    let name = Array(folder.name(of: .file(FilePath("x"))).utf8)
    return name.starts(with: "../".utf8) ? nil : Array(name.dropLast())
  }

  /// Whether a path has no part that must be looked at: the system need not be asked.
  private static func isPlain(_ path: [UInt8]) -> Bool {
    var last = slash
    for byte in path {
      if last == slash, byte == slash || byte == UInt8(ascii: ".") { return false }
      last = byte
    }
    return !path.isEmpty
  }
}
