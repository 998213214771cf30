import MarkdownTree

/// Tells whether a colleague could start on an item tomorrow and know when it is done.
///
/// Words are not banned: "ensure" before a number is fine. A verb of direction counts as vague only where nothing
/// measurable follows it.
struct VaguenessReader {
  let text: ReportText
  private let bodies: ItemBodies

  init(text: ReportText, shapes: LineShapes) {
    self.text = text
    bodies = ItemBodies(text: text, shapes: shapes)
  }

  /// Why the item is no concrete task; nil if it is one.
  func vagueness(of item: RawItem) -> ActionItem.Vagueness? {
    let body = item.body
    let hits = text.cues(openingIn: body)
    if let hit = hits.first(where: { $0.cue == .attitude }), hit.words.lowerBound - body.lowerBound < 6 {
      return .attitude(text.text(text.span(of: hit)), text.span(of: hit))
    }
    let verb = bodies.verb(in: body, hits)
    if let recurring = hits.first(where: { $0.cue == .recurring }), recurs(recurring, verb, body, hits) {
      return .recurring(text.text(text.span(of: recurring)), text.span(of: recurring))
    }
    guard let verb else { return body.count <= 1 ? .noAction : nil }
    if hits.contains(where: { $0.cue == .musingVerb && $0.words.lowerBound == verb.words.lowerBound }) {
      return .verb(text.text(text.span(of: verb)), text.span(of: verb))
    }
    let isVague = hits.contains { $0.cue == .vagueVerb && $0.words.lowerBound == verb.words.lowerBound }
    let isLight = hits.contains { $0.cue == .lightVerb && $0.words.lowerBound == verb.words.lowerBound }
    // "Make the whole thing more robust"
    let wishes =
      text.opens(verb.words.lowerBound, with: "mak") && hits.contains { $0.cue == .comparative }
    let weak = wishes || isVague || isLight && isLoose(verb, hits) || hasLooseObject(verb, hits)
    guard weak, !isMeasurable(body, after: verb, hits) else { return nil }
    return .verb(text.text(text.span(of: verb)), text.span(of: verb))
  }

  /// Whether an item outside a task list names something that will exist when it is done, rather than a direction or a
  /// habit.
  func isDeliverable(_ item: RawItem) -> Bool {
    guard vagueness(of: item) == nil else { return false }
    let body = item.body
    let hits = text.cues(openingIn: body)
    guard let verb = bodies.verb(in: body, hits) else {
      // "Changes have been made …"
      return hits.contains { $0.cue == .doneWord && $0.words.count == 2 }
    }
    if hits.contains(where: { $0.cue == .recurring && !isPartOfName($0, body) }) { return false }
    if hits.contains(where: { $0.cue == .doneWord && $0.words.count == 2 }) { return true }
    // A direction stays one however it is measured; a plan for all future cases has no end.
    if hits.contains(where: { $0.cue == .vagueVerb && $0.words.lowerBound == verb.words.lowerBound }) {
      return false
    }
    if text.opens(verb.words.lowerBound, with: "establish") { return false }
    if hits.contains(where: { isLooseObject($0, of: verb) }) { return false }
    return !isPolicy(body, verb)
  }

  /// "Add a quicker mechanism", "implement additional testing"; "an additional server" can be counted.
  private func isLooseObject(_ hit: CueHit, of verb: CueHit) -> Bool {
    guard hit.cue == .comparative, hit.words.lowerBound >= verb.words.lowerBound - 1,
      hit.words.lowerBound <= verb.words.upperBound + 1
    else { return false }
    let (first, next) = (hit.words.lowerBound, hit.words.upperBound)
    if text.isWord(first, "more"), next < text.words.count, text.isWord(next, "than") { return false }
    return !(text.isWord(first, ["additional", "extra", "further"]) && text.opens(first - 1, with: "a"))
  }

  // MARK: Judgement

  /// Whether "regular", "periodic" and the like make the item a habit without an end.
  private func recurs(_ hit: CueHit, _ verb: CueHit?, _ body: Range<Int>, _ hits: ArraySlice<CueHit>) -> Bool
  {
    let start = verb?.words.upperBound ?? body.lowerBound
    guard hit.words.lowerBound <= start + 4, !isPartOfName(hit, body) else { return false }
    if let verb, text.opens(verb.words.lowerBound, withOneOf: VaguenessReader.finite) { return false }
    // "a periodic review process" exists one day; "regular audits" never end.
    let end = hit.words.upperBound
    return !(end..<max(end, min(body.upperBound, end + 4))).contains {
      text.isWord($0, VaguenessReader.lasting)
    }
  }

  private static let finite: [StaticString] = [
    "incorpor", "autom", "document", "add", "set", "creat", "defin",
  ]
  private static let lasting: [StaticString] = [
    "process", "pipeline", "backups", "job", "script", "policy", "schedule", "rotation",
  ]

