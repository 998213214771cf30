import MarkdownTree

/// A date of the report's head, with what it is the date of.
struct HeadDate {
  enum Role {
    case title, fileName
    /// The day of the incident, by its label.
    case incident
    /// The day on which it began, perhaps long before anybody saw it.
    case start
    /// The day of the report: published, written, discussed.
    case document
    /// "Date: …", of either.
    case unnamed
  }

  let role: Role
  let date: CivilDate
  /// Where it stands; of a file name, the title.
  let span: SourceSpan
}

/// Finds the dates that title, file name, front matter and the head's fields give.
struct HeadDateReader {
  let reading: Reading
  let title: Postmortem.Title?
  private var text: ReportText { reading.text }

  func dates() -> [HeadDate] { frontMatter() + named() + fields() }

  private func frontMatter() -> [HeadDate] {
    (text.document.frontMatter?.fields ?? []).compactMap { field in
      guard let role = HeadDateReader.role(ofKey: field.key.lowercased()),
        let date = HeadDateReader.date(in: Array(field.value.utf8))
      else { return nil }
      return HeadDate(role: role, date: date, span: field.valueSpan)
    }
  }

  private static func role(ofKey key: String) -> HeadDate.Role? {
    if key == "title" { return .title }
    if key == "date" { return .unnamed }
    if key.hasPrefix("publish") || key.hasPrefix("written") || key.hasPrefix("posted") { return .document }
    if key.hasPrefix("report") || key.hasPrefix("review") || key.hasPrefix("postmortem")
      || key.hasPrefix("meeting")
    {
      return key.hasSuffix("date") || key.hasSuffix("at") || key.hasSuffix("on") ? .document : nil
    }
    if key.hasPrefix("start") || key.hasPrefix("occurred") || key.hasPrefix("incident_start") {
      return .start
    }
    return key.hasPrefix("incident") ? .incident : nil
  }

  /// The dates of title and file name.
  private func named() -> [HeadDate] {
    var result: [HeadDate] = []
    let opening = title?.span ?? text.lines.first?.span ?? SourceSpan(0, 0)
    if let title, title.span.start >= text.document.frontMatter?.span.end ?? 0 {
      let line = text.line(at: title.span.start)
      if text.lines.indices.contains(line) {
        for case .date(let mention) in text.times[line] where title.span.contains(mention.span) {
          if let date = mention.date { result.append(HeadDate(role: .title, date: date, span: mention.span)) }
        }
      }
    }
    if let path = reading.fileName, let date = HeadDateReader.date(in: HeadDateReader.lastName(of: path)) {
      result.append(HeadDate(role: .fileName, date: date, span: opening))
    }
    return result
  }

  private static func lastName(of path: String) -> [UInt8] {
    var bytes = Array(path.utf8)
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return bytes.lastIndex(of: UInt8(ascii: "/")).map { Array(bytes[($0 + 1)...]) } ?? bytes
  }

  /// The first date.
  private static func date(in bytes: [UInt8]) -> CivilDate? {
    // The shortest date has three digits: "1 May 24".
    if bytes.count(where: { $0 &- 0x30 <= 9 }) < 3 { return nil }
    for case .date(let mention) in TimeScanner.mentions(in: bytes, range: bytes.indices) {
      if let date = mention.date { return date }
    }
    return joinedDate(bytes)
  }

  /// "2024-05-13-lost-uploads.md", "incident_2024_05_13.md": in names a date is part of a chain.
  private static func joinedDate(_ bytes: [UInt8]) -> CivilDate? {
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start >= 0, start + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[start..<start + count] {
        if byte &- 0x30 > 9 { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    for start in bytes.indices.dropLast(9) {
      let mark = bytes[start + 4]
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_"), bytes[start + 7] == mark,
        number(start - 1, 1) == nil, number(start + 10, 1) == nil,
        let year = number(start, 4), let month = number(start + 5, 2), let day = number(start + 8, 2)
      else { continue }
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }

  // MARK: Fields

  /// "Date: …", "Retrospective held on …", a row "Published | …".
  private func fields() -> [HeadDate] {
    var result: [HeadDate] = []
    for line in text.lines.indices where text.tellsDate(line) && reading.shapes.isReadable(line) {
      guard title?.span != text.lines[line].span,
        reading.outline.kindSet(ofLine: line).overlaps([.metadata, .title, .summary]),
        let name = name(of: line), let told = firstDate(in: line, from: name.end)
      else { continue }
      result.append(HeadDate(role: name.role, date: told.date, span: told.span))
    }
    return result
  }

  private func firstDate(in line: Int, from start: Int) -> (date: CivilDate, span: SourceSpan)? {
    for case .date(let mention) in text.times[line] where mention.span.start >= start {
      if let date = mention.date { return (date, mention.span) }
    }
    return nil
  }

  /// What the label of a line, or the first cell of its row, calls the date.
  private func name(of line: Int) -> (role: HeadDate.Role, end: Int)? {
    if case .cell(let column, isHeader: false) = text.lines[line].context {
      guard column == 1, line > 0, text.lines[line - 1].context == .cell(column: 0, isHeader: false) else {
        return nil
      }
      return role(ofLine: line - 1, before: text.lines[line - 1].span.end).map {
        ($0, text.lines[line].span.start)
      }
    }
    let label = reading.shapes.labelEnd(line, from: reading.shapes.contentStart(line))
    if let label, let role = role(ofLine: line, before: label.name) { return (role, label.body) }
    let first = text.wordRanges[line].lowerBound
    let held = text.cues(ofLine: line).first { $0.cue == .documentDate && $0.words.lowerBound <= first + 1 }
    return held.map { (.document, text.span(of: $0).end) }
  }

  private func role(ofLine line: Int, before end: Int) -> HeadDate.Role? {
    let words = text.wordRanges[line]
    guard words.prefix(6).prefix(while: { Int(text.words[$0].end) <= end }).count <= 5 else { return nil }
    if !text.holds(HeadDateReader.naming, inLine: line) { return nil }
    let hits = text.cues(ofLine: line).filter { text.span(of: $0).end <= end }
    if hits.contains(where: { $0.cue == .incidentStart }) { return .start }
    if hits.contains(where: { $0.cue == .incidentDate }) { return .incident }
    if hits.contains(where: { $0.cue == .documentDate }) { return .document }
    let isDate = hits.contains { $0.cue == .headDate && $0.words.lowerBound == words.lowerBound }
    return isDate && words.prefix { Int(text.words[$0].end) <= end }.count == 1 ? .unnamed : nil
  }

  private static let naming = CueSet(.incidentStart, .incidentDate, .documentDate, .headDate)
}
