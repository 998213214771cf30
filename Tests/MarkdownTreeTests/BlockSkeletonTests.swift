import Invariants
import Testing

@testable import MarkdownTree

@Suite struct BlockSkeletonTests {
  private func outlines(of bytes: [UInt8]) -> (whole: [OutlineBlock], shown: [OutlineBlock]) {
    let source = SourceText(bytes.map { $0 == 0 ? Ascii.space : $0 })
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let skeleton = BlockSkeleton(of: source.bytes, lines: source).bytes
    return (
      CMarkReader.outline(of: source.bytes, hasByteOrderMark: hasMark),
      CMarkReader.outline(of: skeleton, hasByteOrderMark: hasMark)
    )
  }

  @Test func linesAreCutBehindTheirFirstLetter() {
    let source = SourceText("- **Bold** text\n1. 09:15 up *x*\r\n> é\n\n[a]: b\nc `d`\n\n```sh x\n")
    let shown = BlockSkeleton(of: source.bytes, lines: source).bytes
    let expected: [UInt8] =
      Array("- **B\n1. 09:15 u\r\n> ".utf8) + [0xC3] + Array("\n\n[a]: b\nc `d`\n\n```sh x\n".utf8)
    #expect(shown == expected)
  }

  @Test(arguments: 0..<20)
  func theBlocksAreThoseOfTheWholeText(batch: Int) {
    for seed in batch * 1000..<(batch + 1) * 1000 {
      let bytes = nastyDocument(seed: UInt64(seed))
      let (whole, shown) = outlines(of: bytes)
      #expect(whole == shown, "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(arguments: [
    "<!-- a\nb c --> d\ne\n", "<script>\na </script> b\n\nc\n", "<?a\nb ?> c\n- d\n",
    "<![CDATA[\na ]]> b\n# c\n",
    "[a\nb]: c\n'd\ne'\nf\n", "> [a]:\n> b\n> 'c\n> d'\n", "a\n```b`c\nd\n```\n", "~~~ a`b\nc\n",
    "<a b\nc>\n",
    "<pre\na>b</pre>\nc\n", "a <!-- b\n- c --> d\n",
  ])
  func whatTheRestOfALineDecidesIsKept(text: String) {
    let (whole, shown) = outlines(of: Array(text.utf8))
    #expect(whole == shown)
  }
}
