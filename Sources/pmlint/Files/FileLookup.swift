import Guarded

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Looks for the files that reports name, no further than the reports' repository: what a text says must not show
/// whoever reads the findings what else there is on the machine.
final class FileLookup: Sendable {
  private static let slash = UInt8(ascii: "/")
  /// As many links as the system follows.
  private static let linkLimit = 40

  /// Where a report stands.
  private struct Place {
    let folder: [ArraySlice<UInt8>]
    /// The first parts of it, beyond which nothing is looked at.
    let root: ArraySlice<ArraySlice<UInt8>>
  }

  private let places = Guarded<[FilePath: Place]>([:])

  /// Whether something stands at a path relative to a report's folder, or may stand there for all that is known: what
  /// lies outside of the repository does.
  func mayExist(_ path: String, from folder: FilePath) -> Bool {
    let place = place(of: folder)
    var done = place.folder
    var left = Array(Array(path.utf8).split(separator: Self.slash).reversed())
    var (isThere, links) = (true, 0)
    while let part = left.popLast() {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if done.count <= place.root.count { return true }
        done.removeLast()
        isThere = true
        continue
      }
      done.append(part)
      let (kind, target) = Self.look(at: done)
      isThere = kind
      guard let target else { continue }
      links += 1
      if links > Self.linkLimit { return false }
      done.removeLast()
      var parts = target.split(separator: Self.slash)
      if target.first == Self.slash {
        guard parts.starts(with: place.root) else { return true }
        parts.removeFirst(place.root.count)
        done = Array(place.root)
      }
      left += parts.reversed()
    }
    return isThere
  }

  /// Whether something is there, and where it leads if it is a link.
  private static func look(at parts: [ArraySlice<UInt8>]) -> (isThere: Bool, target: [UInt8]?) {
    path(parts).withCString { path in
      var status = stat()
      guard lstat(path, &status) == 0 else { return (false, nil) }
      guard status.st_mode & S_IFMT == S_IFLNK else { return (true, nil) }
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &buffer, buffer.count)
      return (count >= 0, count < 0 ? nil : buffer.prefix(count).map(UInt8.init(bitPattern:)))
    }
  }

  private static func path(_ parts: [ArraySlice<UInt8>]) -> FilePath {
    FilePath([slash] + Array(parts.joined(separator: [slash])))
  }

  private func place(of folder: FilePath) -> Place {
    if let known = places.withLock({ $0[folder] }) { return known }
    let parts = (folder.resolved ?? folder.absolute).bytes.split(separator: Self.slash)
    let place = Place(folder: parts, root: parts[..<Self.depth(ofRootAbove: parts)])
    places.withLock { $0[folder] = place }
    return place
  }

  /// How deep the nearest folder with `.git` lies; without one the current folder, if the report lies in it, else the
  /// report's own.
  private static func depth(ofRootAbove folder: [ArraySlice<UInt8>]) -> Int {
    for depth in (0...folder.count).reversed()
    where FileKind.exists(path(Array(folder[..<depth])).appending(Array(".git".utf8))) {
      return depth
    }
    let current = (FilePath(".").resolved ?? FilePath.current).bytes.split(separator: slash)
    return folder.starts(with: current) ? current.count : folder.count
  }
}
