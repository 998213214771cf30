import Glibc
import Invariants

// The loop of libFuzzer; `make fuzz` builds and runs it.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runDriver(&count, &arguments) { start, length in
    let bytes = Array(UnsafeBufferPointer(start: start, count: length))
    let broken = brokenOnTheWholePath(of: bytes)
    guard let first = broken.first else { return 0 }
    _ = "broken: \(first)\n".withCString { write(2, $0, strlen($0)) }
    abort()
  })
