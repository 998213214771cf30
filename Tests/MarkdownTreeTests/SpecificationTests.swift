import Foundation
import Invariants
import MarkdownTree
import TestSupport
import Testing

/// The examples of the CommonMark specification, and those of GitHub's for tables and task boxes, where the specifications
/// lie beside the package.
@Suite struct SpecificationTests {
  struct Example: Sendable, CustomStringConvertible {
    let line: Int
    let markdown: String
    let html: String

    var description: String { "line \(line)" }
  }

  private static let folder = packageFolder.deletingLastPathComponent().appending(path: "shared/data")
  static let commonMark = examples(in: "commonmark-spec-0.30.txt", mark: " example")
  static let tables = examples(in: "gfm-spec.txt", mark: " example table")

  /// The examples of a specification: fences of 32 backticks, a full stop between the two texts, arrows for tabs.
  private static func examples(in file: String, mark: String) -> [Example] {
    guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else { return [] }
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var (start, parts) = (0, [[String]]())
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      if line == fence + mark {
        (start, parts) = (number + 1, [[]])
      } else if line == fence, !parts.isEmpty {
        let texts = parts.map { $0.map { $0.replacing("→", with: "\t") + "\n" }.joined() }
        examples.append(Example(line: start, markdown: texts[0], html: texts.count > 1 ? texts[1] : ""))
        parts = []
      } else if line == ".", parts.count == 1 {
        parts.append([])
      } else if !parts.isEmpty {
        parts[parts.count - 1].append(line)
      }
    }
    return examples
  }

  @Test(.enabled(if: !commonMark.isEmpty, "the specification is not here"))
  func blocksAreThoseOfCMark() {
    #expect(Self.commonMark.count > 600)
    for example in Self.commonMark {
      let document = Document(parsing: SourceText(example.markdown))
      #expect(brokenInvariants(document).isEmpty, "\(example)")
      // Three dashes open front matter here, a full line of it.
      if document.frontMatter != nil { continue }
      #expect(structure(of: document) == structure(byCMark: Array(example.markdown.utf8)), "\(example)")
    }
  }

  /// What is seen of the lines is what libcmark shows there, but for blanks, which stand in the place of markup.
  @Test(.enabled(if: !commonMark.isEmpty, "the specification is not here"))
  func textIsThatOfCMark() {
    var compared = 0
    for example in Self.commonMark {
      let document = Document(parsing: SourceText(example.markdown))
      let bytes = example.markdown.utf8
      // Entities, dashes, HTML and indented code, which is often a slip, we read on purpose in another way.
      let isAlike = bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<") }
      if !isAlike || document.frontMatter != nil { continue }
      if document.blocks.contains(where: { $0.kind == .code(isFenced: false) }) { continue }
      compared += 1
      let ours = document.lines.map { String(decoding: document.plain[$0.span.range], as: UTF8.self) }
        .joined().filter { !$0.isWhitespace }
      #expect(ours == words(byCMark: Array(bytes)).joined(), "\(example)")
    }
    #expect(compared > 300)
  }

  @Test(.enabled(if: !tables.isEmpty, "GitHub's specification is not here"))
  func tablesAreThoseOfGitHub() {
    #expect(Self.tables.count >= 8)
    for example in Self.tables {
      let document = Document(parsing: SourceText(example.markdown))
      #expect(brokenInvariants(document).isEmpty, "\(example)")
      let cells = document.blocks.indices.filter {
        if case .cell = document.blocks[$0].kind { true } else { false }
      }
      let ours = cells.map { index in
        document.blocks[index].lines.map {
          String(decoding: document.plain[document.lines[$0].span.range], as: UTF8.self)
        }
        .joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      // A blank is the backslash before a pipe, which so may keep stars beside it from being emphasis.
      let bare = { (text: String) in text.filter { $0 != " " && $0 != "*" } }
      #expect(ours.map(bare) == Self.cells(of: example.html).map(bare), "\(example)")
    }
  }

  /// The texts of the cells, those left out that a short row gets to fill it.
  private static func cells(of html: String) -> [String] {
    html.components(separatedBy: "\n").filter {
      $0.hasPrefix("<td") || $0.hasPrefix("<th") && !$0.hasPrefix("<thead")
    }
    .map { line in
      var (text, isTag) = ("", false)
      for character in line {
        if character == "<" {
          isTag = true
        } else if character == ">" {
          isTag = false
        } else if !isTag {
          text.append(character)
        }
      }
      return text.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
  }
}
