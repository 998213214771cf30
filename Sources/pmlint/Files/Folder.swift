#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The entries of one folder.
struct Folder {
  private(set) var files: [[UInt8]] = []
  private(set) var folders: [[UInt8]] = []
  /// Those of the files that are symbolic links.
  private(set) var links: Set<[UInt8]> = []
  /// Whether it holds a `.gitignore` or `.ignore`.
  private(set) var hasIgnoreFile = false
  private let takesAll: Bool

  /// Hidden entries, special files and links to folders are left out; so a loop of links is never entered.
  /// - Parameter takesAll: whether files of any name are taken, rather than those that look like reports.
  init(_ path: FilePath, takesAll: Bool = false) throws(InputFailure) {
    self.takesAll = takesAll
    guard let stream = path.withCString({ opendir($0) }) else {
      throw InputFailure(path.text, SystemError.text(errno))
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if ReportName.isHidden(name) {
        hasIgnoreFile = hasIgnoreFile || IgnoreRules.fileNames.contains(name)
        continue
      }
      switch entry.pointee.d_type {
      case UInt8(DT_DIR): folders.append(name)
      case UInt8(DT_REG): if takes(name) { files.append(name) }
      case UInt8(DT_LNK): addLink(path.appending(name), name)
      case UInt8(DT_UNKNOWN): addByStatus(path.appending(name), name)
      default: break
      }
    }
  }

  /// The same choice among names that are known.
  init(files: [[UInt8]], folders: [[UInt8]], takesAll: Bool) {
    self.takesAll = takesAll
    hasIgnoreFile = true
    self.files = files.filter { !ReportName.isHidden($0) && takes($0) }
    self.folders = folders.filter { !ReportName.isHidden($0) }
  }

  private func takes(_ name: [UInt8]) -> Bool { takesAll || ReportName.isReport(name) }

  /// For file systems that do not tell kinds in their listings.
  private mutating func addByStatus(_ child: FilePath, _ name: [UInt8]) {
    var status = stat()
    guard child.withCString({ lstat($0, &status) }) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: folders.append(name)
    case S_IFLNK: addLink(child, name)
    case S_IFREG: if takes(name) { files.append(name) }
    default: break
    }
  }

  private mutating func addLink(_ child: FilePath, _ name: [UInt8]) {
    guard takes(name), Self.isFile(child) else { return }
    files.append(name)
    links.insert(name)
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
