import PostmortemRules

/// Which entries of one folder are reports or lead to some.
struct FolderFilter {
  private let loaded: LoadedConfiguration
  private let folder: FilePath
  private let ignores: IgnoreRules?
  private let files: GlobList?
  private let exclude: GlobList?

  /// - Parameter folder: absolute.
  init(_ loaded: LoadedConfiguration, folder: FilePath, ignores: IgnoreRules?, excludes: Bool) {
    self.loaded = loaded
    self.folder = folder
    self.ignores = ignores
    files = loaded.configuration.files?.value
    exclude = excludes ? loaded.configuration.exclude?.value : nil
  }

  func takes(file name: [UInt8]) -> Bool {
    if files == nil, exclude == nil, ignores == nil { return true }
    let path = folder.appending(name)
    let relative = loaded.relative(path)
    if let files, !files.matches(relative) || ReportName.isPassedOver(name) && !files.spellsOut(relative) {
      return false
    }
    return exclude?.matches(relative) != true && ignores?.leavesOut(path, isFolder: false) != true
  }

  func enters(folder name: [UInt8]) -> Bool {
    if exclude == nil, ignores == nil { return true }
    let path = folder.appending(name)
    return exclude?.covers(folder: loaded.relative(path)) != true
      && ignores?.leavesOut(path, isFolder: true) != true
  }
}

extension GlobList {
  /// Whether a pattern gives the file's name in full: then it is meant, though it is one that folders are full of.
  fileprivate func spellsOut(_ path: ArraySlice<UInt8>) -> Bool {
    globs.contains { !$0.isNegated && $0.endsInLiteral && $0.names(path, isFolder: false) }
  }
}
