import MarkdownTree

/// Finds template text that was left in a report: "TBD", "XX:XX", "YYYY-MM-DD", "<insert …>", "{{ }}".
struct PlaceholderReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let guidance: GuidanceReader

  func placeholders() -> [Placeholder] {
    var result: [Placeholder] = []
    for line in text.lines.indices where shapes.isReadable(line) && !text.lines[line].isQuoted {
      guard let span = placeholder(in: line), !isWatched(line, span) else { continue }
      result.append(Placeholder(span: span, line: text.lines[line].number + 1))
    }
    if let blank = blankTitle, !result.contains(where: { $0.line == blank.line }) {
      result.insert(blank, at: 0)
    }
    return result + tags(excluding: result)
  }

  /// "# ISSUE NAME": a title of which every word is the template's.
  private var blankTitle: Placeholder? {
    guard let title = outline.sections.first(where: { $0.isKind(.title) }), title.form != .frontMatter,
      case let line = text.line(at: title.span.start),
      case let words = text.wordRanges[line].filter({ title.span.contains(text.words[$0].span) }),
      words.contains(where: { text.isWord($0, ["name", "title"]) }),
      words.contains(where: { text.isWord($0, ["issue", "incident", "outage"]) }),
      words.allSatisfy({ text.isWord($0, PlaceholderReader.blankTitles) })
    else { return nil }
    return Placeholder(span: title.span, line: title.line)
  }

  private static let blankTitles: [StaticString] = [
    "issue", "incident", "outage", "name", "title", "postmortem", "report", "of", "the", "your",
  ]

  private func placeholder(in line: Int) -> SourceSpan? {
    if text.holds(PlaceholderReader.patterns, inLine: line) {
      for hit in text.cues(ofLine: line) where hit.cue == .patternWord {
        let word = hit.words.lowerBound
        // In code it is a format that is spoken of, but for a line that opens with it.
        if text.style(ofWord: word).isDisjoint(
          with: word == text.wordRanges[line].lowerBound ? .link : [.code, .link]),
          let span = pattern(at: word, in: text.wordRanges[line], line)
        {
          return span
        }
      }
    }
    return word(in: line) ?? bracketed(line) ?? note(line)
  }

  /// "TODO", "TODO: mail the list": a note to oneself, where it is no item of the tasks.
  private func note(_ line: Int) -> SourceSpan? {
    let words = text.wordRanges[line]
    guard let first = words.first, text.words[first].isShouted, text.isWord(first, ["todo", "fixme"]),
      text.style(ofWord: first).isDisjoint(with: [.code, .link]), !text.lines[line].context.isHeading,
      !outline.kindSet(ofLine: line).overlaps([.tasks, .measures])
    else { return nil }
    let end = Int(text.words[first].end)
    // "##TODO" is a heading that Markdown does not know.
    if outline.sections.contains(where: { $0.line == text.lines[line].number + 1 }) { return nil }
    let isNote =
      words.count == 1 ? !shapes.endsWithColon(line) : end < text.plain.count && text.isMark(end, of: ":(-")
    return isNote ? text.words[first].span : nil
  }

  private static let words = CueSet(.placeholderWord)
  private static let patterns = CueSet(.patternWord)

  /// "TBD", "to be determined".
  private func word(in line: Int) -> SourceSpan? {
    guard text.holds(PlaceholderReader.words, inLine: line) else { return nil }
    for hit in text.cues(ofLine: line) where hit.cue == .placeholderWord {
      let isShouted = text.words[hit.words.lowerBound].isShouted || hit.words.count > 1
      if isShouted, !isNegated(hit, line), !runsOn(hit, line), !isQuoted(hit, line) {
        return text.span(of: hit)
      }
    }
    return nil
  }

  /// A program's own words: `Fill in BOT_TOKEN`.
  private func isQuoted(_ hit: CueHit, _ line: Int) -> Bool {
    text.style(ofWord: hit.words.lowerBound).contains(.code)
      && text.wordRanges[line].contains { !text.style(ofWord: $0).contains(.code) }
  }

  /// "waiting to be added to your cart", "the cause is yet to be determined": "to be added" within a sentence tells
  /// something.
  private func runsOn(_ hit: CueHit, _ line: Int) -> Bool {
    let words = text.wordRanges[line]
    guard hit.words.count > 1, text.isWord(hit.words.lowerBound, "to"), words.count > 6 else { return false }
    if words.contains(hit.words.lowerBound - 1),
      text.isWord(hit.words.lowerBound - 1, ["yet", "still", "remains", "remain"])
    {
      return true
    }
    guard hit.words.upperBound < words.upperBound else { return false }
    let gap = Int(text.words[hit.words.upperBound - 1].end)..<Int(text.words[hit.words.upperBound].start)
    return !gap.contains { text.isMark($0, of: ".,;)]") }
      && !text.isWord(hit.words.upperBound, ["later", "soon", "here", "asap", "after"])
  }

  /// "XX:XX", "HH:MM", "YYYY-MM-DD".
  private func pattern(at index: Int, in words: Range<Int>, _ line: Int) -> SourceSpan? {
    let word = text.words[index]
    guard index + 1 < words.upperBound else { return nil }
    if isWord(index, "yyyy"), word.isShouted, isWord(index + 1, "mm"),
      joins(index, UInt8(ascii: "-")) || joins(index, UInt8(ascii: "/"))
    {
      return SourceSpan(Int(word.start), Int(text.words[min(index + 2, words.upperBound - 1)].end))
    }
    let isClock =
      (isWord(index, "xx") && isWord(index + 1, "xx") || isWord(index, "hh") && isWord(index + 1, "mm"))
      && joins(index, UInt8(ascii: ":"))
    return isClock ? SourceSpan(Int(word.start), Int(text.words[index + 1].end)) : nil
  }

  private func isWord(_ index: Int, _ letters: StaticString) -> Bool { text.isWord(index, letters) }

  /// Whether nothing but one mark stands between a word and the next.
  private func joins(_ index: Int, _ mark: UInt8) -> Bool {
    text.words[index + 1].start == text.words[index].end + 1 && text.plain[Int(text.words[index].end)] == mark
  }

  /// "[describe the impact]", "<add name here>", "{{ title }}".
  private func bracketed(_ line: Int) -> SourceSpan? {
    let words = text.wordRanges[line]
    guard guidance.hasBracket[line],
      let first = words.first(where: {
        guidance.isBracketed($0, in: line) && !text.style(ofWord: $0).contains(.code)
      })
    else { return nil }
    let start = Int(text.words[first].start)
    let opening =
      (text.lines[line].span.start..<start).last {
        text.isMark($0, of: "[<{")
      } ?? start
    var end = start
    let lineEnd = text.lines[line].span.end
    while end < lineEnd, !text.isMark(end, of: "]>}") { end += 1 }
    let span = SourceSpan(opening, min(lineEnd, end + 1))
    if text.plain[opening] == UInt8(ascii: "{") {
      return opening > 0 && text.plain[opening - 1] == UInt8(ascii: "{")
        ? SourceSpan(opening - 1, min(lineEnd, end + 2)) : nil
    }
    return asksForText(span, line, first) ? span : nil
  }

  /// Whether brackets hold a request ("insert …", "your name") rather than a remark ("[value redacted]", "[sic]").
  private func asksForText(_ span: SourceSpan, _ line: Int, _ first: Int) -> Bool {
    let inside = text.wordRanges[line].filter { span.contains(text.words[$0].span) }
    guard let word = inside.first else { return false }
    if text.isWord(word, PlaceholderReader.fields) { return true }
    return inside.count >= 2
      && text.isWord(
        word,
        [
          "insert", "add", "describe", "enter", "fill", "replace", "your", "provide", "explain", "specify",
          "list", "tu", "su", "votre", "ton", "ihr", "seu", "insertar", "insira", "ajouter", "anadir",
        ])
  }

  private static let fields: [StaticString] = [
    "tbd", "todo", "name", "date", "time", "description", "link", "placeholder", "yourname", "username",
    "nombre",
    "tunombre", "nom", "tonnom", "votrenom", "nome", "seunome", "fecha", "hora", "datum", "url",
  ]

  /// "no TBD left".
  private func isNegated(_ hit: CueHit, _ line: Int) -> Bool {
    text.cues(ofLine: line).contains {
      $0.cue == .negation && hit.words.lowerBound - $0.words.upperBound == 0
    }
  }

  /// A "TODO" or "TBD" as the status of a task says how far it is.
  private func isWatched(_ line: Int, _ span: SourceSpan) -> Bool {
    let kinds = outline.kinds(ofLine: line)
    return text.lines[line].context.isCell && (kinds.contains(.tasks) || kinds.contains(.measures))
      && text.plain[span.range].map { $0 | 0x20 }.elementsEqual(Array("todo".utf8))
  }
}