  /// "Always-on", and "Continuous Profiler" within a sentence.
  private func isPartOfName(_ hit: CueHit, _ body: Range<Int>) -> Bool {
    let next = hit.words.upperBound
    let end = Int(text.words[next - 1].end)
    if next < body.upperBound, Int(text.words[next].start) == end + 1, text.isMark(end, of: "-") {
      return true
    }
    if text.isWord(hit.words.lowerBound, "continuous"), next < body.upperBound,
      text.isWord(next, ["integration", "delivery", "deployment"])
    {
      return true
    }
    return hit.words.lowerBound > body.lowerBound && next < body.upperBound
      && text.words[hit.words.lowerBound].isCapitalised && text.words[next].isCapitalised
  }

  /// "Conduct a thorough review of the process", "introduce redundancy".
  private func isLoose(_ verb: CueHit, _ hits: ArraySlice<CueHit>) -> Bool {
    let first = verb.words.lowerBound
    if text.opens(first, withOneOf: ["monitor", "keep", "run"])
      || text.opens(first, with: "introduc") && !text.opens(verb.words.upperBound, with: "automat")
    {
      return true
    }
    let joined = hits.first {
      $0.cue == .vagueVerb && $0.words.lowerBound > verb.words.lowerBound
        && $0.words.lowerBound <= verb.words.lowerBound + 3
    }
    if joined != nil { return true }
    if text.opens(first, with: "implement"),
      text.isWord(verb.words.upperBound, "best") || followsPractices(verb)
    {
      return true
    }
    guard text.opens(first, withOneOf: ["conduct", "perform", "review"]) else { return false }
    let object = verb.words.upperBound..<min(text.words.count, verb.words.upperBound + 9)
    return object.first.map { text.isWord($0, "similar") } == true || recursOpenly(object)
      || object.contains {
        text.isWord($0, ["process", "processes", "practices", "quickly", "monitoring"])
      }
  }

  /// "Set up better monitoring": a comparative takes the object's place.
  private func hasLooseObject(_ verb: CueHit, _ hits: ArraySlice<CueHit>) -> Bool {
    hits.contains {
      $0.cue == .comparative && $0.words.lowerBound >= verb.words.upperBound
        && $0.words.lowerBound <= verb.words.upperBound + 1
        && text.isWord($0.words.lowerBound, VaguenessReader.looseQualities)
    }
  }

  private static let looseQualities: [StaticString] = [
    "better", "proper", "properly", "robust", "stronger", "stricter", "tighter", "improved", "adequate",
    "appropriate", "some",
  ]

  /// A number, code, name or purpose that tells when the item is done.
  private func isMeasurable(_ body: Range<Int>, after verb: CueHit, _ hits: ArraySlice<CueHit>) -> Bool {
    let isAssurance = text.opens(verb.words.lowerBound, with: "ensur") && namesSubject(body, after: verb)
    for index in verb.words.upperBound..<max(verb.words.upperBound, body.upperBound) {
      let word = text.words[index]
      // "Ensure that the cache never serves an expired page" can be tested.
      if isAssurance, text.isWord(index, VaguenessReader.limits) { return true }
      if word.traits.contains(.digits) || text.style(ofWord: index).contains(.code) {
        return true
      }
      if word.isCapitalised, index > verb.words.upperBound, word.exact == 0, isInsideSentence(index) {
        return true
      }
      if text.isWord(index, ["include", "including", "every", "until", "separate"]) { return true }
      if text.isWord(index, ["detect", "prevent", "catch", "alert"]) {
        let object = hits.contains {
          $0.cue == .deliverable && $0.words.lowerBound < index
            && $0.words.lowerBound >= verb.words.upperBound
        }
        if object { return true }
      }
    }
    return quotes(body)
  }

  /// Whether a thing is to be ensured of something, rather than "that this does not happen again".
  private func namesSubject(_ body: Range<Int>, after verb: CueHit) -> Bool {
    let words = verb.words.upperBound..<max(verb.words.upperBound, body.upperBound)
    let subject = words.first { !text.isWord($0, "that") }
    return subject.map { !text.isWord($0, ["this", "it", "such", "similar", "these", "we"]) } ?? false
  }

  private static let limits: [StaticString] = ["no", "not", "never", "only", "cannot", "without", "unless"]

  private func isInsideSentence(_ index: Int) -> Bool {
    index > 0 && Int(text.words[index].start) - Int(text.words[index - 1].end) == 1
  }

  private func quotes(_ body: Range<Int>) -> Bool {
    guard let first = body.first, let last = body.last else { return false }
    return text.plain[Int(text.words[first].start)..<Int(text.words[last].end)].contains(UInt8(ascii: "\""))
  }
}
