#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a file that must not be there yet.
enum NewFile {
  static func write(_ bytes: [UInt8], to path: FilePath) throws(InputFailure) {
    // Created by this call or not at all: nothing that appears in between is overwritten.
    let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else {
      let reason = errno == EEXIST ? "is there already and is not overwritten" : SystemError.text(errno)
      throw InputFailure(path.text, reason)
    }
    if let failure = Descriptor.write(bytes, to: descriptor) {
      close(descriptor)
      throw InputFailure(path.text, SystemError.text(failure))
    }
    if close(descriptor) != 0 { throw InputFailure(path.text, SystemError.text(errno)) }
  }
}
