import MarkdownTree
public import PostmortemModel
public import PostmortemRules

/// What mending must keep in any report. Gives the claims that are broken.
public func brokenByMending(_ before: Postmortem, by linter: Linter, withSuggestions: Bool) -> [String] {
  var broken = brokenByApplying(linter.findings(in: before), to: before.document.source)
  func check(_ claim: Bool, _ text: @autoclosure () -> String) {
    if !claim { broken.append(text()) }
  }
  let fixer = Fixer(linter: linter, includesSuggestions: withSuggestions)
  let outcome = fixer.mend(before)
  let after = outcome.postmortem
  let (old, text) = (before.document.source.bytes, after.document.source.bytes)
  check(outcome.fighting.isEmpty, "\(outcome.fighting) fight")
  check(fixer.mend(after).postmortem.document.source.bytes == text, "mending again changes the text")
  check(!after.hasLost(anythingOf: before), "something is lost")
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  check(text.starts(with: mark) == old.starts(with: mark), "the byte-order mark")
  check(!outcome.applied.isEmpty || text == old, "the text changes without a fix")
  if !withSuggestions {
    let errors = { Linter(showsAll: true).findings(in: $0).count { $0.severity == .error } }
    check(errors(after) <= errors(before), "there are new errors")
  }
  let ends = { (bytes: [UInt8]) in bytes.count { $0 == 0x0A } - bytes.count { $0 == 0x0D } }
  check(!old.contains(0x0A) || ends(old) != 0 || ends(text) == 0, "line ends are mixed")
  return broken
}

/// What lies outside the edits of a round comes out as it was, in its order, and nothing else but the edits' texts.
private func brokenByApplying(_ findings: [Finding], to source: SourceText) -> [String] {
  let application = FixApplier(findings, to: source)
  let edits = application.applied.flatMap { $0.fix?.edits ?? [] }.enumerated()
    .sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }.map(\.element)
  var expected: [UInt8] = []
  var rest: [ArraySlice<UInt8>] = []
  var offset = 0
  for edit in edits {
    rest.append(source.bytes[min(offset, edit.span.start)..<edit.span.start])
    expected += source.bytes[min(offset, edit.span.start)..<edit.span.start] + Array(edit.replacement.utf8)
    offset = edit.span.end
  }
  rest.append(source.bytes[offset...])
  expected += source.bytes[offset...]
  let isPlain = !source.bytes.contains(0x0D) && source.bytes.last == 0x0A && source.bytes.first != 0xEF
  if isPlain, application.bytes != expected { return ["edits change more than they say"] }
  var result = application.bytes[...]
  for piece in rest where !piece.isEmpty {
    guard let range = result.firstRange(of: piece) else { return ["text outside the edits is gone"] }
    result = result[range.upperBound...]
  }
  return []
}
