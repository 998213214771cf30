/// Words in lines of a width.
enum PageText {
  /// - Parameters:
  ///   - hanging: how many blanks stand before each line but the first.
  ///   - opening: what stands before the first, which is not counted.
  static func wrapped(_ words: [Substring], width: Int, hanging: Int = 0, opening: String = "") -> String {
    var lines: [String] = []
    var line = ""
    for word in words {
      if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        lines.append(line)
        line = String(word)
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return opening + (lines + [line]).joined(separator: "\n" + String(repeating: " ", count: hanging))
  }
}
