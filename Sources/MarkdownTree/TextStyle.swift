/// How one byte of the source is set, as a reader of the rendered page would see it.
public struct TextStyle: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Inside `**…**`, `__…__`, `<b>` or `<strong>`.
  public static let strong = TextStyle(rawValue: 1 << 0)
  /// Inside `*…*`, `_…_`, `<i>` or `<em>`.
  public static let emphasis = TextStyle(rawValue: 1 << 1)
  /// Inside a code span.
  public static let code = TextStyle(rawValue: 1 << 2)
  /// The text of a link, or an autolink or bare URL itself.
  public static let link = TextStyle(rawValue: 1 << 3)
  /// The description of an image: not seen as text, so `plain` holds blanks there.
  public static let image = TextStyle(rawValue: 1 << 4)
  /// Inside `~~…~~`, `<s>` or `<del>`.
  public static let struck = TextStyle(rawValue: 1 << 5)
  /// Markup, not text: delimiters, link targets, tags, comments. `plain` holds blanks there.
  public static let markup = TextStyle(rawValue: 1 << 6)
  /// Part of a garbled character (UTF-8 once read in another encoding).
  public static let garbled = TextStyle(rawValue: 1 << 7)
}
