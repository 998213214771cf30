import Foundation
import Invariants
import MarkdownTree
import TestSupport
import Testing

/// Runs on a folder of Markdown files beside the package where one is present; passes without.
@Suite struct CorpusTests {
  private static var files: [URL] {
    let folder = packageFolder.deletingLastPathComponent().appending(path: "shared/corpus/dev")
    let manager = FileManager.default
    let files = (try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "md" }
  }

  @Test func realReportsKeepTheInvariants() throws {
    for file in Self.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let broken = brokenInvariants(Document(parsing: SourceText(bytes)))
      #expect(broken.isEmpty, "\(file.lastPathComponent)")
      // A line cut off at any place must do no harm either.
      let half = Array(bytes.prefix(bytes.count / 2))
      #expect(brokenInvariants(Document(parsing: SourceText(half))).isEmpty, "\(file.lastPathComponent)")
    }
  }

  /// Every word of a report that is no markup must be seen: what `plain` hides is markup, a blank or a garbled run.
  @Test func nothingVisibleIsLost() throws {
    for file in Self.files {
      let document = Document(parsing: SourceText([UInt8](try Data(contentsOf: file))))
      var seen = [Bool](repeating: false, count: document.plain.count)
      for line in document.lines { for offset in line.span.range { seen[offset] = true } }
      for (offset, byte) in document.plain.enumerated() where byte > 0x20 {
        #expect(seen[offset], "\(file.lastPathComponent) at \(document.source.position(of: offset))")
      }
    }
  }
}
