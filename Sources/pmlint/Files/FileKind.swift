#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What stands at a path.
enum FileKind: Hashable {
  case file, folder
  /// What it is instead, for people.
  case special(String)

  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .special("a FIFO")
      case S_IFSOCK: .special("a socket")
      case S_IFCHR, S_IFBLK: .special("a device")
      default: .special("no regular file")
      }
  }

  /// Symbolic links are followed.
  static func at(_ path: FilePath) throws(InputFailure) -> FileKind {
    var status = stat()
    if path.withCString({ stat($0, &status) }) != 0 { throw InputFailure(path.text, SystemError.text(errno)) }
    return FileKind(mode: status.st_mode)
  }

  static func isLink(_ path: FilePath) -> Bool {
    var status = stat()
    return path.withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether anything stands there.
  static func exists(_ path: FilePath) -> Bool {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0
  }
}

/// Why a file or folder cannot be read.
struct InputFailure: Error, Hashable {
  let path: String
  let reason: String

  init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }
}
