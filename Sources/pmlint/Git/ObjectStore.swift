import Guarded

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Texts that git keeps, read one by one through a single program, from any thread.
final class ObjectStore: Sendable {
  fileprivate struct Channel {
    let requests: Int32
    let answers: Int32
    var buffer: [UInt8] = []
  }

  private let channel: Guarded<Channel>

  init(_ git: Git) throws(UsageFailure) {
    // Should git end early, the next request fails like any other call rather than ending this program.
    signal(SIGPIPE, SIG_IGN)
    let (requests, answers) = try Self.pipes(git)
    try git.startObjectReader(requests.reading, answers.writing)
    close(requests.reading)
    close(answers.writing)
    channel = Guarded(Channel(requests: requests.writing, answers: answers.reading))
  }

  private static func pipes(_ git: Git) throws(UsageFailure) -> (Pipe, Pipe) {
    do throws(ChildProcess.Failure) {
      return (try Pipe(), try Pipe())
    } catch {
      throw UsageFailure(message: "\(git.option): \(SystemError.text(error.number))")
    }
  }

  /// The bytes of an object; the reason why not, for people, where that fails.
  func bytes(of object: String, named path: String) throws(InputFailure) -> [UInt8] {
    let answer = channel.withLock { $0.ask(object) }
    switch answer {
    case .bytes(let bytes): return bytes
    case .missing: throw InputFailure(path, "git does not have its text (object \(object))")
    case .tooLarge:
      throw InputFailure(path, "is larger than \(FileReader.limit >> 20) MiB, too large for a report")
    case .broken: throw InputFailure(path, "git ended before it told its text")
    }
  }

  fileprivate enum Answer: Sendable {
    case bytes([UInt8])
    case missing, tooLarge, broken
  }
}

extension ObjectStore.Channel {
  /// Answers are `<id> blob <size>`, a line feed, the bytes and a line feed; or `<id> missing`.
  fileprivate mutating func ask(_ object: String) -> ObjectStore.Answer {
    if Descriptor.write(Array((object + "\n").utf8), to: requests) != nil { return .broken }
    guard let head = line() else { return .broken }
    let words = head.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3, let size = Int(words[2]) else { return .missing }
    // What is too large is read, too, since the next answer stands behind it.
    guard let bytes = take(size, keeps: size <= FileReader.limit), take(1, keeps: false) != nil else {
      return .broken
    }
    return size <= FileReader.limit ? .bytes(bytes) : .tooLarge
  }

  private mutating func line() -> [UInt8]? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        return line
      }
      if !fill() { return nil }
    }
  }

  private mutating func take(_ count: Int, keeps: Bool) -> [UInt8]? {
    var taken: [UInt8] = []
    var missing = count
    while missing > 0 {
      if buffer.isEmpty, !fill() { return nil }
      let part = buffer.prefix(missing)
      if keeps { taken += part }
      missing -= part.count
      buffer.removeFirst(part.count)
    }
    return taken
  }

  private mutating func fill() -> Bool { Descriptor.append(to: &buffer, from: answers, atMost: 1 << 16) > 0 }
}
