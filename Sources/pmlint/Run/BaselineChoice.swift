/// What a run is told to do with a baseline.
enum BaselineChoice: Hashable {
  case none
  case hide(FilePath)
  /// Nil for the baseline that a configuration names.
  case prune(FilePath?)
  case write(FilePath)

  /// Whether it names a baseline, so that those of configurations do not count.
  var names: Bool {
    switch self {
    case .none, .prune(nil): false
    case .hide, .prune, .write: true
    }
  }

  /// The baseline that is in use: the chosen one, else `configured`; nil where there is none.
  func ledger(configured: FilePath? = nil) throws(UsageFailure) -> BaselineLedger? {
    switch self {
    case .none:
      return try configured.map { file throws(UsageFailure) in
        try BaselineLedger(reading: file, prunes: false)
      }
    case .hide(let file): return try BaselineLedger(reading: file, prunes: false)
    case .write(let file): return try BaselineLedger(writing: file)
    case .prune(let file):
      guard let file = file ?? configured else {
        throw UsageFailure(message: "--prune-baseline needs --baseline FILE to say what to prune")
      }
      return try BaselineLedger(reading: file, prunes: true)
    }
  }
}
