import Foundation
import TestSupport

/// The built program, run as people run it.
struct Program {
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32
  }

  /// A program that hangs is ended after so many seconds, so that the tests end, too. It then dies of a signal.
  private static let patience =
    ProcessInfo.processInfo.environment["PMLINT_PATIENCE"].flatMap { Double($0) } ?? 60

  /// Beside the test bundle, where the build puts it.
  static let url: URL? = {
    let bundles = Bundle.allBundles.map(\.bundleURL) + CommandLine.arguments.map { URL(filePath: $0) }
    let folders = bundles.filter { $0.path.contains(".xctest") }.flatMap { url in
      // On macOS the bundle is a folder, and the argument a file inside it.
      (1...4).map { depth in (0..<depth).reduce(url) { url, _ in url.deletingLastPathComponent() } }
    }
    return (folders + [packageFolder.appending(path: ".build/debug")]).map { $0.appending(path: "pmlint") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath }
  }()

  static func run(
    _ arguments: [String], in folder: URL, input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(url, arguments, in: folder, input: input, environment: environment)
  }

  /// Any program, in the same way.
  static func run(
    _ url: URL?, _ arguments: [String], in folder: URL, input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // What a sanitizer is told holds for the program, too.
    let told = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    process.environment = environment.merging(told) { $1 }
    // Files, not pipes: a pipe that nobody empties would hold the program up.
    let names = ["output", "errors", "input"].map { folder.appending(path: ".\(UUID().uuidString).\($0)") }
    for name in names { _ = FileManager.default.createFile(atPath: name.path, contents: Data()) }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    try Data((input ?? "").utf8).write(to: names[2])
    let output = try FileHandle(forWritingTo: names[0])
    let errors = try FileHandle(forWritingTo: names[1])
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = try FileHandle(forReadingFrom: names[2])
    try process.run()
    let deadline = Date(timeIntervalSinceNow: patience)
    while process.isRunning, Date.now < deadline { Thread.sleep(forTimeInterval: 0.002) }
    // Not a polite request: the test runner's children inherit its blocked signals.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return Outcome(
      output: try String(decoding: Data(contentsOf: names[0]), as: UTF8.self),
      errors: try String(decoding: Data(contentsOf: names[1]), as: UTF8.self),
      status: process.terminationStatus)
  }
}

/// A folder of its own for one test, gone afterwards.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "pmlint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(arguments, in: url, input: input, environment: environment)
  }
}
