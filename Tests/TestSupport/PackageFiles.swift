public import Foundation

/// The entries of a folder, sorted by name, hidden ones left out.
public func contents(of folder: URL) throws -> [URL] {
  try FileManager.default
    .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
}

/// All files with one of the extensions below a folder of the package, sorted by path.
public func files(below folder: String, extensions: Set<String>) -> [URL] {
  let walk = FileManager.default.enumerator(
    at: packageFolder.appending(path: folder), includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
  let urls = walk.map { Array($0).compactMap { $0 as? URL } } ?? []
  return urls.filter { extensions.contains($0.pathExtension) }.sorted { $0.path < $1.path }
}
