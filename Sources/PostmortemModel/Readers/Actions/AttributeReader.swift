import MarkdownTree

/// Reads who carries out a task, by when, where it is tracked and whether it is done.
struct AttributeReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  struct Attributes {
    var owner: ActionItem.Attribute?
    var due: ActionItem.Attribute?
    var tracker: ActionItem.Attribute?
    var state: ActionItem.State?
  }

  /// The attributes of an item with those of the items beneath it that only add to it ("Owner: storage").
  func attributes(of item: RawItem, extra: [RawItem]) -> Attributes {
    var result = Attributes()
    let lines = item.form == .row ? [] : Array(item.lines) + extra.flatMap { Array($0.lines) }
    result.owner = attribute(item.owner) ?? owner(in: lines, item)
    result.due = attribute(item.due) ?? due(in: lines) ?? headingDue(item)
    let all = item.form == .row ? Array(item.lines) : lines
    result.tracker = attribute(item.tracker) ?? tracker(in: all) ?? headingTracker(item)
    result.state = state(of: item, lines: all)
    return result
  }

  private func attribute(_ span: SourceSpan?) -> ActionItem.Attribute? {
    span.map { ActionItem.Attribute(text: text.text($0), span: $0) }
  }

  // MARK: Owner

  private func owner(in lines: [Int], _ item: RawItem) -> ActionItem.Attribute? {
    for line in lines {
      if let handle = handle(in: line) { return attribute(handle) }
      for hit in text.cues[text.cueRanges[line]] where hit.cue == .ownerWord {
        if let value = value(after: hit, line) { return attribute(value) }
      }
    }
    guard let last = lines.last else { return nil }
    return attribute(subject(of: item) ?? parenthesis(atEndOf: last))
  }

  /// "@handle", not an address.
  private func handle(in line: Int) -> SourceSpan? {
    for word in text.wordRanges[line] {
      let start = Int(text.words[word].start)
      guard start > 0, text.plain[start - 1] == UInt8(ascii: "@"),
        start < 2 || text.plain[start - 2] == 0x20 || [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: ",")].contains(text.plain[start - 2])
      else { continue }
      return SourceSpan(start - 1, Int(text.words[word].end))
    }
    return nil
  }

  /// The value of "Owner: storage team", "(owner storage)".
  private func value(after hit: CueHit, _ line: Int) -> SourceSpan? {
    let start = text.span(of: hit).end
    let end = text.lines[line].span.end
    var offset = shapes.skipBlanks(start, end)
    let isLed = offset < end && [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "=")].contains(text.plain[offset])
    let before = text.span(of: hit).start - 1
    let isEnclosed = before >= 0 && [UInt8(ascii: "("), UInt8(ascii: "[")].contains(text.plain[before])
    guard isLed || isEnclosed || hit.words.count > 1 else { return nil }
    if isLed { offset = shapes.skipBlanks(offset + 1, end) }
    var stop = offset
    while stop < end, ![UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "|")].contains(text.plain[stop]) {
      stop += 1
    }
    while stop > offset, text.plain[stop - 1] == 0x20 || text.plain[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
    let words = text.wordRanges[line].filter { Int(text.words[$0].start) >= offset && Int(text.words[$0].end) <= stop }
    guard !words.isEmpty, words.count <= 6 else { return nil }
    let isNothing = text.cues(ofLine: line, in: SourceSpan(offset, stop)).contains { $0.cue == .nothing }
    return isNothing ? nil : SourceSpan(offset, stop)
  }

  /// "The platform team will …".
  private func subject(of item: RawItem) -> SourceSpan? {
    let words = text.wordRanges[item.line]
    guard let will = text.cues[text.cueRanges[item.line]].first(where: { $0.cue == .modal && isWill($0) }) else { return nil }
    let persons = text.cues[text.cueRanges[item.line]].filter {
      $0.cue == .person && $0.words.upperBound == will.words.lowerBound
    }
    guard let person = persons.first, person.words.lowerBound > words.lowerBound else { return nil }
    let isNamed = person.words.lowerBound - words.lowerBound >= 1 && isTeamWord(person)
    guard isNamed else { return nil }
    var first = person.words.lowerBound
    while first > words.lowerBound, person.words.lowerBound - first < 3,
      text.words[first].start - text.words[first - 1].end <= 2,
      text.plain[Int(text.words[first - 1].end)] == 0x20
    {
      first -= 1
    }
    return SourceSpan(Int(text.words[first].start), Int(text.words[person.words.upperBound - 1].end))
  }

  private func isWill(_ hit: CueHit) -> Bool {
    text.plain[text.words[hit.words.lowerBound].span.range].elementsEqual(Array("will".utf8))
  }

  private func isTeamWord(_ hit: CueHit) -> Bool {
    let word = text.plain[text.words[hit.words.upperBound - 1].span.range].map { $0 | 0x20 }
    return !["we", "they", "i", "he", "she", "someone", "somebody", "nobody"].contains { word.elementsEqual(Array($0.utf8)) }
  }

  /// "Add an alert (Alice)", "… (Petra, by 30 August)".
  private func parenthesis(atEndOf line: Int) -> SourceSpan? {
    let span = text.lines[line].span
    guard let open = span.range.last(where: { text.plain[$0] == UInt8(ascii: "(") }),
      let close = (open..<span.end).first(where: { text.plain[$0] == UInt8(ascii: ")") }), span.end - close <= 2
    else { return nil }
    let end = (open..<close).first { text.plain[$0] == UInt8(ascii: ",") || text.plain[$0] == UInt8(ascii: ";") } ?? close
    let words = text.wordRanges[line].filter { Int(text.words[$0].start) > open && Int(text.words[$0].end) <= end }
    guard let first = words.first, let last = words.last, words.count <= 3 else { return nil }
    let isName = words.allSatisfy {
      text.words[$0].isCapitalised && !text.words[$0].isShouted && text.words[$0].exact == 0
        && !text.document.styles[Int(text.words[$0].start)].contains(.link)
    }
    return isName ? SourceSpan(Int(text.words[first].start), Int(text.words[last].end)) : nil
  }

  // MARK: Due

  private func due(in lines: [Int]) -> ActionItem.Attribute? {
    for line in lines {
      for hit in text.cues[text.cueRanges[line]] where hit.cue == .deadline {
        return attribute(SourceSpan(text.span(of: hit).start, deadlineEnd(hit, line)))
      }
      for mention in text.times[line] {
        if case .date(let date) = mention, isDeadline(date.span, line) { return attribute(date.span) }
      }
      if let quarter = quarter(in: line) { return attribute(quarter) }
    }
    return nil
  }

  private func deadlineEnd(_ hit: CueHit, _ line: Int) -> Int {
    let end = text.span(of: hit).end
    for mention in text.times[line] where mention.span.start >= end && mention.span.start - end <= 6 { return mention.span.end }
    return end
  }

  /// "by 12 May", "until …", "(2024-05-20)".
  private func isDeadline(_ span: SourceSpan, _ line: Int) -> Bool {
    var offset = span.start - 1
    let start = text.lines[line].span.start
    while offset >= start, text.plain[offset] == 0x20 { offset -= 1 }
    if offset >= start, [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "-")].contains(text.plain[offset]) {
      return span.end >= text.lines[line].span.end - 2
    }
    guard let word = text.wordRanges[line].last(where: { Int(text.words[$0].end) <= span.start }) else { return false }
    let bytes = text.plain[text.words[word].span.range].map { $0 | 0x20 }
    return ["by", "until", "before", "due", "bis", "hasta", "avant"].contains { bytes.elementsEqual(Array($0.utf8)) }
  }

  /// "Q3", "Q4 2025".
  private func quarter(in line: Int) -> SourceSpan? {
    for word in text.wordRanges[line] {
      let span = text.words[word].span
      guard span.length == 2, text.plain[span.start] == UInt8(ascii: "Q"), (0x31...0x34).contains(text.plain[span.start + 1])
      else { continue }
      return span
    }
    return nil
  }

  /// "### Long-term (Q4 2025)", "### Immediate (today)": a time frame for all items below.
  private func headingDue(_ item: RawItem) -> ActionItem.Attribute? {
    guard let line = headingLine(of: item) else { return nil }
    if let quarter = quarter(in: line) { return attribute(quarter) }
    for hit in text.cues[text.cueRanges[line]] where hit.cue == .deadline { return attribute(text.span(of: hit)) }
    for case .date(let date) in text.times[line] { return attribute(date.span) }
    for case .duration(let length) in text.times[line] where shapes.hasParenthesis(line) { return attribute(length.span) }
    return nil
  }

  /// The heading right above an item, unless the item is itself one.
  private func headingLine(of item: RawItem) -> Int? {
    guard item.form != .heading, let section = item.section, outline.sections[section].form != .frontMatter else { return nil }
    return text.line(at: outline.sections[section].span.start)
  }

  // MARK: Tracker

  private func tracker(in lines: [Int]) -> ActionItem.Attribute? {
    for line in lines {
      let span = text.lines[line].span
      for link in links(in: span) where pointsToTracker(link) { return attribute(link.text.isEmpty ? link.span : link.text) }
      if let key = issueKey(in: line) { return attribute(key) }
    }
    return nil
  }

  private func headingTracker(_ item: RawItem) -> ActionItem.Attribute? {
    guard let line = headingLine(of: item) else { return nil }
    let link = links(in: text.lines[line].span).first { pointsToTracker($0) }
    return link.flatMap { attribute($0.text) }
  }

  private func links(in span: SourceSpan) -> ArraySlice<Link> {
    let all = text.document.links
    let first = all.partitioningIndex { $0.span.start >= span.start }
    let end = all.partitioningIndex { $0.span.start >= span.end }
    return all[first..<max(first, end)]
  }

  /// Whether a link leads to an issue, a change or a ticket.
  private func pointsToTracker(_ link: Link) -> Bool {
    guard let target = link.target ?? Optional(link.text) else { return false }
    let address = text.source.bytes[target.range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let marks = ["/issues", "/issue/", "/pull", "/merge_requests", "/browse/", "jira", "ticket", "trello.com", "linear.app",
      "bugzilla", "/bugs", "asana.com", "/tracker", "/work_items", "youtrack", "/commit/", "redmine", "phabricator", "/-/"]
    if marks.contains(where: { contains(address, Array($0.utf8)) }) { return true }
    return text.source.bytes[link.text.range].first == UInt8(ascii: "#")
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count else { return false }
    return (0...(bytes.count - part.count)).contains { bytes[$0] == part[0] && bytes[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// "#123", "OPS-42".
  private func issueKey(in line: Int) -> SourceSpan? {
    for word in text.wordRanges[line] where text.words[word].isNumber {
      let span = text.words[word].span
      guard span.start > 0 else { continue }
      if text.plain[span.start - 1] == UInt8(ascii: "#"), span.start < 2 || !isWordByte(text.plain[span.start - 2]) {
        return SourceSpan(span.start - 1, span.end)
      }
      if word > text.wordRanges[line].lowerBound, text.plain[span.start - 1] == UInt8(ascii: "-") {
        let key = text.words[word - 1]
        if Int(key.end) == span.start - 1, key.isShouted, key.end - key.start >= 2, !isStandard(key.span) {
          return SourceSpan(Int(key.start), span.end)
        }
      }
    }
    return nil
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  /// Names that look like keys: "UTF-8", "SHA-256".
  private func isStandard(_ span: SourceSpan) -> Bool {
    let key = String(decoding: text.plain[span.range], as: UTF8.self)
    return ["UTF", "SHA", "ISO", "RFC", "CVE", "HTTP", "TLS", "AES", "UTC", "GMT", "SEV", "P", "COVID", "EC", "MD", "GPT", "TCP", "UDP", "IP", "IPV", "RAID", "TOP"]
      .contains(key)
  }

  // MARK: State

  private func state(of item: RawItem, lines: [Int]) -> ActionItem.State? {
    if let box = item.box { return box == .checked ? .done : .open }
    if let status = item.status {
      let line = text.line(at: status.start)
      let cell = (item.lines.first { text.lines[$0].span == status }) ?? line
      return isDone(cell) ? .done : .open
    }
    if let last = lines.last, saysDone(lines, last) { return .done }
    if item.form == .heading, let last = text.wordRanges[item.line].last,
      text.cues[text.cueRanges[item.line]].contains(where: { $0.cue == .doneWord && $0.words.upperBound >= last - 2 })
        || endsInParticiple(item.line)
    {
      return .done
    }
    if let heading = headingLine(of: item), shapes.hasParenthesis(heading) || text.wordRanges[heading].count <= 3,
      text.cues[text.cueRanges[heading]].contains(where: { $0.cue == .statusDone || $0.cue == .doneWord }) || hasCheckMark(heading)
    {
      return .done
    }
    return nil
  }

  private func isDone(_ line: Int) -> Bool {
    let cues = text.cues[text.cueRanges[line]]
    if cues.contains(where: { $0.cue == .statusOpen }) { return false }
    return cues.contains { $0.cue == .statusDone } || hasCheckMark(line)
  }

  /// ✅ ✔ ☑
  private func hasCheckMark(_ line: Int) -> Bool {
    let bytes = text.source.bytes[text.lines[line].span.range]
    guard bytes.contains(0xE2) else { return false }
    return bytes.indices.contains { index in
      index + 2 < bytes.endIndex && bytes[index] == 0xE2
        && (bytes[index + 1] == 0x9C && [0x85, 0x94].contains(bytes[index + 2])
          || bytes[index + 1] == 0x98 && bytes[index + 2] == 0x91)
    }
  }

  /// "(Done)", "✅", "has been added", "we have increased", "Status: done".
  private func saysDone(_ lines: [Int], _ last: Int) -> Bool {
    if lines.contains(where: { hasCheckMark($0) }) || lines.first.map(opensInPerfect) == true { return true }
    for line in lines {
      let words = text.wordRanges[line]
      for hit in text.cues[text.cueRanges[line]] where hit.cue == .doneWord {
        if hit.words.count >= 2, hit.words.lowerBound < words.lowerBound + 14, !isConditional(line, hit) { return true }
        let span = text.span(of: hit)
        let isEnclosed = span.start > 0 && [UInt8(ascii: "("), UInt8(ascii: "[")].contains(text.plain[span.start - 1])
        let isLed = span.start > 1 && [UInt8(ascii: ":"), UInt8(ascii: "-")].contains(text.plain[text.plain[..<span.start].lastIndex { $0 != 0x20 } ?? 0])
        if isLed, hit.words.lowerBound > words.lowerBound + 1 { return true }
        let isShouted = text.words[hit.words.lowerBound].isShouted && hit.words.upperBound == words.upperBound
        if isEnclosed || isShouted { return true }
      }
    }
    // Text that is struck through from end to end.
    return lines.allSatisfy { line in
      !text.wordRanges[line].isEmpty
        && text.wordRanges[line].allSatisfy { text.document.styles[Int(text.words[$0].start)].contains(.struck) }
    } && !lines.isEmpty
  }

  /// "We have increased …", "I've added …".
  private func opensInPerfect(_ line: Int) -> Bool {
    let words = text.wordRanges[line]
    guard words.count > 3, text.isWord(words.lowerBound, ["we", "i"]), text.isWord(words.lowerBound + 1, ["have", "ve"]) else {
      return false
    }
    let verb = text.plain[text.words[words.lowerBound + 2].span.range]
    return verb.suffix(2).map { $0 | 0x20 } == Array("ed".utf8) || text.isWord(words.lowerBound + 2, ["set", "built", "put", "made", "written"])
  }

  /// "ensure that tests have been run before …" is no report of something done.
  private func isConditional(_ line: Int, _ hit: CueHit) -> Bool {
    text.cues[text.cueRanges[line]].contains {
      ($0.cue == .vagueVerb || $0.cue == .taskVerb || $0.cue == .modal) && $0.words.upperBound <= hit.words.lowerBound
        && !($0.words.overlaps(hit.words))
    }
  }

  /// "Cron cleanup scheduled": a heading that ends in what was done.
  private func endsInParticiple(_ line: Int) -> Bool {
    let words = text.wordRanges[line].filter {
      !text.document.styles[Int(text.words[$0].start)].contains(.code)
    }
    guard let last = words.last, words.count >= 2 else { return false }
    let bytes = text.plain[text.words[last].span.range]
    return bytes.count > 4 && bytes.suffix(2).map { $0 | 0x20 }.elementsEqual(Array("ed".utf8))
  }
}
