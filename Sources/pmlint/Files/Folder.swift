#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The entries of one folder.
struct Folder {
  var reports: [FilePath] = []
  var folders: [FilePath] = []

  /// Hidden entries, special files and links to folders are left out; so a loop of links is never entered.
  init(_ path: FilePath) throws(InputFailure) {
    guard let stream = path.withCString({ opendir($0) }) else {
      throw InputFailure(path.text, SystemError.text(errno))
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if ReportName.isHidden(name) { continue }
      let child = path.appending(name)
      switch entry.pointee.d_type {
      case UInt8(DT_DIR): folders.append(child)
      case UInt8(DT_REG): if ReportName.isReport(name) { reports.append(child) }
      case UInt8(DT_LNK): if ReportName.isReport(name), Self.isFile(child) { reports.append(child) }
      case UInt8(DT_UNKNOWN): addByStatus(child, name)
      default: break
      }
    }
  }

  /// For file systems that do not tell kinds in their listings.
  private mutating func addByStatus(_ child: FilePath, _ name: [UInt8]) {
    var status = stat()
    guard child.withCString({ lstat($0, &status) }) == 0 else { return }
    if FileKind(mode: status.st_mode) == .folder {
      folders.append(child)
    } else if ReportName.isReport(name), Self.isFile(child) {
      reports.append(child)
    }
  }

  /// Whether a regular file is there; a broken link counts, so that its failure is told.
  private static func isFile(_ path: FilePath) -> Bool {
    guard let kind = try? FileKind.at(path) else { return true }
    return kind == .file
  }

  // The system gives an entry only as many bytes as its name needs, so the field must not be copied whole.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    return Array(
      UnsafeBufferPointer(
        start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))))
  }
}
