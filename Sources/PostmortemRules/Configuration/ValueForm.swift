/// What a key's value may be. The check of a file and its JSON Schema both go by it.
package indirect enum ValueForm: Sendable {
  /// Any text; what is expected, for people.
  case text(String)
  /// A text that YAML may take for a number: "0.1".
  case version(String)
  /// One of these; the noun names them.
  case choice([String], String)
  case number(ClosedRange<Int>)
  /// One that stands alone is a list of one.
  case list(ValueForm)
  case record([Member])
  /// A mapping from names that are known; the noun names them.
  case table([String], String, ValueForm)
  /// A mapping from names of the writer's own to profiles, which `ProfileReader` reads.
  case profiles
  /// A section's kind or topic, or a kind of the writer's own.
  case part
  /// A mapping from names of the writer's own.
  case names(ValueForm)
  /// A word or phrase.
  case words

  package struct Member: Sendable {
    package let name: String
    package let about: String
    package let form: ValueForm
    package let isRequired: Bool

    package init(name: String, about: String = "", form: ValueForm, isRequired: Bool = false) {
      self.name = name
      self.about = about
      self.form = form
      self.isRequired = isRequired
    }
  }

  /// What is expected, for people.
  var expectation: String {
    switch self {
    case .text(let expected), .version(let expected): expected
    case .choice(_, let noun): noun
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .list(let element): "a list: \(element.expectation)"
    case .record: "a mapping of keys"
    case .table(_, let noun, let value): "a mapping from each \(noun) to \(value.expectation)"
    case .profiles: "a mapping from names to profiles"
    case .part: "the name of a section such as summary or root-cause"
    case .names(let value): "a mapping from names of your own to \(value.expectation)"
    case .words: "a word or phrase"
    }
  }

  /// Whether a name may be one of the writer's own: "customer-letter". The schema has the same as a pattern.
  static func isName(_ text: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard let first = text.utf8.first, letters.contains(first) else { return false }
    return text.utf8.allSatisfy {
      letters.contains($0) || $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
    }
  }

  package static let namePattern = "^[a-z][a-z0-9-]*$"
}
