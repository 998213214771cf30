import PostmortemReports

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output or another open file, written in large pieces.
struct OutputStream {
  private static let capacity = 1 << 16
  /// Nil to write nothing.
  private let descriptor: Int32?
  /// For people.
  private let name: String
  private var buffer: [UInt8] = []

  init(_ descriptor: Int32? = STDOUT_FILENO, name: String = "standard output") {
    self.descriptor = descriptor
    self.name = name
  }

  mutating func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { flush() }
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Ends the process quietly if nobody reads any more, and with a message if the text cannot be written.
  mutating func flush() {
    let failure = descriptor.flatMap { Descriptor.write(buffer, to: $0) }
    buffer.removeAll(keepingCapacity: true)
    guard let failure else { return }
    if failure == EPIPE, descriptor == STDOUT_FILENO { Process.end(ExitStatus.closedPipe) }
    StandardError.write("pmlint: \(name): \(SystemError.text(failure))")
    Process.end(ExitStatus.failure)
  }
}

/// Standard error: all that is not a finding. Whatever a message quotes is safe to show.
enum StandardError {
  static func write(_ line: String) {
    _ = Descriptor.write(SafeText.lines(Array((line + "\n").utf8)), to: STDERR_FILENO)
  }
}

/// An open file of the system.
enum Descriptor {
  /// Writes all of it; gives the error number where that fails.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = systemWrite(descriptor, part.baseAddress, part.count)
        if count < 0, errno != EINTR { return errno }
        rest = rest.dropFirst(max(0, count))
      }
      return nil
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, start, count)
    #else
      Glibc.write(descriptor, start, count)
    #endif
  }
}

/// The system's words for an error number.
enum SystemError {
  static func text(_ number: Int32) -> String {
    let text = strerror(number).map { String(cString: $0) } ?? "error \(number)"
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
