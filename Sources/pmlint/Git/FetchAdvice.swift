/// Which command brings a missing commit into a clone.
struct FetchAdvice {
  let remotes: [String]
  let isShallow: Bool

  init(_ git: Git) throws(UsageFailure) {
    let names = try git.output(["remote"]).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    // The one that clones come from is tried first.
    let isShallow = try git.answer(["rev-parse", "--is-shallow-repository"]) == "true"
    self.init(
      remotes: names.filter { $0 == "origin" } + names.filter { $0 != "origin" }, isShallow: isShallow)
  }

  init(remotes: [String], isShallow: Bool) {
    self.remotes = remotes
    self.isShallow = isShallow
  }

  /// Nil where no command could help.
  func command(for ref: String) -> String? {
    guard let first = remotes.first else { return nil }
    let fetch = isShallow ? "git fetch --unshallow" : "git fetch"
    let isPlain = ref.utf8.allSatisfy { byte in
      let isWord =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      return isWord || "._/+-".utf8.contains(byte)
    }
    // "main~3" is there once main is; other names would have to be quoted for the shell.
    guard isPlain else { return "\(fetch) \(first)" }
    if Self.isCommit(ref) { return isShallow ? "\(fetch) \(first)" : "\(fetch) \(first) \(ref)" }
    let name = Self.dropping("refs/heads/", "refs/remotes/", from: ref)
    if name.hasPrefix("refs/tags/") { return "\(fetch) \(first) tag \(name.dropFirst("refs/tags/".count))" }
    for remote in remotes where name.hasPrefix(remote + "/") {
      // A clone of one branch follows no other, so the name has to be told in full.
      let branch = name.dropFirst(remote.utf8.count + 1)
      return "\(fetch) \(remote) +refs/heads/\(branch):refs/remotes/\(remote)/\(branch)"
    }
    return "\(fetch) \(first) \(name):\(name)"
  }

  /// Whether it is the whole id of a commit, of which servers are asked by it alone.
  private static func isCommit(_ ref: String) -> Bool {
    [40, 64].contains(ref.utf8.count)
      && ref.utf8.allSatisfy(\.isHexDigit)
  }

  private static func dropping(_ prefixes: String..., from ref: String) -> String {
    for prefix in prefixes where ref.hasPrefix(prefix) { return String(ref.dropFirst(prefix.count)) }
    return ref
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= self || UInt8(ascii: "a")...UInt8(ascii: "f") ~= self | 0x20
  }
}
