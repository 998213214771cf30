import MarkdownTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads whole files, and refuses what is not a report before it can do harm.
enum FileReader {
  /// No report is larger; a file that is was named by mistake.
  static let limit = 32 << 20

  static func read(
    _ path: FilePath, limit: Int = limit, noun: String = "a report"
  ) throws(InputFailure) -> [UInt8] {
    // Without O_NONBLOCK a FIFO put in the place of a file would hold us for ever.
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    if descriptor < 0 { throw InputFailure(path.text, SystemError.text(errno)) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) != 0 { throw InputFailure(path.text, SystemError.text(errno)) }
    switch FileKind(mode: status.st_mode) {
    case .file: break
    case .folder: throw InputFailure(path.text, "is a folder")
    case .special(let kind): throw InputFailure(path.text, "is \(kind), not a file; use - for a pipe")
    }
    if status.st_size > limit {
      throw InputFailure(path.text, "is larger than \(limit >> 20) MiB, too large for \(noun)")
    }
    return try read(descriptor, name: path.text, expected: Int(status.st_size))
  }

  static func readStandardInput(name: String) throws(InputFailure) -> [UInt8] {
    try read(STDIN_FILENO, name: name, expected: 0)
  }

  private static func read(_ descriptor: Int32, name: String, expected: Int) throws(InputFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more shows the end with the first call where the size is right; files of /proc say 0.
    var room = max(expected + 1, 1 << 12)
    while true {
      let count = append(to: &bytes, from: descriptor, room: room)
      if count < 0 { throw InputFailure(name, SystemError.text(errno)) }
      if bytes.count > limit { throw tooLarge(name) }
      if count == 0 || bytes.count == expected && count < room { break }
      room = max(1 << 16, bytes.count)
    }
    if let reason = TextCheck.objection(to: bytes) { throw InputFailure(name, reason) }
    return bytes
  }

  /// Reads once; the number of bytes, or -1 with `errno` set.
  private static func append(to bytes: inout [UInt8], from descriptor: Int32, room: Int) -> Int {
    var result = 0
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      repeat {
        result = systemRead(descriptor, buffer.baseAddress, room)
      } while result < 0 && errno == EINTR
      count = max(0, result)
    }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    return result
  }

  private static func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int
  {
    #if canImport(Darwin)
      Darwin.read(descriptor, start, count)
    #else
      Glibc.read(descriptor, start, count)
    #endif
  }

  private static func tooLarge(_ name: String) -> InputFailure {
    InputFailure(name, "is larger than \(limit >> 20) MiB, too large for a report")
  }
}

/// Tells text from other content by its first bytes.
enum TextCheck {
  private static let prefix = 8 << 10

  /// What speaks against reading it; nil for text, even with some bytes that are not UTF-8.
  static func objection(to bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "is UTF-16 text; save it as UTF-8"
    }
    let head = bytes.prefix(prefix)
    let zero = bytes.withUnsafeBufferPointer { $0.firstOffset(of: 0, from: 0, to: head.count) }
    if zero == head.count { return nil }
    // The cut may have fallen into a character.
    let isText = (0..<(bytes.count > prefix ? 4 : 1)).contains {
      String(validating: head.dropLast($0), as: UTF8.self) != nil
    }
    return isText ? nil : "is not a text file"
  }
}
