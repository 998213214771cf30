// The environment that is handed on is a variable of C, which nothing here changes while threads run.
#if canImport(Darwin)
  @preconcurrency import Darwin
#else
  @preconcurrency import Glibc
#endif

/// A program that runs beside this one, found by its name in the path; no shell sees its arguments.
struct ChildProcess: Sendable {
  struct Failure: Error {
    let number: Int32
  }

  /// What a program that has ended leaves behind.
  struct Outcome: Sendable {
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]
  }

  private let number: pid_t

  /// - Parameter ends: the descriptors that become its input, output and errors; nil for the null device.
  init(_ arguments: [String], ends: [Int32?]) throws(Failure) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, end) in ends.enumerated() {
      if let end {
        posix_spawn_file_actions_adddup2(&actions, end, Int32(target))
      } else {
        posix_spawn_file_actions_addopen(
          &actions, Int32(target), "/dev/null", target == 0 ? O_RDONLY : O_WRONLY, 0)
      }
    }
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var number = pid_t()
    let failure = posix_spawnp(&number, arguments.first ?? "", &actions, nil, &words, environ)
    if failure != 0 { throw Failure(number: failure) }
    self.number = number
  }

  /// The status with which it ends; 128 and the signal's number where a signal ends it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0 {
      if errno != EINTR { return -1 }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  /// Runs a program to its end.
  static func run(_ arguments: [String]) throws(Failure) -> Outcome {
    let (output, errors) = (try Pipe(), try Pipe())
    let child: ChildProcess
    do throws(Failure) {
      child = try ChildProcess(arguments, ends: [nil, output.writing, errors.writing])
    } catch {
      for pipe in [output, errors] { pipe.closeBoth() }
      throw error
    }
    close(output.writing)
    close(errors.writing)
    let texts = Pipe.drain([output.reading, errors.reading])
    return Outcome(status: child.wait(), output: texts[0], errors: texts[1])
  }
}

/// A pipe that no other program inherits.
struct Pipe: Sendable {
  let reading: Int32
  let writing: Int32

  init() throws(ChildProcess.Failure) {
    var ends: [Int32] = [0, 0]
    if pipe(&ends) != 0 { throw ChildProcess.Failure(number: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeBoth() {
    close(reading)
    close(writing)
  }

  /// Reads several ends at once, so that no writer waits for one that nobody empties, and closes them.
  static func drain(_ ends: [Int32]) -> [[UInt8]] {
    var texts = [[UInt8]](repeating: [], count: ends.count)
    var polled = ends.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var open = ends.count
    while open > 0 {
      if poll(&polled, nfds_t(polled.count), -1) < 0, errno != EINTR { break }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        if Descriptor.append(to: &texts[index], from: polled[index].fd, atMost: 1 << 16) > 0 { continue }
        close(polled[index].fd)
        polled[index].fd = -1
        open -= 1
      }
    }
    return texts
  }
}

extension Descriptor {
  /// Reads once; the number of bytes, 0 at the end, or -1 with `errno` set.
  static func append(to bytes: inout [UInt8], from descriptor: Int32, atMost room: Int) -> Int {
    var result = 0
    bytes += [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      repeat { result = read(descriptor, buffer.baseAddress, room) } while result < 0 && errno == EINTR
      count = max(0, result)
    }
    return result
  }
}
