#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FilePath {
  /// The current folder; the root where the system does not tell.
  static let current: FilePath = {
    var buffer = [CChar](repeating: 0, count: 1 << 14)
    guard getcwd(&buffer, buffer.count) != nil else { return FilePath("/") }
    return FilePath(buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)))
  }()

  /// From the root, without "." and "..", which are taken by their letters: links are not followed.
  var absolute: FilePath {
    let slash = UInt8(ascii: "/")
    let whole = bytes.first == slash ? bytes : FilePath.current.bytes + [slash] + bytes
    var names: [ArraySlice<UInt8>] = []
    for name in whole.split(separator: slash) {
      if name.elementsEqual(".".utf8) { continue }
      if name.elementsEqual("..".utf8) {
        _ = names.popLast()
      } else {
        names.append(name)
      }
    }
    return FilePath([slash] + Array(names.joined(separator: [slash])))
  }

  /// An absolute path as people in the current folder would write it.
  var shownFromCurrent: String {
    let current = FilePath.current.bytes
    let isBelow = bytes.count > current.count + 1 && bytes.starts(with: current)
    if current.count == 1 { return FilePath(Array(bytes.dropFirst())).text }
    return isBelow && bytes[current.count] == UInt8(ascii: "/")
      ? FilePath(Array(bytes[(current.count + 1)...])).text : text
  }
}
