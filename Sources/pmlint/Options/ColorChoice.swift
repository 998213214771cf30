import ArgumentParser

/// When text is coloured.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never

  /// Whether what stands on standard output is coloured.
  var isColored: Bool { isColored(isTerminal: Process.isTerminal(1), environment: Process.environment) }

  /// The choice wins over the environment, `NO_COLOR` over `FORCE_COLOR`, and both over what the output is.
  func isColored(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = environment(name), !value.isEmpty { return value != "0" }
    }
    return isTerminal && environment("TERM") != "dumb"
  }
}
