import Synchronization

/// A value that one thread at a time works on: a `Mutex` whose order of holders ThreadSanitizer sees, too.
///
/// That tool is blind to the lock of Swift's library and takes what it guards for a race. So each holder says by an atomic
/// that it is done, and the next one looks at that.
package struct Guarded<Value: Sendable>: ~Copyable, Sendable {
  private let mutex: Mutex<Value>
  private let turn = Atomic<Int>(0)

  package init(_ value: Value) { mutex = Mutex(value) }

  /// What `body` makes of the value. It must not come back to the same value: the lock is held meanwhile.
  package func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    mutex.withLock { value in
      _ = turn.load(ordering: .acquiring)
      defer { turn.wrappingAdd(1, ordering: .releasing) }
      return body(&value)
    }
  }
}
