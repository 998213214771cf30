import Foundation
import TestSupport
import Testing

@testable import PostmortemModel

/// The lexicon that pmlint starts with says what the files of `Vocabulary/` say.
@Suite struct LexiconSnapshotTests {
  @Test func snapshotIsFresh() throws {
    let model = packageFolder.appending(path: "Sources/PostmortemModel")
    let compiler = try LexiconCompiler(of: model.appending(path: "Vocabulary"))
    expectContent(compiler.snapshot, of: model.appending(path: "Snapshot/lexicon.bin"))
  }
}
