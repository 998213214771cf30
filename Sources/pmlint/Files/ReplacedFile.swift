#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a file whole or not at all: beside its place first, then into it.
enum ReplacedFile {
  static func write(_ bytes: [UInt8], to path: FilePath) throws(InputFailure) {
    let target = target(of: path)
    let mode = mode(of: target)
    // Asked for even of the superuser, who may write everything: the mark is there to be minded.
    if let mode, mode & 0o222 == 0 { throw InputFailure(path.text, "is read-only and was not changed") }
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    let draft = target.folder.appending(Array(".pmlint-\(number)".utf8))
    let descriptor = draft.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o644) }
    guard descriptor >= 0 else { throw InputFailure(path.text, SystemError.text(errno)) }
    var failure = Descriptor.write(bytes, to: descriptor)
    if failure == nil, let mode, fchmod(descriptor, mode) != 0 { failure = errno }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure == nil, draft.withCString({ from in target.withCString { rename(from, $0) } }) != 0 {
      failure = errno
    }
    guard let failure else { return }
    _ = draft.withCString { unlink($0) }
    throw InputFailure(path.text, SystemError.text(failure))
  }

  /// The file that a symbolic link leads to: the link stays.
  private static func target(of path: FilePath) -> FilePath {
    guard let real = path.withCString({ realpath($0, nil) }) else { return path }
    defer { free(real) }
    return FilePath(
      Array(UnsafeBufferPointer(start: real, count: strlen(real))).map { UInt8(bitPattern: $0) })
  }

  private static func mode(of path: FilePath) -> mode_t? {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 ? status.st_mode & 0o7777 : nil
  }
}
