import PostmortemRules

/// The reports that arguments name, and what stands in the way.
struct InputSearch {
  static let unnamed = "<stdin>"
  private(set) var inputs: [Input] = []
  private(set) var failures: [InputFailure] = []
  /// Files and folders that were named and are excluded by a configuration.
  private(set) var excluded = 0
  /// The configurations of the reports and of the folders that were searched.
  var configurations: ConfigurationSearch
  private let excludes: Bool
  /// Those of the inputs that are symbolic links.
  private var links: Set<FilePath> = []
  /// The files that are looked at; nil for all.
  private let changes: ChangedFiles?
  private var hasSearchedFolder = false
  /// Whether several arguments may name one file.
  private let mayNameTwice: Bool

  /// Files are taken as named; folders are searched; `-` is standard input. Each file once, sorted by path.
  /// - Parameter excludes: whether what configurations exclude is left out.
  init(
    _ arguments: [String], standardInputName: String = unnamed, configurations: ConfigurationSearch,
    excludes: Bool = true, changes: ChangedFiles? = nil
  ) {
    self.configurations = configurations
    self.excludes = excludes
    self.changes = changes
    mayNameTwice = arguments.count > 1
    for argument in arguments.isEmpty ? ["."] : arguments {
      if argument == "-" {
        addStandardInput(standardInputName)
      } else {
        add(FilePath(argument))
      }
    }
    removeRepeats()
  }

  private mutating func removeRepeats() {
    inputs.sort()
    var last = 0
    for index in inputs.indices.dropFirst() where inputs[index] != inputs[last] {
      last += 1
      inputs.swapAt(last, index)
    }
    inputs.removeLast(max(0, inputs.count - last - 1))
    if mayNameTwice || !links.isEmpty { removeAliases() }
  }

  /// Leaves out further names of files: other spellings of a path, and links to what is looked at under its own name or
  /// by a link before.
  private mutating func removeAliases() {
    let follows = !links.isEmpty
    var seen: Set<FilePath> = []
    var repeats: Set<FilePath> = []
    for areLinks in [false, true] {
      for case .file(let path) in inputs where links.contains(path) == areLinks {
        let place = (follows ? path.resolved : nil) ?? path.absolute
        if !seen.insert(place).inserted { repeats.insert(path) }
      }
    }
    if repeats.isEmpty { return }
    inputs.removeAll { if case .file(let path) = $0 { repeats.contains(path) } else { false } }
  }

  /// What is said where nothing changed; nil where all files are looked at.
  var absence: String? { changes?.absence }

  /// Whether there was nothing to find, rather than something in the way.
  var isEmpty: Bool { inputs.isEmpty && failures.isEmpty }

  /// Whether nothing was found because all that was named is excluded, which is no failure: hooks name all files.
  var isExcluded: Bool { isEmpty && excluded > 0 && !hasSearchedFolder }

  func isFailure(allowEmpty: Bool) -> Bool {
    !failures.isEmpty || inputs.isEmpty && !allowEmpty && !isExcluded && changes == nil
  }

  /// An editor that hands over an excluded file is told as little as one that names it.
  private mutating func addStandardInput(_ name: String) {
    let path = FilePath(name).absolute
    if name != Self.unnamed, isExcluded(path, folder: path.folder) {
      excluded += 1
    } else {
      inputs.append(.standardInput(name: name))
    }
  }

  private mutating func add(_ path: FilePath) {
    if let changes, !changes.canTell(of: path) { return failures.append(changes.refusal(of: path)) }
    if changes?.file(at: path) != nil { return add(file: path) }
    do {
      switch try FileKind.at(path) {
      case .file:
        if changes == nil { add(file: path) }
        if FileKind.isLink(path) { links.insert(path) }
      case .folder:
        if isExcluded(path.absolute, folder: path.absolute) { excluded += 1 } else { search(path) }
      case .special(let kind):
        failures.append(InputFailure(path.text, "is \(kind), not a file; use - for a pipe"))
      }
    } catch {
      failures.append(error)
    }
  }

  private mutating func add(file path: FilePath) {
    if isExcluded(path.absolute, folder: path.absolute.folder) {
      excluded += 1
    } else {
      inputs.append(.file(path))
    }
  }

  private mutating func isExcluded(_ path: FilePath, folder: FilePath) -> Bool {
    let loaded = configurations.configuration(ofFolder: folder)
    guard excludes, let globs = loaded.configuration.exclude?.value, path != loaded.folder else {
      return false
    }
    return globs.matches(loaded.relative(path))
  }

  /// A folder that is still to be searched.
  private struct Open {
    let path: FilePath
    let absolute: FilePath
    /// With all links followed; nil where no change is asked for.
    let place: FilePath?
    let ignores: IgnoreRules?
  }

  private mutating func search(_ root: FilePath) {
    hasSearchedFolder = true
    let absolute = root.absolute
    var open = [
      Open(
        path: root, absolute: absolute, place: changes.map { _ in root.resolved ?? absolute },
        ignores: IgnoreRules.above(absolute))
    ]
    while let here = open.popLast() {
      do {
        let loaded = configurations.configuration(ofFolder: here.absolute)
        let folder = try contents(of: here, takesAll: loaded.configuration.files != nil)
        let ignores =
          folder.hasIgnoreFile ? IgnoreRules.read(in: here.absolute, below: here.ignores) : here.ignores
        let filter = FolderFilter(loaded, folder: here.absolute, ignores: ignores, excludes: excludes)
        for name in folder.files where filter.takes(file: name) {
          let path = here.path.appending(name)
          inputs.append(.file(path))
          if folder.links.contains(name) { links.insert(path) }
        }
        for name in folder.folders where filter.enters(folder: name) {
          open.append(
            Open(
              path: here.path.appending(name), absolute: here.absolute.appending(name),
              place: here.place?.appending(name), ignores: ignores))
        }
      } catch {
        failures.append(error)
      }
    }
  }

  /// What is in a folder, or what of it changed: then the folder itself is not read.
  private func contents(of here: Open, takesAll: Bool) throws(InputFailure) -> Folder {
    guard let changes, let place = here.place else { return try Folder(here.path, takesAll: takesAll) }
    return changes.folder(at: place, takesAll: takesAll)
  }
}
