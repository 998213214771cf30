/// Text of unknown origin as plain words in a cell of a Markdown table.
enum MarkdownText {
  private static let marks = Set("\\`*_[]<>&|~#!$".unicodeScalars)

  /// Nothing in it is markup, a link, a reference to an issue, an emoji or a call for a person.
  static func cell(_ text: String) -> String {
    var cell = ""
    let scalars = Array(SafeText.line(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "@" {
        // Code hosts notify whoever is named so, escaped or not, unless something stands between.
        cell += "@<!-- -->"
        continue
      }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let opensName = scalar == ":" && (next == "/" || next == ":" || next.properties.isAlphabetic)
      if opensName || marks.contains(scalar) { cell += "\\" }
      cell.unicodeScalars.append(scalar)
    }
    return cell
  }
}
