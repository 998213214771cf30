/// Which files of a folder are taken for reports, by their names.
enum ReportName {
  private static let endings = [".md", ".markdown", ".qmd", ".md.erb"].map { Array($0.utf8) }

  /// Files about the repository, not reports, unless somebody names them.
  private static let passedOver: Set<[UInt8]> = Set(
    ["readme", "changelog", "contributing", "code_of_conduct", "security", "license", "index", "_index"]
      .map { Array($0.utf8) })

  static func isReport(_ name: [UInt8]) -> Bool {
    if isHidden(name) { return false }
    let lower = name.map { UInt8(ascii: "A") <= $0 && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    guard endings.contains(where: { lower.count > $0.count && lower.suffix($0.count) == $0[...] }) else {
      return false
    }
    return !passedOver.contains(Array(lower.prefix { $0 != UInt8(ascii: ".") }))
  }

  /// Whether it is a file about the repository.
  static func isPassedOver(_ name: [UInt8]) -> Bool {
    let lower = name.map { UInt8(ascii: "A") <= $0 && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    return passedOver.contains(Array(lower.prefix { $0 != UInt8(ascii: ".") }))
  }

  static func isHidden(_ name: [UInt8]) -> Bool { name.first == UInt8(ascii: ".") }
}
