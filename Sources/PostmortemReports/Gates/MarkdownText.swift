/// Text of unknown origin as plain words in a cell of a Markdown table.
enum MarkdownText {
  private static let marks = Set("\\`*_[]<>&|~#!$:".unicodeScalars)

  /// Nothing in it is markup, a link, a reference to an issue or a call for a person.
  static func cell(_ text: String) -> String {
    var cell = ""
    for scalar in SafeText.line(text).unicodeScalars {
      if scalar == "@" {
        // Code hosts notify whoever is named so, escaped or not, unless something stands between.
        cell += "@<!-- -->"
      } else {
        if marks.contains(scalar) { cell += "\\" }
        cell.unicodeScalars.append(scalar)
      }
    }
    return cell
  }
}
