#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Puts a new text in a file's place in one step: whoever looks sees the old text or the new one, whatever happens.
enum FileReplacement {
  /// - Parameter old: what was read of the file; one that holds anything else by now is left alone.
  static func replace(_ old: [UInt8], with new: [UInt8], at path: FilePath) throws(InputFailure) {
    let target = try target(of: path)
    let status = try status(of: target, named: path)
    // Asked for even of the superuser, who may write everything: the mark is there to be minded.
    try checkIsWritable(target, status, named: path)
    if status.st_nlink > 1 {
      throw InputFailure(
        path.text, "has \(status.st_nlink) names (hard links) that a new file would part; it was not changed")
    }
    let current = try FileReader.read(target)
    // Another name of the same file may have been on the list, too.
    if current == new { return }
    if current != old { throw changedMeanwhile(path) }
    let draft = try TemporaryFile(beside: target, named: path)
    do throws(InputFailure) {
      try draft.fill(new, like: status, named: path)
      let last = try Self.status(of: target, named: path)
      if isSame(status, last) {
        try draft.move(to: target, named: path)
        return
      }
      // The other thread may just have written the same under another name.
      guard try FileReader.read(target) == new else { throw changedMeanwhile(path) }
      draft.remove()
    } catch {
      draft.remove()
      throw error
    }
  }

  /// Writes a file that is the program's own, whatever it held before; it need not be there yet.
  static func write(_ bytes: [UInt8], to path: FilePath) throws(InputFailure) {
    let isThere = FileKind.exists(path)
    let target = isThere ? try target(of: path) : path
    let status = isThere ? try status(of: target, named: path) : nil
    if let status { try checkIsWritable(target, status, named: path) }
    let draft = try TemporaryFile(beside: target, named: path)
    do throws(InputFailure) {
      try draft.fill(bytes, like: status, named: path)
      try draft.move(to: target, named: path)
    } catch {
      draft.remove()
      throw error
    }
  }

  private static func checkIsWritable(
    _ target: FilePath, _ status: stat, named path: FilePath
  ) throws(InputFailure) {
    let isWritable = status.st_mode & 0o222 != 0 && target.withCString { access($0, W_OK) } == 0
    if !isWritable { throw InputFailure(path.text, "is read-only and was not changed") }
  }

  private static func changedMeanwhile(_ path: FilePath) -> InputFailure {
    InputFailure(path.text, "was changed by another program meanwhile and is not overwritten; run again")
  }

  /// The file itself where the path is a symbolic link.
  private static func target(of path: FilePath) throws(InputFailure) -> FilePath {
    if let resolved = path.resolved { return resolved }
    throw InputFailure(path.text, SystemError.text(errno))
  }

  private static func status(of target: FilePath, named path: FilePath) throws(InputFailure) -> stat {
    var status = stat()
    if target.withCString({ lstat($0, &status) }) != 0 {
      throw InputFailure(path.text, SystemError.text(errno))
    }
    guard FileKind(mode: status.st_mode) == .file else { throw changedMeanwhile(path) }
    return status
  }

  private static func isSame(_ left: stat, _ right: stat) -> Bool {
    #if canImport(Darwin)
      let (first, second) = (left.st_mtimespec, right.st_mtimespec)
    #else
      let (first, second) = (left.st_mtim, right.st_mtim)
    #endif
    return left.st_dev == right.st_dev && left.st_ino == right.st_ino && left.st_size == right.st_size
      && first.tv_sec == second.tv_sec && first.tv_nsec == second.tv_nsec
  }
}
