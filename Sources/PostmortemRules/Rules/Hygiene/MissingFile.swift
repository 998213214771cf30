import PostmortemModel

extension Rule {
  /// A link or image that leads to a file leads to one that is there.
  ///
  /// Graphs and logs are the evidence; a broken image is noticed only when somebody needs it.
  static let missingFile = Rule(
    "missing-file",
    "A link or image whose file is not there",
    severity: .warning,
    precision: .veryHigh,
    page: PackageResources.missing_file_md
  ) { postmortem, _, surroundings in
    guard let fileExists = surroundings.fileExists else { return [] }
    return postmortem.fileReferences.filter { !fileExists($0.path) }.map {
      Violation(
        $0.isImage ? .image($0.path) : .link($0.path), at: $0.span,
        help: "add the file, or correct the path, which starts at the report's folder")
    }
  }
}

extension Message {
  fileprivate static func image(_ path: String) -> Message { "image '\(quote(path))' does not exist" }
  fileprivate static func link(_ path: String) -> Message { "linked file '\(quote(path))' does not exist" }
}
