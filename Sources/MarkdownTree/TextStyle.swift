/// How one byte of the source is set, as a reader of the rendered page would see it.
///
/// The styles are computed, not stored, so that asking for one byte's style is no call into this module.
public struct TextStyle: OptionSet, Sendable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Inside `**…**`, `__…__`, `<b>` or `<strong>`.
  @inlinable public static var strong: TextStyle { TextStyle(rawValue: 1 << 0) }
  /// Inside `*…*`, `_…_`, `<i>` or `<em>`.
  @inlinable public static var emphasis: TextStyle { TextStyle(rawValue: 1 << 1) }
  /// Inside a code span.
  @inlinable public static var code: TextStyle { TextStyle(rawValue: 1 << 2) }
  /// The text of a link, or an autolink or bare URL itself.
  @inlinable public static var link: TextStyle { TextStyle(rawValue: 1 << 3) }
  /// The description of an image: not seen as text, so `plain` holds blanks there.
  @inlinable public static var image: TextStyle { TextStyle(rawValue: 1 << 4) }
  /// Inside `~~…~~`, `<s>` or `<del>`.
  @inlinable public static var struck: TextStyle { TextStyle(rawValue: 1 << 5) }
  /// Markup, not text: delimiters, link targets, tags, comments. `plain` holds blanks there.
  @inlinable public static var markup: TextStyle { TextStyle(rawValue: 1 << 6) }
  /// Part of a garbled character (UTF-8 once read in another encoding).
  @inlinable public static var garbled: TextStyle { TextStyle(rawValue: 1 << 7) }
}
