import MarkdownTree
public import PostmortemModel
public import PostmortemRules

/// What holds for the findings in any text: sorted, on places that can be shown, with fixes that can be applied. Gives the
/// claims that are broken.
public func brokenInvariants(_ findings: [Finding], in postmortem: Postmortem) -> [String] {
  let borders = CharacterBorders(postmortem.document.source.bytes)
  var broken: [String] = []
  for finding in findings {
    if !borders.admit(finding.span) { broken.append("\(finding.rule) at \(finding.span)") }
    if finding.message.isEmpty { broken.append("\(finding.rule) says nothing") }
    guard let fix = finding.fix else { continue }
    let spans = fix.edits.map(\.span).sorted()
    if spans.isEmpty { broken.append("the fix of \(finding.rule) does nothing") }
    if !spans.allSatisfy(borders.admit) { broken.append("the fix of \(finding.rule) cuts at \(spans)") }
    if zip(spans, spans.dropFirst()).contains(where: { $0.end > $1.start }) {
      broken.append("the fix of \(finding.rule) meets itself at \(spans)")
    }
  }
  let keys = findings.map { ($0.span, $0.rule) }
  if !zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) { broken.append("findings are out of order") }
  return broken
}
