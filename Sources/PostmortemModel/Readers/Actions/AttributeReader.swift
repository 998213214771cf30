import MarkdownTree

/// Reads who carries out a task, by when, where it is tracked and whether it is done.
struct AttributeReader {
  private let text: ReportText
  private let outline: Outline
  private let owners: OwnerReader
  private let deadlines: DeadlineReader
  private let trackers: TrackerReader
  private let priorities: PriorityReader
  private let progress: ProgressReader

  init(text: ReportText, shapes: LineShapes, outline: Outline) {
    self.text = text
    self.outline = outline
    owners = OwnerReader(text: text, shapes: shapes)
    deadlines = DeadlineReader(text: text, shapes: shapes)
    trackers = TrackerReader(text: text)
    priorities = PriorityReader(text: text)
    progress = ProgressReader(text: text, shapes: shapes)
  }

  struct Attributes {
    var owner: ActionItem.Attribute?
    var due: ActionItem.Attribute?
    var tracker: ActionItem.Attribute?
    var priority: ActionItem.Attribute?
    var state: ActionItem.State?
  }

  /// The attributes of an item with those of the items beneath it that only add to it ("Owner: storage"), and of the one
  /// above that only groups ("High priority:").
  func attributes(of item: RawItem, extra: [RawItem], group: RawItem?) -> Attributes {
    let isRow = item.form == .row
    let all = isRow ? Array(item.lines) : extra.reduce(into: Array(item.lines)) { $0 += $1.lines }
    let lines = isRow ? [] : all
    let heading = headingLine(of: item)
    return Attributes(
      owner: attribute(item.owner ?? owners.owner(of: item, in: lines)),
      due: attribute(
        item.due ?? deadlines.due(in: lines) ?? heading.flatMap { deadlines.due(ofHeading: $0) }),
      tracker: attribute(
        item.tracker ?? trackers.tracker(in: all) ?? heading.flatMap { trackers.tracker(ofHeading: $0) }),
      priority: attribute(
        item.priority ?? priorities.priority(in: all)
          ?? heading.flatMap { priorities.priority(ofHeading: $0) }
          ?? group.flatMap { priorities.priority(ofHeading: $0.line) }),
      state: progress.state(of: item, lines: all, heading: heading))
  }

  /// Whether an item tells by when it is due, where it is tracked or how far it is.
  func isFollowed(_ item: RawItem) -> Bool {
    let all = Array(item.lines)
    let lines = item.form == .row ? [] : all
    let heading = headingLine(of: item)
    return item.due != nil || item.tracker != nil || trackers.tracker(in: all) != nil
      || deadlines.due(in: lines) != nil || progress.state(of: item, lines: all, heading: heading) != nil
      || heading.map { deadlines.due(ofHeading: $0) != nil || trackers.tracker(ofHeading: $0) != nil } == true
  }

  private func attribute(_ span: SourceSpan?) -> ActionItem.Attribute? {
    span.map { ActionItem.Attribute(text: text.text($0), span: $0) }
  }

  /// The heading right above an item, unless the item is itself one.
  private func headingLine(of item: RawItem) -> Int? {
    guard item.form != .heading, let section = item.section, outline.sections[section].form != .frontMatter
    else {
      return nil
    }
    return text.line(at: outline.sections[section].span.start)
  }
}
