/// A place in a file: the half-open range `start ..< end` of byte offsets in its UTF-8 text.
///
/// The only unit of position in the library. `SourceText` turns it into lines and columns.
public struct SourceSpan: Hashable, Sendable {
  // 32 bits each: a file over 4 GiB is refused before it is read, and lists of spans stay small.
  private let lower: UInt32
  private let upper: UInt32

  /// The offset of the first byte.
  public var start: Int { Int(lower) }
  /// The offset after the last byte.
  public var end: Int { Int(upper) }
  /// The number of bytes.
  public var length: Int { Int(upper) - Int(lower) }
  public var isEmpty: Bool { lower == upper }
  public var range: Range<Int> { start..<end }

  /// The span of `start ..< end`; an `end` before `start` gives the empty span at `start`.
  public init(_ start: Int, _ end: Int) {
    lower = UInt32(clamping: start)
    upper = UInt32(clamping: max(start, end))
  }

  public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// Whether all of `other` lies in this span.
  public func contains(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }
  /// Whether the byte at `offset` lies in this span.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether the two share a byte.
  public func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }
  /// The smallest span that holds both.
  public func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start), max(end, other.end))
  }
}

extension SourceSpan: Comparable {
  public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    left.lower != right.lower ? left.lower < right.lower : left.upper < right.upper
  }
}

extension SourceSpan: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}
