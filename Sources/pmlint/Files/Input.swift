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
    inputs.sort()
    var last = 0
    for index in inputs.indices.dropFirst() where inputs[index] != inputs[last] {
      last += 1
      inputs.swapAt(last, index)
    }
    inputs.removeLast(max(0, inputs.count - last - 1))
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
