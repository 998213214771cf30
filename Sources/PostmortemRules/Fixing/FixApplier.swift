public import MarkdownTree

/// Applies the fixes of findings to a text, once: each whole or not at all.
///
/// Of two fixes whose edits meet, the one that begins first is applied. Inserted line ends are those of the text, a
/// byte-order mark stays first, and bytes outside the edits stay as they are.
public struct FixApplier: Sendable {
  /// The text afterwards.
  public let bytes: [UInt8]
  /// The findings whose fixes are in it, by the place of the first edit.
  public let applied: [Finding]
  /// The findings whose fixes met another's edits, or lie outside the text.
  public let skipped: [Finding]

  public init(_ findings: [Finding], to source: SourceText) {
    var claims = EditClaims(length: source.bytes.count, start: source.hasMark ? 3 : 0)
    var applied: [Finding] = []
    var skipped: [Finding] = []
    var edits: [Fix.Edit] = []
    for (finding, fix) in FixApplier.inOrder(findings) {
      let placed = fix.edits.map { source.placed($0) }
      if claims.claim(placed.map(\.span)) {
        applied.append(finding)
        edits += placed
      } else {
        skipped.append(finding)
      }
    }
    self.applied = applied
    self.skipped = skipped
    bytes = FixApplier.apply(edits, to: source)
  }

  private static func inOrder(_ findings: [Finding]) -> [(Finding, Fix)] {
    let fixes = findings.compactMap { finding in
      finding.fix.flatMap { fix in fix.edits.map(\.span).min().map { (start: $0, pair: (finding, fix)) } }
    }
    return fixes.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element.pair)
  }

  private static func apply(_ edits: [Fix.Edit], to source: SourceText) -> [UInt8] {
    if edits.isEmpty { return source.bytes }
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count + 256)
    var offset = 0
    // Insertions come before a replacement at the same place, and keep their order.
    let ordered = edits.enumerated().sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
    for (_, edit) in ordered {
      result += source.bytes[offset..<edit.span.start]
      result += source.replacement(of: edit)
      offset = edit.span.end
    }
    return result + source.bytes[offset...]
  }
}

extension SourceText {
  fileprivate var hasMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// What is to stand at the very beginning stands after a byte-order mark.
  fileprivate func placed(_ edit: Fix.Edit) -> Fix.Edit {
    guard hasMark, edit.span.start < 3 else { return edit }
    return Fix.Edit(SourceSpan(3, max(3, edit.span.end)), edit.replacement)
  }

  /// The replacement with the line ends around its place, and without a line end that the text's end lacks.
  fileprivate func replacement(of edit: Fix.Edit) -> [UInt8] {
    var text = Array(edit.replacement.utf8)
    if edit.span.end == bytes.count, text.last == 0x0A, let last = bytes.last, last != 0x0A, last != 0x0D {
      text.removeLast()
    }
    guard text.contains(0x0A) else { return text }
    let end = lineEnd(near: edit.span.start)
    return end == [0x0A] ? text : text.flatMap { $0 == 0x0A ? end : [$0] }
  }

  /// How the line that holds `offset` ends; for the last line, how the one before it ends.
  private func lineEnd(near offset: Int) -> [UInt8] {
    let line = line(at: offset)
    let ended = line + 1 < lineCount ? line : line - 1
    if ended < 0 { return [0x0A] }
    return Array(bytes[span(ofLine: ended).end..<start(ofLine: ended + 1)])
  }
}

/// Which bytes of a text are taken by edits.
private struct EditClaims {
  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let taken = Marks(rawValue: 1)
    /// Taken, and so is the byte before, by the same edit.
    static let inside = Marks(rawValue: 2)
    /// Something is inserted before it.
    static let insertion = Marks(rawValue: 4)
  }

  private var marks: [Marks]
  private let start: Int

  init(length: Int, start: Int) {
    marks = Array(repeating: [], count: length + 1)
    self.start = start
  }

  /// Takes the places of all edits of a fix, or none.
  mutating func claim(_ spans: [SourceSpan]) -> Bool {
    for (index, span) in spans.enumerated() {
      if isFree(span) {
        mark(span)
      } else {
        for span in spans[..<index] { unmark(span) }
        return false
      }
    }
    return true
  }

  private func isFree(_ span: SourceSpan) -> Bool {
    guard span.start >= start, span.end < marks.count else { return false }
    if span.isEmpty { return !marks[span.start].contains(.inside) }
    return !marks[span.range].contains { $0.contains(.taken) }
      && !marks[(span.start + 1)..<span.end].contains { $0.contains(.insertion) }
  }

  private mutating func mark(_ span: SourceSpan) {
    if span.isEmpty { marks[span.start].insert(.insertion) }
    for offset in span.range { marks[offset].formUnion(offset == span.start ? .taken : [.taken, .inside]) }
  }

  // An insertion mark that two fixes share may go with the first: the other then only guards a little less.
  private mutating func unmark(_ span: SourceSpan) {
    if span.isEmpty { marks[span.start].remove(.insertion) }
    for offset in span.range { marks[offset].subtract([.taken, .inside]) }
  }
}
