/// The folder of a baseline, from which it names files, so that a run from any folder finds them.
struct BaselineFolder: Sendable {
  private typealias Parts = [ArraySlice<UInt8>]

  private static let slash = UInt8(ascii: "/")
  private let path: FilePath
  private let current: Parts
  private let parts: Parts

  init(of file: FilePath) {
    path = file.folder
    current = BaselineFolder.split(FilePath(".").resolved?.bytes ?? [])
    parts = BaselineFolder.parts(of: file.folder, in: current)
  }

  /// A report's path from here, with `/` between its parts.
  func name(of input: Input) -> String {
    switch input {
    case .file(let path): name(of: path)
    case .standardInput(let name): self.name(of: FilePath(name))
    }
  }

  /// Whether a file that is named so is there.
  func holds(_ name: String) -> Bool {
    if name.utf8.first == BaselineFolder.slash { return FileKind.exists(FilePath(name)) }
    return FileKind.exists(path.appending(Array(name.utf8)))
  }

  private func name(of file: FilePath) -> String {
    let folder = BaselineFolder.parts(of: file.folder, in: current)
    let common = zip(folder, parts).prefix { $0 == $1 }.count
    let up = Array(repeating: Array("..".utf8)[...], count: parts.count - common)
    let name = file.bytes.split(separator: BaselineFolder.slash).last ?? []
    let all = up + folder[common...] + [name]
    return String(decoding: Array(all.joined(separator: [BaselineFolder.slash])), as: UTF8.self)
  }

  /// The parts of a folder's full path. Only what the parts do not tell is asked of the system.
  private static func parts(of folder: FilePath, in current: Parts) -> Parts {
    let own = split(folder.bytes)
    let isAbsolute = folder.bytes.first == slash
    if isAbsolute || own.contains(Array("..".utf8)[...]), let real = folder.resolved {
      return split(real.bytes)
    }
    var parts = isAbsolute ? [] : current
    for part in own {
      if part == Array("..".utf8)[...] { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }

  private static func split(_ bytes: [UInt8]) -> Parts {
    bytes.split(separator: slash).filter { $0 != [UInt8(ascii: ".")] }
  }
}
