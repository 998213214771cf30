public import MarkdownTree

/// What holds for the document of any bytes; gives the claims that are broken.
public func brokenInvariants(_ document: Document) -> [String] {
  var broken: [String] = []
  func check(_ claim: Bool, _ text: @autoclosure () -> String) {
    if !claim, broken.count < 5 { broken.append(text()) }
  }
  let bytes = document.source.bytes
  let whole = SourceSpan(0, bytes.count)
  check(document.plain.count == bytes.count, "plain has another length")
  check(document.styles.count == bytes.count, "styles have another length")
  check(document.blocks.first?.span == whole, "the document does not span the source")
  for line in 1..<max(1, document.source.lineCount) {
    check(document.plain[document.source.start(ofLine: line) - 1] == 0x0A, "no line feed ends line \(line)")
  }
  check(
    document.plain.count { $0 == 0x0A } == document.source.lineCount - 1, "plain has other line ends")
  for (index, block) in document.blocks.enumerated() {
    let parent = document.blocks[block.parent]
    check(whole.contains(block.span), "block \(index) is out of bounds")
    check(
      parent.span.contains(block.span),
      "block \(index) \(block.kind) \(block.span) leaves \(parent.kind) \(parent.span)")
    check(index == 0 || block.parent < index, "block \(index) stands before its parent")
    check(block.end > index && block.end <= parent.end, "block \(index) ends outside its parent")
    check(
      parent.lines.lowerBound <= block.lines.lowerBound && block.lines.upperBound <= parent.lines.upperBound,
      "the lines of block \(index) leave its parent")
    for line in block.lines {
      check(block.span.contains(document.lines[line].span), "line \(line) leaves block \(index)")
    }
  }
  var previous = SourceSpan(0, 0)
  for (index, line) in document.lines.enumerated() {
    check(!line.span.isEmpty && line.span.start >= previous.end, "line \(index) is out of order or empty")
    check(document.source.span(ofLine: line.number).contains(line.span), "line \(index) is not on its line")
    check(document.blocks[line.block].lines.contains(index), "line \(index) is not in its block")
    if let marker = line.marker {
      check(whole.contains(marker.span), "the marker of line \(index) is out of bounds")
    }
    previous = line.span
  }
  for spans in [
    document.links.map(\.span), document.images.map(\.span), document.comments, document.garbled.map(\.span),
  ] {
    for span in spans { check(whole.contains(span) && !span.isEmpty, "\(span) is out of bounds") }
    check(zip(spans, spans.dropFirst()).allSatisfy { $0 <= $1 }, "spans are out of order")
  }
  return broken
}
