import Glibc
import Invariants

// The loop of libFuzzer; `make fuzz` builds and runs it.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

// By this name libFuzzer's own start, which the package manager puts ours in the place of, asks for it.
@_cdecl("LLVMFuzzerTestOneInput")
public func check(_ start: UnsafePointer<UInt8>?, _ length: Int) -> CInt {
  let broken = brokenOnTheWholePath(of: Array(UnsafeBufferPointer(start: start, count: length)))
  guard let first = broken.first else { return 0 }
  _ = "broken: \(first)\n".withCString { write(2, $0, strlen($0)) }
  abort()
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runDriver(&count, &arguments, check))
