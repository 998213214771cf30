import PostmortemModel

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

  /// The day by the system's clock and zone.
  static var today: CivilDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
