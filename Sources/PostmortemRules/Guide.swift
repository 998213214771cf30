/// A page that explains something of pmlint that is no rule.
public struct Guide: Sendable {
  public let name: String
  /// In Markdown.
  public let page: [UInt8]

  public static let all = [Guide(name: "completeness", page: PackageResources.completeness_md)]
}
