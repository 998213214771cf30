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

  func bytes() throws(InputFailure) -> [UInt8] {
    switch self {
    case .file(let path): try FileReader.read(path)
    case .standardInput(let name): try FileReader.readStandardInput(name: name)
    }
  }
}

extension Input: Comparable {
  static func < (left: Input, right: Input) -> Bool {
    switch (left, right) {
    case (.file(let left), .file(let right)): left < right
    // Equal names are of one kind one after the other.
    case (.file(let left), .standardInput(let right)): left <= FilePath(right)
    case (.standardInput(let left), .file(let right)): FilePath(left) < right
    case (.standardInput(let left), .standardInput(let right)): FilePath(left) < FilePath(right)
    }
  }
}
