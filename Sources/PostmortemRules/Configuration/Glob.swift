/// A pattern of paths: `*`, `?` and `[a-z]` within a name, `**` for any number of folders, `{a,b}` for either.
///
/// As in `.gitignore`, a pattern without a slash holds at any depth, one with a slash at its own place only, and what
/// names a folder holds for all that lies in it. A leading `!` takes out again what earlier patterns named.
package struct Glob: Sendable {
  package enum Syntax: Sendable {
    case configuration
    /// Of `.gitignore`: no braces.
    case ignoreFile
  }

  /// Why a text is no pattern.
  package struct Fault: Error, Sendable {
    package let reason: String
  }

  package let text: String
  package let isNegated: Bool
  /// Whether it holds for folders only, and so for what lies in them.
  private let isFolder: Bool
  private let alternatives: [[Segment]]

  private enum Segment: Sendable {
    /// Any number of folders.
    case anyDepth
    case name(NamePattern)
  }

  package init(_ text: String, syntax: Syntax = .configuration) throws(Fault) {
    self.text = text
    var pattern = Array(text.utf8)[...]
    isNegated = pattern.first == UInt8(ascii: "!")
    if isNegated { pattern = pattern.dropFirst() }
    if pattern.starts(with: Array("./".utf8)) { pattern = pattern.dropFirst(2) }
    isFolder = pattern.last == UInt8(ascii: "/")
    if isFolder { pattern = pattern.dropLast() }
    if pattern.isEmpty { throw Fault(reason: "the glob '\(text)' names nothing") }
    let texts = syntax == .configuration ? try BraceList.expand(pattern) : [Array(pattern)]
    alternatives = texts.map(Glob.segments)
  }

  private static func segments(_ pattern: [UInt8]) -> [Segment] {
    let parts = pattern.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    let isAnchored = pattern.contains(UInt8(ascii: "/"))
    var segments: [Segment] = isAnchored ? [] : [.anyDepth]
    for part in parts {
      if part.elementsEqual("**".utf8) {
        if case .anyDepth? = segments.last { continue }
        segments.append(.anyDepth)
      } else {
        segments.append(.name(NamePattern(part)))
      }
    }
    // "a/**" names what lies in a, not a itself.
    if case .anyDepth? = segments.last { segments.append(.name(NamePattern(Array("*".utf8)[...]))) }
    return segments
  }

  /// Whether the last name in it is written out, as in "docs/README.md".
  package var endsInLiteral: Bool {
    alternatives.allSatisfy { segments in
      if case .name(let name)? = segments.last { return name.isLiteral }
      return false
    }
  }

  /// Whether the path, or a folder that it lies in, is meant. A leading "!" is left to the caller.
  package func matches(_ path: ArraySlice<UInt8>) -> Bool {
    alternatives.contains { holds($0, for: path, isFolder: false, covers: true) }
  }

  /// Whether the path itself is meant, not just a folder that it lies in.
  package func names(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    alternatives.contains { holds($0, for: path, isFolder: isFolder, covers: false) }
  }

  /// Goes back to the last `**` only, which suffices since names match without regard to each other.
  private func holds(
    _ segments: [Segment], for path: ArraySlice<UInt8>, isFolder: Bool, covers: Bool
  ) -> Bool {
    var (segment, place) = (0, path.startIndex)
    var retry: (segment: Int, place: Int)?
    while true {
      if segment == segments.count {
        let isWhole = place > path.endIndex
        if isWhole ? isFolder || !self.isFolder : covers { return true }
      } else if case .anyDepth = segments[segment] {
        segment += 1
        retry = (segment, place)
        continue
      } else if case .name(let name) = segments[segment], place <= path.endIndex {
        let end = Glob.endOfName(in: path, from: place)
        if name.matches(path[place..<end]) {
          (segment, place) = (segment + 1, end + 1)
          continue
        }
      }
      guard let last = retry, last.place <= path.endIndex else { return false }
      let next = Glob.endOfName(in: path, from: last.place) + 1
      if next > path.endIndex { return false }
      retry = (last.segment, next)
      (segment, place) = (last.segment, next)
    }
  }

  private static func endOfName(in path: ArraySlice<UInt8>, from start: Int) -> Int {
    path[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
  }
}

/// Patterns of which the last that holds decides.
package struct GlobList: Sendable {
  package let globs: [Glob]
  private let startsWithAll: Bool

  /// - Parameter selects: whether a list of nothing but `!` patterns means all other files.
  package init(_ globs: [Glob], selects: Bool = true) {
    self.globs = globs
    startsWithAll = selects && !globs.isEmpty && globs.allSatisfy(\.isNegated)
  }

  package func matches(_ path: ArraySlice<UInt8>) -> Bool {
    globs.last { $0.matches(path) }.map { !$0.isNegated } ?? startsWithAll
  }

  /// Whether all that lies in a folder is meant.
  package func covers(folder path: ArraySlice<UInt8>) -> Bool {
    !globs.contains(where: \.isNegated) && globs.contains { $0.names(path, isFolder: true) }
  }

  /// Whether the path itself is meant, or taken out again; nil where no pattern names it.
  package func verdict(on path: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    globs.last { $0.names(path, isFolder: isFolder) }.map { !$0.isNegated }
  }
}
