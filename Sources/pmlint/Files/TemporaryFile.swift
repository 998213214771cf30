#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file beside another, which takes its place once it is complete.
///
/// It has a name no sooner than it needs one, where the system can do so: a run that is killed leaves nothing behind.
struct TemporaryFile {
  private let folder: FilePath
  private let path: FilePath
  private let descriptor: Int32
  private let isNamed: Bool

  init(beside target: FilePath, named shown: FilePath) throws(InputFailure) {
    folder = target.folder
    // No search finds a hidden name, should a killed run leave it behind; and it is short wherever the target is not.
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    path = folder.appending(Array(".pmlint-\(number)".utf8))
    let nameless = TemporaryFile.openNameless(in: folder)
    isNamed = nameless == nil
    descriptor =
      nameless
      ?? path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600) }
    if descriptor < 0 {
      throw InputFailure(shown.text, "no file can be written there: \(SystemError.text(errno))")
    }
  }

  /// Nil where the system has no files without a name, or could not give it one later.
  private static func openNameless(in folder: FilePath) -> Int32? {
    #if os(Linux)
      // O_TMPFILE, which Swift does not see.
      let flags = 0o20000000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC
      guard access("/proc/self/fd", X_OK) == 0 else { return nil }
      let descriptor = folder.withCString { open($0, flags, 0o600) }
      return descriptor < 0 ? nil : descriptor
    #else
      return nil
    #endif
  }

  private func giveName() -> Bool {
    #if os(Linux)
      return path.withCString {
        linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, $0, AT_SYMLINK_FOLLOW) == 0
      }
    #else
      return false
    #endif
  }

  /// Writes the text with another file's mode and, where the system allows it, owner; on the disk when it returns.
  ///
  /// - Parameter status: nil for a file that is new.
  func fill(_ bytes: [UInt8], like status: stat?, named shown: FilePath) throws(InputFailure) {
    if let failure = Descriptor.write(bytes, to: descriptor) { throw refusal(shown, failure) }
    if let status { try take(status, named: shown) } else { fchmod(descriptor, 0o644) }
    if fsync(descriptor) != 0 { throw refusal(shown, errno) }
  }

  private func take(_ status: stat, named shown: FilePath) throws(InputFailure) {
    var own = stat()
    if fstat(descriptor, &own) != 0 { throw refusal(shown, errno) }
    if own.st_uid != status.st_uid || own.st_gid != status.st_gid {
      // Only the superuser may give a file away; the group alone may still be right.
      if fchown(descriptor, status.st_uid, status.st_gid) != 0 {
        _ = fchown(descriptor, own.st_uid, status.st_gid)
      }
    }
    // After the owner, since a change of owner takes bits away.
    if fchmod(descriptor, status.st_mode & 0o7777) != 0 { throw refusal(shown, errno) }
  }

  func move(to target: FilePath, named shown: FilePath) throws(InputFailure) {
    if !isNamed, !giveName() { throw refusal(shown, errno) }
    let result = path.withCString { from in target.withCString { to in rename(from, to) } }
    if result != 0 { throw refusal(shown, errno) }
    close(descriptor)
    // The name is as new as the text. A file system that cannot do this has no order to keep.
    let folder = folder.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  func remove() {
    close(descriptor)
    _ = path.withCString { unlink($0) }
  }

  private func refusal(_ shown: FilePath, _ number: Int32) -> InputFailure {
    InputFailure(shown.text, "was not changed: \(SystemError.text(number))")
  }
}
