import CCMark

/// The Markdown library underneath.
public enum CMark {
  /// The version of libcmark that the program runs with: "0.30.2".
  public static var version: String {
    let packed = cmark_version()
    return "\(packed >> 16).\(packed >> 8 & 0xFF).\(packed & 0xFF)"
  }
}
