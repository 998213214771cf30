/// What changes from one text to another, as `patch` and `git apply -p0` read it.
public struct UnifiedDiff: Sendable {
  /// The lines that are shown around a change.
  private static let context = 3

  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private let changes: [Change]

  /// A run of lines with other lines in their place.
  private struct Change {
    let old: Range<Int>
    let new: Range<Int>
  }

  public init(from old: [UInt8], to new: [UInt8]) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    var changes: [Change] = []
    var (oldEnd, newEnd) = (0, 0)
    for pair in LineMatches(self.old, self.new).pairs + [(self.old.count, self.new.count)] {
      if pair.old > oldEnd || pair.new > newEnd {
        changes.append(Change(old: oldEnd..<pair.old, new: newEnd..<pair.new))
      }
      (oldEnd, newEnd) = (pair.old + 1, pair.new + 1)
    }
    self.changes = changes
  }

  public var isEmpty: Bool { changes.isEmpty }

  /// The whole diff of a file; empty if nothing changes.
  public func bytes(path: String) -> [UInt8] {
    if changes.isEmpty { return [] }
    let name = SafeText.line(path)
    var result = Array("--- \(name)\n+++ \(name)\n".utf8)
    var start = 0
    for index in changes.indices {
      let isLast = index + 1 == changes.count
      let gap = isLast ? 0 : changes[index + 1].old.lowerBound - changes[index].old.upperBound
      if isLast || gap > 2 * Self.context {
        write(changes[start...index], to: &result)
        start = index + 1
      }
    }
    return result
  }

  private func write(_ changes: ArraySlice<Change>, to result: inout [UInt8]) {
    guard let first = changes.first, let last = changes.last else { return }
    let front = min(Self.context, first.old.lowerBound)
    let tail = min(Self.context, old.count - last.old.upperBound)
    let oldLines = (first.old.lowerBound - front)..<(last.old.upperBound + tail)
    let newLines = (first.new.lowerBound - front)..<(last.new.upperBound + tail)
    result += "@@ -\(Self.place(of: oldLines)) +\(Self.place(of: newLines)) @@\n".utf8
    var offset = oldLines.lowerBound
    for change in changes {
      for line in old[offset..<change.old.lowerBound] { Self.write(" ", line, to: &result) }
      for line in old[change.old] { Self.write("-", line, to: &result) }
      for line in new[change.new] { Self.write("+", line, to: &result) }
      offset = change.old.upperBound
    }
    for line in old[offset..<oldLines.upperBound] { Self.write(" ", line, to: &result) }
  }

  /// "12,3": the first line and how many; of no lines the one before.
  private static func place(of lines: Range<Int>) -> String {
    let first = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(first)" : "\(first),\(lines.count)"
  }

  private static func write(_ mark: String, _ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    result += mark.utf8
    result += line
    if line.last != 0x0A { result += "\n\\ No newline at end of file\n".utf8 }
  }

  /// The lines with their line feeds, which alone end a line in a diff.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }
}
