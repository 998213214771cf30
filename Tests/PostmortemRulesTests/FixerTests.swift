import Foundation
import Invariants
import MarkdownTree
import PostmortemModel
import PostmortemRules
import TestSupport
import Testing

/// What mending must keep, on the fixtures, the rules' pages, the files of a corpus where one is present, and on
/// variants of all of them.
@Suite struct FixerTests {
  private static let fixtures = fixtureNames(in: "Postmortems", extension: "md").map {
    fixtureBytes("Postmortems/\($0).md")
  }

  private static let corpus: [[UInt8]] = {
    let folder = packageFolder.deletingLastPathComponent().appending(path: "shared/corpus/dev")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "md" }.compactMap {
      (try? Data(contentsOf: $0)).map { [UInt8]($0) }
    }
  }()

  @Test(arguments: [false, true])
  func fixturesKeepTheProperties(withSuggestions: Bool) {
    for (index, bytes) in Self.fixtures.enumerated() {
      for variant in variants(of: bytes) { check(variant, withSuggestions, "fixture \(index)") }
    }
  }

  @Test(arguments: [false, true])
  func corpusKeepsTheProperties(withSuggestions: Bool) {
    for (index, bytes) in Self.corpus.enumerated() { check(bytes, withSuggestions, "file \(index)") }
  }

  @Test(arguments: [false, true])
  func pagesKeepTheProperties(withSuggestions: Bool) {
    for rule in Rule.all {
      for example in RulePage(String(decoding: rule.page, as: UTF8.self)).examples {
        check(Array(example.text.utf8), withSuggestions, "line \(example.line) of \(rule.id).md")
      }
    }
  }

  /// Lines of the fixtures mixed, doubled, cut and broken.
  @Test(arguments: [false, true])
  func generatedTextsKeepTheProperties(withSuggestions: Bool) {
    let lines = Self.fixtures.flatMap { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    var random = Lehmer(seed: 11)
    for number in 0..<150 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        guard var line = lines.randomElement(using: &random).map({ Array($0) }) else { continue }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: line = line.flatMap { $0 >= 0x80 ? Array("\(Unicode.Scalar($0))".utf8) : [$0] }
        case 1: line += [0x0A] + line
        case 2: line = Array(line.dropLast(Int.random(in: 0...max(0, line.count), using: &random)))
        case 3: line.append(UInt8.random(in: 0x80...0xFF, using: &random))
        default: break
        }
        text += line + (Bool.random(using: &random) ? [0x0A] : [0x0A, 0x0A])
      }
      check(text, withSuggestions, "generated \(number)")
    }
  }

  private func variants(of bytes: [UInt8]) -> [[UInt8]] {
    [
      bytes, [0xEF, 0xBB, 0xBF] + bytes, bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] },
      Array(bytes.dropLast()), Array(bytes.prefix(bytes.count / 2)), bytes + bytes,
    ]
  }

  private func check(_ bytes: [UInt8], _ withSuggestions: Bool, _ name: String) {
    let broken = brokenByMending(
      Postmortem(reading: SourceText(bytes)), by: Linter(), withSuggestions: withSuggestions)
    #expect(broken.isEmpty, "\(name)")
  }

  @Test func rulesThatFightAreNamedAndLeftAlone() {
    let make = { (id: String, from: String, to: String) in
      Rule(id, "", severity: .info, page: []) { postmortem in
        let text = String(decoding: postmortem.document.source.bytes, as: UTF8.self)
        guard let range = text.range(of: from) else { return [] }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let span = SourceSpan(start, start + from.utf8.count)
        return [Violation("x", at: span, fix: Fix("x", edits: [Fix.Edit(span, to)], safety: .safe))]
      }
    }
    let text =
      String(decoding: fixtureBytes("Postmortems/exemplary.md"), as: UTF8.self) + "\nalfa bravo charlie\n"
    let rules = [
      make("a-b", "alfa", "bravura"), make("b-a", "bravura", "alfa"), make("c", "charlie", "delta"),
    ]
    let fixer = Fixer(linter: Linter(rules: rules))
    let outcome = fixer.mend(Postmortem(reading: SourceText(text)))
    let mended = outcome.postmortem.document.source.bytes
    #expect(outcome.fighting == ["a-b", "b-a"])
    #expect(Set(outcome.applied.map(\.rule)) == ["c"])
    #expect(mended == Array(text.replacing("charlie", with: "delta").utf8))
    #expect(fixer.mend(outcome.postmortem).postmortem.document.source.bytes == mended)
  }
}

/// Random numbers that are the same in every run.
private struct Lehmer: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state = state &* 0xD134_2543_DE82_EF95 &+ 0x2545_F491_4F6C_DD1D
    return state ^ state >> 29
  }
}
