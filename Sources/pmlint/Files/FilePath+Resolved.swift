#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FilePath {
  /// The path from the root with all links followed; nil where nothing is there.
  var resolved: FilePath? {
    guard let text = withCString({ realpath($0, nil) }) else { return nil }
    defer { free(text) }
    return FilePath((0..<strlen(text)).map { UInt8(bitPattern: text[$0]) })
  }
}
