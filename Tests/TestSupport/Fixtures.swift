public import Foundation

/// The folder of the package, found from this file's own place.
public let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A file or folder below `Fixtures`.
public func fixture(_ path: String) -> URL {
  packageFolder.appending(path: "Fixtures").appending(path: path)
}

/// The bytes of a file below `Fixtures`; empty if it is missing.
public func fixtureBytes(_ path: String) -> [UInt8] {
  (try? Data(contentsOf: fixture(path))).map { [UInt8]($0) } ?? []
}

/// The names of the files with this extension in a folder below `Fixtures`, without the extension, sorted.
public func fixtureNames(in folder: String, extension ending: String) -> [String] {
  let files = (try? FileManager.default.contentsOfDirectory(atPath: fixture(folder).path)) ?? []
  return files.filter { $0.hasSuffix("." + ending) }.map { String($0.dropLast(ending.count + 1)) }.sorted()
}
