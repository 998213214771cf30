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

/// The reports that arguments name, and what stands in the way.
struct InputSearch {
  private(set) var inputs: [Input] = []
  private(set) var failures: [InputFailure] = []

  /// Files are taken as named; folders are searched; `-` is standard input. Each file once, sorted by path.
  init(_ arguments: [String], standardInputName: String = "<stdin>") {
    for argument in arguments.isEmpty ? ["."] : arguments {
      if argument == "-" {
        inputs.append(.standardInput(name: standardInputName))
      } else {
        add(FilePath(argument))
      }
    }
    inputs = Set(inputs).sorted()
  }

  private mutating func add(_ path: FilePath) {
    do {
      switch try FileKind.at(path) {
      case .file: inputs.append(.file(path))
      case .folder: search(path)
      case .special(let kind):
        failures.append(InputFailure(path.text, "is \(kind), not a file; use - for a pipe"))
      }
    } catch {
      failures.append(error)
    }
  }

  private mutating func search(_ root: FilePath) {
    var open = [root]
    while let path = open.popLast() {
      do {
        let folder = try Folder(path)
        inputs += folder.reports.map(Input.file)
        open += folder.folders
      } catch {
        failures.append(error)
      }
    }
  }
}
