import MarkdownTree

/// Tells what a task is for, whether it works on people, and whether it is told as done.
struct PurposeReader {
  let text: ReportText
  private let bodies: ItemBodies

  init(text: ReportText, shapes: LineShapes) {
    self.text = text
    bodies = ItemBodies(text: text, shapes: shapes)
  }

  /// All kinds that the words of an item speak for. In a table a column may tell the kind, the owner's does not.
  func kinds(of item: RawItem) -> [ActionItem.Kind] {
    var found: [ActionItem.Kind] = []
    for line in item.lines where text.holds(PurposeReader.telling, inLine: line) {
      if item.owner.map({ text.lines[line].span.contains($0) }) == true, item.form == .row { continue }
      for hit in text.cues(ofLine: line) {
        if let kind = PurposeReader.kind(hit.cue), !found.contains(kind) { found.append(kind) }
      }
    }
    return found.count < 2 ? found : ActionItem.Kind.allCases.filter(found.contains)
  }

  private static let telling = CueSet(
    .taskPrevent, .taskDetect, .taskMitigate, .taskRepair, .taskInvestigate, .taskPeople)

  private static func kind(_ cue: Cue) -> ActionItem.Kind? {
    switch cue {
    case .taskPrevent: .prevent
    case .taskDetect: .detect
    case .taskMitigate: .mitigate
    case .taskRepair: .repair
    case .taskInvestigate: .investigate
    case .taskPeople: .people
    default: nil
    }
  }

  // MARK: People

  /// "Train the operators", "conduct a workshop on …", "be more careful": the words that say so.
  func appeal(of item: RawItem) -> ActionItem.Attribute? {
    let body = item.body
    let hits = text.cues(openingIn: body)
    if let care = hits.first(where: { $0.cue == .attitude }), care.words.lowerBound - body.lowerBound < 6 {
      return attribute(text.span(of: care))
    }
    guard let teach = hits.first(where: { $0.cue == .teach }) else { return nil }
    let verb = bodies.verb(in: body, hits)
    let start = min(teach.words.lowerBound, verb?.words.lowerBound ?? teach.words.lowerBound)
    guard start <= body.lowerBound + 2, teach.words.lowerBound - start <= 4, !isOfMachine(teach, hits),
      !parts(start, teach.words.lowerBound)
    else { return nil }
    return attribute(text.span(of: teach).joined(with: text.words[start].span))
  }

  private func attribute(_ span: SourceSpan) -> ActionItem.Attribute {
    ActionItem.Attribute(text: text.text(span), span: span)
  }

  /// "Train the model on …", "add training data".
  private func isOfMachine(_ teach: CueHit, _ hits: ArraySlice<CueHit>) -> Bool {
    hits.contains {
      $0.cue == .teachOther && $0.words.lowerBound >= teach.words.upperBound
        && $0.words.lowerBound <= teach.words.upperBound + 3
    }
  }

  /// "Add an alert and train the team": the first thing is no training.
  private func parts(_ first: Int, _ last: Int) -> Bool {
    (first..<max(first, last)).contains {
      text.isWord($0, ["and", "or", "to", "for", "before", "y", "et", "und", "e"])
    }
      || (first < last
        && (Int(text.words[first].end)..<Int(text.words[last].start)).contains { text.isMark($0, of: ",;:") })
  }

  // MARK: Past

  /// "Added an alert", "We have doubled the pool", "The pool was doubled".
  func isToldInPast(_ item: RawItem) -> Bool {
    let body = item.body
    guard body.count >= 2, let first = body.first else { return false }
    if isPast(first), !isAttribute(first) { return true }
    let end = body.prefix(12).first { text.isWord($0, PurposeReader.plans) } ?? body.prefix(12).endIndex
    let opening = first..<end
    let hasSubject = text.isWord(first, ["we", "i", "they", "team", "the"])
    return isPassive(opening) || hasSubject && opening.dropFirst().prefix(3).contains { isPast($0) }
  }

  /// "Automated tests for …" names a thing; "automated the tests" tells a deed.
  private func isAttribute(_ word: Int) -> Bool {
    text.isWord(word, PurposeReader.attributes)
      && !text.isWord(word + 1, ["the", "a", "an", "our", "all", "its", "their", "to", "from", "by"])
  }

  /// "has been added", "were raised".
  private func isPassive(_ words: Range<Int>) -> Bool {
    words.dropLast().contains { word in
      text.isWord(word, ["was", "were", "been"]) && isPast(word + 1)
    }
  }

  private func isPast(_ word: Int) -> Bool {
    let isEnding = text.endsInEd(word) && text.words[word].span.length > 4
    return isEnding && !text.isWord(word, PurposeReader.presents)
      || text.isWord(word, PurposeReader.irregular)
  }

  private static let plans: [StaticString] = [
    "will", "should", "must", "need", "needs", "shall", "to", "can", "could", "would",
  ]
  private static let presents: [StaticString] = [
    "need", "speed", "embed", "feed", "proceed", "exceed", "succeed", "seed",
  ]
  private static let attributes: [StaticString] = [
    "automated", "improved", "enhanced", "scheduled", "increased", "reduced", "dedicated", "detailed",
    "centralized",
    "centralised", "distributed", "managed", "extended", "advanced", "updated", "upgraded", "limited",
    "shared", "staged",
    "recommended", "proposed", "planned", "required", "expanded",
  ]
  private static let irregular: [StaticString] = [
    "built", "wrote", "made", "took", "gave", "brought", "began", "ran",
  ]
}
