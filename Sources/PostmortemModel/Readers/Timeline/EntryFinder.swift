import MarkdownTree

/// Finds the entries of the timelines: bullets, lines, run-on sentences, headings, table rows.
struct EntryFinder {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline

  /// The entries in source order, and the indices of timeline sections that hold text but no time.
  func entries() -> (entries: [RawEntry], without: [Int]) {
    var entries: [RawEntry] = []
    var without: [Int] = []
    var timeline = 0
    for index in outline.sections.indices where isOutermostTimeline(index) {
      let section = outline.sections[index]
      var found = self.entries(
        in: section.lines.filter { belongs($0, to: index) }, of: section, timeline: timeline)
      if found.isEmpty {
        // "Timeline" above "Detection:", "Escalation:" and the like, which tell when.
        found = self.entries(
          in: section.lines.filter { belongs($0, to: index, withSteps: true) }, of: section,
          timeline: timeline)
      }
      if found.isEmpty { found = self.entries(in: steps(after: index), of: section, timeline: timeline) }
      if found.isEmpty {
        let fenced = section.lines.filter { belongs($0, to: index, inFence: true) }
        if fenced.count(where: { shapes.startsWithTime($0) }) >= 2 {
          found = self.entries(in: fenced, of: section, timeline: timeline)
        }
      }
      if found.isEmpty, section.content == .full { without.append(index) }
      if !found.isEmpty { timeline += 1 }
      if entries.isEmpty { entries = found } else { entries += found }
    }
    if entries.isEmpty { entries = looseEntries() }
    return (entries, without)
  }

  /// The lines of the steps that stand behind a bare "Timeline:" at its own level, where nothing tells which holds which.
  private func steps(after timeline: Int) -> [Int] {
    let sections = outline.sections
    // Lines that are names without a colon stand above those with one, by looks alone.
    let line = 7
    guard sections[timeline].level >= line,
      sections[timeline].lines.allSatisfy({ text.wordRanges[$0].isEmpty })
    else { return [] }
    let steps = sections[(timeline + 1)...].indices.prefix { index in
      sections[index].level >= line
        && outline.kindSet(of: index).isSubset(of: [.detection, .investigation, .escalation, .resolution])
    }
    return steps.flatMap { sections[$0].ownLines.filter { shapes.isReadable($0) } }
  }

  private func isOutermostTimeline(_ index: Int) -> Bool {
    outline.kindSet(of: index).contains(.timeline) && !outline.isSection(index, within: .timeline)
  }

  /// Whether a line is told in a timeline and not in a part of another kind within it.
  private func belongs(_ line: Int, to timeline: Int, withSteps: Bool = false, inFence: Bool = false) -> Bool
  {
    guard shapes.isReadable(line) || inFence && text.lines[line].context == .code(isFenced: true) else {
      return false
    }
    let fitting: KindSet =
      withSteps ? [.timeline, .detection, .investigation, .escalation, .resolution] : .timeline
    var current = outline.section(ofLine: line)
    while let index = current, index != timeline {
      let kinds = outline.kindSet(of: index)
      if kinds != .other, !kinds.overlaps(fitting), outline.sections[index].level < 9 { return false }
      current = outline.sections[index].parent
    }
    return current == timeline
  }

  /// A list or table of events in a report that has no timeline section.
  private func looseEntries() -> [RawEntry] {
    let blocks = text.document.blocks
    var rows: [RawEntry] = []
    for index in blocks.indices where blocks[index].kind == .table { rows += events(ofTable: index) }
    if !rows.isEmpty { return rows }
    let lines = text.lines.indices.filter { line in
      guard text.tellsClock(line), shapes.isReadable(line), case .clock? = shapes.leadingTime(line) else {
        return false
      }
      return !outline.kindSet(ofLine: line).overlaps([.tasks, .measures])
    }
    guard lines.count >= 3 else { return [] }
    return proseEntries(in: lines, of: nil, timeline: 0, zone: zone(of: nil, lines))
  }

  /// The entries of a table of two events or more.
  private func events(ofTable block: Int) -> [RawEntry] {
    guard let first = text.document.blocks[block].lines.first,
      !outline.kindSet(ofLine: first).overlaps([.tasks, .measures, .impact])
    else { return [] }
    let rows = TableTimeline(text: text, shapes: shapes).entries(of: block, timeline: 0, zone: nil)
    return rows.count >= 2 ? rows : []
  }

  // MARK: One timeline

  private func entries(in lines: [Int], of section: Section, timeline: Int) -> [RawEntry] {
    var result: [RawEntry] = []
    var loose: [Int] = []
    var index = 0
    let zone = zone(of: section, lines)
    while index < lines.count {
      guard let table = table(ofLine: lines[index]) else {
        loose.append(lines[index])
        index += 1
        continue
      }
      result += TableTimeline(text: text, shapes: shapes).entries(of: table, timeline: timeline, zone: zone)
      let end = text.document.blocks[table].lines.upperBound
      while index < lines.count, lines[index] < end { index += 1 }
    }
    if !loose.isEmpty {
      let prose = proseEntries(
        in: loose, of: section, timeline: timeline,
        zone: loose.count == lines.count ? zone : self.zone(of: section, loose))
      if result.isEmpty { result = prose } else { result += prose }
    }
    let isOrdered = result.indices.dropFirst().allSatisfy { !stands(result[$0], before: result[$0 - 1]) }
    return isOrdered ? result : result.sorted { stands($0, before: $1) }
  }

  private func stands(_ left: RawEntry, before right: RawEntry) -> Bool {
    left.line != right.line ? left.line < right.line : left.span.start < right.span.start
  }

  private func table(ofLine line: Int) -> Int? {
    guard case .cell = text.lines[line].context else { return nil }
    let cell = text.document.blocks[text.lines[line].block]
    return text.document.blocks[cell.parent].parent
  }

  /// The zone of a timeline's heading or of the lines before its first entry.
  private func zone(of section: Section?, _ lines: [Int]) -> ZoneMention? {
    if let section, section.form != .frontMatter {
      let heading = text.lines[text.line(at: section.span.start)].span
      if let zone = TimeScanner.zones(in: text.plain, range: heading.range).first { return zone }
    }
    for line in lines.prefix(6) {
      if case .clock? = shapes.leadingTime(line) { return nil }
      if text.lines[line].context.isCell { return nil }
      if let zone = TimeScanner.zones(in: text.plain, range: text.lines[line].span.range).first {
        return zone
      }
    }
    return nil
  }

  private func proseEntries(
    in lines: [Int], of section: Section?, timeline: Int, zone: ZoneMention?
  ) -> [RawEntry] {
    var scan = LineTimeline(text: text, shapes: shapes, timeline: timeline, zone: zone)
    if let section, section.form != .frontMatter {
      scan.day = EntryFinder.firstDate(text, text.line(at: section.span.start), from: section.span.start)
    }
    let leads = lines.count { line in
      switch shapes.leadingTime(line) {
      case .clock: true
      case .date(let date): !scan.isDayHeading(line, date)
      default: false
      }
    }
    let timed = lines.count { text.tellsClock($0) }
    // Where most times stand inside their sentences, all do.
    let isProse = leads == 0 || leads * 2 < timed && leads < 3
    for line in lines {
      if isProse { scan.readAnywhere(line, start: section?.bodyStart ?? 0) } else { scan.readLeading(line) }
    }
    return scan.entries
  }

  static func firstDate(_ text: ReportText, _ line: Int, from start: Int) -> DateMention? {
    guard text.tellsDate(line) else { return nil }
    for case .date(let date) in text.times[line] where date.span.start >= start { return date }
    return nil
  }
}
