public import Foundation

/// The files that make up a rule: its source and its page. All names derive from the file's stem.
public struct RuleFile: Sendable {
  /// "UnownedTask".
  public let stem: String
  /// "tasks".
  public let category: String
  public let url: URL

  /// "unownedTask".
  public var member: String { stem.prefix(1).lowercased() + stem.dropFirst() }

  /// "unowned-task".
  public var id: String {
    stem.reduce(into: "") { id, character in
      if character.isUppercase, !id.isEmpty { id.append("-") }
      id.append(character.lowercased())
    }
  }

  public var page: URL { RuleFile.pages.appending(path: "\(id).md") }

  static let sources = packageFolder.appending(path: "Sources/PostmortemRules")
  public static let pages = sources.appending(path: "Pages")
  public static let catalog = sources.appending(path: "RuleCatalog+Generated.swift")

  /// All rules, by category and name.
  public static func all() throws -> [RuleFile] {
    let folders = try TestSupport.contents(of: sources.appending(path: "Rules"))
    return try folders.flatMap { folder in
      try TestSupport.contents(of: folder).map { file in
        RuleFile(
          stem: file.deletingPathExtension().lastPathComponent,
          category: folder.lastPathComponent.lowercased(),
          url: file)
      }
    }
  }

  /// The text of `RuleCatalog+Generated.swift`, made from file names alone.
  public static func catalogText() throws -> String {
    let lines = try all().map { "    \($0.member).filed(under: .\($0.category)),\n" }.joined()
    return """
      // Made from the names of the files in Rules/. Do not edit: `PMLINT_BLESS=1 swift test` writes it anew.

      extension Rule {
        /// Every rule, by category and name.
        public static let all: [Rule] = [
      \(lines)  ]
      }

      """
  }
}
