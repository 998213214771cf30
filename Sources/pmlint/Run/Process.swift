#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the program's end tells the caller.
enum ExitStatus {
  static let clean: Int32 = 0
  static let findings: Int32 = 1
  /// The job could not be done: usage, an unreadable file.
  static let failure: Int32 = 2
  /// What a shell reports of a program that the closed pipe ended.
  static let closedPipe: Int32 = 141
}

/// The process and its surroundings.
enum Process {
  static func end(_ status: Int32) -> Never { exit(status) }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
