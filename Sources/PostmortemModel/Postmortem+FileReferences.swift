public import MarkdownTree

/// A link or image whose target is a file beside the report.
public struct FileReference: Sendable {
  /// The path relative to the report's folder, decoded, without fragment and query.
  public let path: String
  public let isImage: Bool
  /// The place of the target.
  public let span: SourceSpan
}

extension Postmortem {
  /// The links and images that lead to files, in source order. Not those of which only a site's generator knows where they
  /// lead: absolute paths, paths without a file's ending, and web pages.
  public var fileReferences: [FileReference] {
    let source = document.source
    return
      (document.links.compactMap { FileReference($0, isImage: false, source) }
      + document.images.compactMap { FileReference($0, isImage: true, source) })
      .sorted { $0.span < $1.span }
  }
}

extension FileReference {
  fileprivate init?(_ link: Link, isImage: Bool, _ source: SourceText) {
    // An autolink is its own text.
    guard let target = link.target, target != link.text else { return nil }
    let bytes = source.bytes[target.range]
    let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.endIndex
    guard let path = RelativePath(bytes[..<end]) else { return nil }
    self.init(path: path.text, isImage: isImage, span: target)
  }
}

/// The path of a file as a link writes it.
private struct RelativePath {
  let text: String

  /// Nil for what is no path of a file: a page elsewhere, an address, a form's blank.
  init?(_ written: ArraySlice<UInt8>) {
    guard let first = written.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\"),
      !RelativePath.hasScheme(written), !written.contains(where: { "{}<>$*|@".utf8.contains($0) })
    else { return nil }
    var path = RelativePath.decoded(written)
    while path.starts(with: Array("./".utf8)) { path.removeFirst(2) }
    guard RelativePath.namesFile(path) else { return nil }
    text = String(decoding: path, as: UTF8.self)
  }

  private static func hasScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes {
      if byte == UInt8(ascii: ":") { return true }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") && bytes.first == byte { return false }
    }
    return false
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.endIndex, let high = digit(bytes[offset + 1]),
        let low = digit(bytes[offset + 2])
      {
        result.append(high << 4 | low)
        offset += 3
        continue
      }
      let isEscape = bytes[offset] == UInt8(ascii: "\\") && offset + 1 < bytes.endIndex
      if !isEscape { result.append(bytes[offset]) }
      offset += 1
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }

  /// Whether the path ends in a file's ending, and not in that of a page that a generator makes.
  private static func namesFile(_ path: [UInt8]) -> Bool {
    let slash = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    guard !path.contains(0), let dot = path[slash...].lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = path[(dot + 1)...].map { $0 | 0x20 }
    let isWord = ending.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    return isWord && (1...5).contains(ending.count) && ending.contains { $0 >= 0x61 }
      && dot > slash && ending != Array("html".utf8) && ending != Array("htm".utf8)
  }
}
