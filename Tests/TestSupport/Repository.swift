public import Foundation

/// The project's folder, found from the place of this file.
public enum Repository {
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether goldens and generated files are to be written anew. Such a run fails, so that it never passes unseen.
  public static let isBlessing = ProcessInfo.processInfo.environment["PMLINT_BLESS"] == "1"

  /// The entries of a folder, sorted by name, hidden ones left out.
  public static func contents(of folder: URL) throws -> [URL] {
    try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// All files below a folder with one of the extensions, sorted by path.
  public static func files(below folder: String, extensions: Set<String>) -> [URL] {
    let walk = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    let urls = walk.map { Array($0).compactMap { $0 as? URL } } ?? []
    return urls.filter { extensions.contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }
}
