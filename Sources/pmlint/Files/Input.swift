/// A report to be read.
enum Input: Hashable, Sendable {
  case file(FilePath)
  /// Standard input, with the name that it goes by.
  case standardInput(name: String)

  /// As reports show it.
  var path: String {
    switch self {
    case .file(let path): path.text
    case .standardInput(let name): name
    }
  }

  private var sortKey: FilePath {
    switch self {
    case .file(let path): path
    case .standardInput(let name): FilePath(name)
    }
  }

  func bytes() throws(InputFailure) -> [UInt8] {
    switch self {
    case .file(let path): try FileReader.read(path)
    case .standardInput(let name): try FileReader.readStandardInput(name: name)
    }
  }
}

extension Input: Comparable {
  static func < (left: Input, right: Input) -> Bool { left.sortKey < right.sortKey }
}
