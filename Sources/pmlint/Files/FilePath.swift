/// The name of a file as the system knows it: bytes, which need not be UTF-8.
struct FilePath: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8) }

  /// For people and reports.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A file in this folder. What lies in the current folder has no prefix.
  func appending(_ name: [UInt8]) -> FilePath {
    if bytes == [UInt8(ascii: ".")] { return FilePath(name) }
    let slash = UInt8(ascii: "/")
    return FilePath(bytes + (bytes.last == slash ? [] : [slash]) + name)
  }

  /// The folder that it stands in; "." for a bare name.
  var folder: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return FilePath(".") }
    return FilePath(Array(bytes[..<max(slash, 1)]))
  }

  /// What stands after the last slash.
  var name: [UInt8] { Array(bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]) }

  func withCString<Value>(_ body: (UnsafePointer<CChar>) throws -> Value) rethrows -> Value {
    var terminated = bytes.map { CChar(bitPattern: $0) }
    terminated.append(0)
    return try terminated.withUnsafeBufferPointer { pointer in
      var empty: CChar = 0
      return try pointer.baseAddress.map(body) ?? body(&empty)
    }
  }
}

extension FilePath: Comparable {
  static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
