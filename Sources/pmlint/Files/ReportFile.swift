import PostmortemReports

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files that reports are written to.
enum ReportFile {
  /// A file that is written anew. What is there may be anything that can be written to, but none of `inputs`.
  static func open(_ path: FilePath, besides inputs: [Input]) throws(InputFailure) -> OutputStream {
    if let own = identity(path), inputs.contains(where: { isSame($0, as: own) }) {
      throw InputFailure(path.text, "is to be linted and is not overwritten; name another file")
    }
    let descriptor = path.withCString {
      #if canImport(Darwin)
        Darwin.open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      #else
        Glibc.open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      #endif
    }
    if descriptor >= 0 { return OutputStream(descriptor, name: SafeText.line(path.text)) }
    let failure = errno
    let isFolderMissing = failure == ENOENT && !FileKind.exists(path.folder)
    throw InputFailure(
      path.text, isFolderMissing ? "its folder is not there; make it first" : SystemError.text(failure))
  }

  /// The end of a file; where that cannot be written to, people are told and nothing is written.
  static func append(to path: FilePath) -> OutputStream {
    let descriptor = path.withCString { Self.openEnd($0) }
    if descriptor >= 0 { return OutputStream(descriptor, name: SafeText.line(path.text)) }
    InputFailure(path.text, SystemError.text(errno) + "; no summary is written").tell()
    return OutputStream(nil, name: "")
  }

  private static func openEnd(_ path: UnsafePointer<CChar>) -> Int32 {
    #if canImport(Darwin)
      Darwin.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    #else
      Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    #endif
  }

  private static func isSame(_ input: Input, as identity: [UInt64]) -> Bool {
    guard case .file(let path) = input else { return false }
    return Self.identity(path) == identity
  }

  /// The device and the number of a regular file.
  private static func identity(_ path: FilePath) -> [UInt64]? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0, FileKind(mode: status.st_mode) == .file else {
      return nil
    }
    return [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)]
  }
}
