import Invariants
import MarkdownTree
import TestSupport
import Testing

@Suite struct PropertyTests {
  @Test(arguments: 0..<20)
  func nastyDocumentsKeepTheInvariants(batch: Int) {
    for seed in batch * 200..<(batch + 1) * 200 {
      let bytes = nastyDocument(seed: UInt64(seed))
      let broken = brokenInvariants(Document(parsing: SourceText(bytes)))
      #expect(broken.isEmpty, "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test func randomBytesKeepTheInvariants() {
    var lottery = Lottery(seed: 7)
    for _ in 0..<200 {
      let count = Int.random(in: 0...300, using: &lottery)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &lottery) }
      #expect(brokenInvariants(Document(parsing: SourceText(bytes))).isEmpty)
    }
  }

  @Test func parsingIsDeterministic() {
    for seed in 0..<100 {
      let source = SourceText(nastyDocument(seed: UInt64(seed)))
      #expect(treeDump(Document(parsing: source)) == treeDump(Document(parsing: source)))
    }
  }
}
