import MarkdownTree

/// Finds where a task is tracked: a link to an issue, a change or a ticket, or its key ("#123", "OPS-42").
struct TrackerReader {
  let text: ReportText

  func tracker(in lines: [Int]) -> SourceSpan? {
    for line in lines {
      let link = links(in: text.lines[line].span).first { pointsToTracker($0) }
      if let link { return link.text.isEmpty ? link.span : link.text }
      if let key = teamKey(in: line) ?? issueKey(in: line) { return key }
    }
    return nil
  }

  /// The ticket that a heading links to stands for all items below.
  func tracker(ofHeading line: Int) -> SourceSpan? {
    links(in: text.lines[line].span).first { pointsToTracker($0) }?.text
  }

  // MARK: Links

  private func links(in span: SourceSpan) -> ArraySlice<Link> {
    let all = text.document.links
    let first = all.partitioningIndex { $0.span.start >= span.start }
    let end = all.partitioningIndex { $0.span.start >= span.end }
    return all[first..<max(first, end)]
  }

  /// Parts of the addresses of issues, changes and tickets.
  private static let addresses: [[UInt8]] = [
    "/issues", "/issue/", "/pull", "/merge_requests", "/browse/", "jira", "ticket", "trello.com",
    "linear.app",
    "bugzilla", "/bugs", "asana.com", "/tracker", "/work_items", "youtrack", "/commit/", "redmine",
    "phabricator",
    "/-/",
  ].map { Array($0.utf8) }

  private func pointsToTracker(_ link: Link) -> Bool {
    let target = link.target ?? link.text
    let address = text.source.bytes[target.range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if TrackerReader.addresses.contains(where: { contains(address, $0) }) { return true }
    return text.source.bytes[link.text.range].first == UInt8(ascii: "#")
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count else { return false }
    return (0...(bytes.count - part.count)).contains {
      bytes[$0] == part[0] && bytes[$0..<$0 + part.count].elementsEqual(part)
    }
  }

  // MARK: Keys

  private func issueKey(in line: Int) -> SourceSpan? {
    for word in text.wordRanges[line] where text.words[word].isNumber {
      let span = text.words[word].span
      guard span.start > 0 else { continue }
      if text.isMark(span.start - 1, of: "#"), span.start < 2 || !isWordByte(text.plain[span.start - 2]) {
        return SourceSpan(span.start - 1, span.end)
      }
      guard word > text.wordRanges[line].lowerBound, text.isMark(span.start - 1, of: "-") else { continue }
      let key = text.words[word - 1]
      if Int(key.end) == span.start - 1, key.isShouted, key.end - key.start >= 2, !isStandard(key.span) {
        return SourceSpan(Int(key.start), span.end)
      }
    }
    return nil
  }

  /// A key in a form of the team's own, with no letter or digit on either side.
  private func teamKey(in line: Int) -> SourceSpan? {
    if text.dialect.trackers.isEmpty { return nil }
    let span = text.lines[line].span
    let limit = min(span.end, text.plain.count)
    return text.plain.withUnsafeBufferPointer { plain in
      for start in span.start..<max(span.start, limit)
      where plain[start] > 0x20 && (start == span.start || !isWordByte(plain[start - 1])) {
        for pattern in text.dialect.trackers {
          if let end = pattern.end(in: plain, from: start, to: min(limit, start + TrackerReader.longest)),
            end == limit || !isWordByte(plain[end]) || !isWordByte(plain[end - 1])
          {
            return SourceSpan(start, end)
          }
        }
      }
      return nil
    }
  }

  /// No key is longer.
  private static let longest = 64

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  private static let standards: Set<String> = [
    "UTF", "SHA", "ISO", "RFC", "CVE", "HTTP", "TLS", "AES", "UTC", "GMT", "SEV", "P", "COVID", "EC", "MD",
    "GPT",
    "TCP", "UDP", "IP", "IPV", "RAID", "TOP",
  ]

  /// Names that look like keys: "UTF-8", "SHA-256".
  private func isStandard(_ span: SourceSpan) -> Bool {
    TrackerReader.standards.contains(String(decoding: text.plain[span.range], as: UTF8.self))
  }
}
