import Foundation
import Invariants
import TestSupport
import Testing

/// What `make fuzz` looks for, on what it has found so far and on texts of our own.
@Suite struct WholePathTests {
  /// Texts that broke a claim once, and small ones that reach most of what all that was tried has reached.
  @Test func foundTextsKeepTheInvariants() throws {
    let files = try contents(of: fixture("Fuzz"))
    #expect(!files.isEmpty)
    for file in files {
      let broken = brokenOnTheWholePath(of: fixtureBytes("Fuzz/\(file.lastPathComponent)"))
      #expect(broken.isEmpty, "\(file.lastPathComponent)")
    }
  }

  @Test func fixturesKeepTheInvariants() {
    for folder in ["Postmortems", "Markdown"] {
      for name in fixtureNames(in: folder, extension: "md") {
        let broken = brokenOnTheWholePath(of: fixtureBytes("\(folder)/\(name).md"))
        #expect(broken.isEmpty, "\(name)")
      }
    }
  }

  @Test(arguments: 0..<10)
  func nastyDocumentsKeepTheInvariants(batch: Int) {
    let head = Array("# Postmortem: lost mails\n\n## Timeline (UTC)\n\n- 10:00 the service went down\n".utf8)
    for seed in batch * 20..<(batch + 1) * 20 {
      let bytes = head + nastyDocument(seed: UInt64(seed))
      let broken = brokenOnTheWholePath(of: bytes)
      #expect(broken.isEmpty, "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  /// The checks see what they are to see.
  @Test(arguments: [
    ("a.json", "{\"a\": 1"), ("a.json", "\"\u{9B}\""), ("a.xml", "<a><b></a>"), ("a.xml", "<a b=\"c&d\"/>"),
    ("a.xml", "<a>"), ("a.txt", "a\u{1B}[31m"), ("a.md", "a\u{202E}"), ("a.jsonl", "{}\n{\n"),
    ("a.xml", "<a b=\"<\"/>"),
  ])
  func faultsAreSeen(name: String, text: String) {
    #expect(!brokenInvariants(ofText: Array(text.utf8), named: name).isEmpty)
  }

  @Test(arguments: [
    ("a.json", "{\"a\": \"\\u009b\"}\n"),
    ("a.xml", "<?xml version=\"1.0\"?>\n<a b=\"c&amp;\">d\n<e/>&#10;</a>\n"),
    ("a.txt", "a\nb\n"), ("a.jsonl", "{}\n{}\n"),
  ])
  func whatIsWellIsTakenForWell(name: String, text: String) {
    #expect(brokenInvariants(ofText: Array(text.utf8), named: name).isEmpty)
  }
}
