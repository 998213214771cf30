/// Versions that a configuration may be used with: ">=0.1, <1" or "0.1.0".
struct VersionRange {
  private enum Relation: CaseIterable {
    case atLeast, atMost, above, below, equal

    /// The longer signs first, so that ">=" is not read as ">".
    var sign: String {
      switch self {
      case .atLeast: ">="
      case .atMost: "<="
      case .above: ">"
      case .below: "<"
      case .equal: "="
      }
    }
  }

  private let bounds: [(relation: Relation, version: [Int])]

  /// Nil for a text that names no versions.
  init?(_ text: String) {
    var bounds: [(relation: Relation, version: [Int])] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var rest = part.filter { $0 != " " }
      let relation = Relation.allCases.first { rest.hasPrefix($0.sign) }
      if let relation { rest.removeFirst(relation.sign.count) }
      guard let version = VersionRange.numbers(rest) else { return nil }
      bounds.append((relation ?? .equal, version))
    }
    self.bounds = bounds
  }

  /// A bare "0.1" holds for every 0.1.x.
  func contains(_ version: String) -> Bool {
    guard let numbers = VersionRange.numbers(version) else { return false }
    return bounds.allSatisfy { bound in
      let order = VersionRange.compare(numbers, bound.version)
      return switch bound.relation {
      case .atLeast: order >= 0
      case .atMost: order <= 0
      case .above: order > 0
      case .below: order < 0
      case .equal: order == 0
      }
    }
  }

  private static func numbers(_ text: some StringProtocol) -> [Int]? {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") } ? Int(part) : nil
    }
    let known = numbers.compactMap(\.self)
    return known.count == numbers.count && known.count <= 3 ? known : nil
  }

  /// Compares as many parts as the bound names.
  private static func compare(_ version: [Int], _ bound: [Int]) -> Int {
    for (index, number) in bound.enumerated() {
      let own = index < version.count ? version[index] : 0
      if own != number { return own < number ? -1 : 1 }
    }
    return 0
  }
}
