import Guarded
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Does the same work on many items with several threads and hands the results over in the items' order.
///
/// The calling thread works too and is the only one that delivers, so the receiver needs no lock. At most `window`
/// results wait to be delivered: memory does not grow with the number of items.
struct OrderedWork<Result: Sendable> {
  private let shared: Shared<Result>
  private let threads: Int

  init(count: Int, threads: Int, window: Int = 256, work: @escaping @Sendable (Int) -> Result) {
    shared = Shared(count: count, window: window, work: work)
    self.threads = min(threads, count)
  }

  func run(_ deliver: (Result) -> Void) {
    let others = (1..<max(1, threads)).compactMap { _ in
      Thread.start { [shared] in while shared.takeOne(whileWaiting: {}) {} }
    }
    while shared.takeOne(whileWaiting: { shared.drain(deliver) }) { shared.drain(deliver) }
    // The others may still be at work and wait for room, so delivery goes on until the last result.
    while !shared.isDelivered {
      usleep(100)
      shared.drain(deliver)
    }
    for thread in others { Thread.join(thread) }
  }
}

private final class Shared<Result: Sendable>: Sendable {
  private let count: Int
  private let window: Int
  private let work: @Sendable (Int) -> Result
  private let next = Atomic<Int>(0)
  private let delivered = Atomic<Int>(0)
  /// The result of item `i` waits at `i % window`.
  private let waiting: Guarded<[Result?]>

  init(count: Int, window: Int, work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.window = window
    self.work = work
    waiting = Guarded(Array(repeating: nil, count: min(window, count)))
  }

  var isDelivered: Bool { delivered.load(ordering: .relaxed) >= count }

  /// Works on the next item; false if there is none.
  func takeOne(whileWaiting pause: () -> Void) -> Bool {
    let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
    if item >= count { return false }
    // Only a file that takes far longer than the hundreds after it gets us here, so a short sleep is good enough.
    while item - delivered.load(ordering: .acquiring) >= window {
      pause()
      usleep(200)
    }
    let result = work(item)
    waiting.withLock { $0[item % window] = result }
    return true
  }

  /// Delivers what is ready. For the calling thread only.
  func drain(_ deliver: (Result) -> Void) {
    while let result = takeReady() { deliver(result) }
  }

  private func takeReady() -> Result? {
    let item = delivered.load(ordering: .relaxed)
    if item >= count { return nil }
    let result = waiting.withLock { waiting in
      defer { waiting[item % window] = nil }
      return waiting[item % window]
    }
    if result != nil { delivered.store(item + 1, ordering: .releasing) }
    return result
  }
}

/// A thread of the system. Dispatch would cost a program that needs one thread more time than its whole job.
private enum Thread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Nil if the system gives no more threads; the others then do the work.
  static func start(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    let body = Unmanaged.passRetained(Body(run)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, nil, { body in Thread.enter(body) }, body)
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, { body in body.flatMap { Thread.enter($0) } }, body)
    #endif
    if status == 0 { return thread }
    Unmanaged<Body>.fromOpaque(body).release()
    return nil
  }

  static func join(_ thread: pthread_t) { pthread_join(thread, nil) }

  private static func enter(_ body: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
    return nil
  }
}
