import PostmortemRules

/// Colours for a terminal, or none.
struct TextPaint: Sendable {
  static let bold: StaticString = "1"
  static let dim: StaticString = "2"

  let isColored: Bool

  func bold(_ text: String) -> String { paint(text, Self.bold) }
  func dim(_ text: String) -> String { paint(text, Self.dim) }
  func good(_ text: String) -> String { paint(text, "32") }
  func bad(_ text: String) -> String { paint(text, "31") }
  func code(_ text: String) -> String { paint(text, "36") }

  func severity(_ severity: Severity, _ text: String) -> String { paint(text, Self.code(of: severity)) }

  static func code(of severity: Severity) -> StaticString {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    }
  }

  private func paint(_ text: String, _ code: StaticString) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
