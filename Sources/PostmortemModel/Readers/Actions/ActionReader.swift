import MarkdownTree

/// Reads measures and tasks, and which tasks carry out which measures.
struct ActionReader {
  let text: ReportText
  let shapes: LineShapes
  let outline: Outline
  let guidance: GuidanceReader

  func actions() -> (measures: [Measure], tasks: [ActionItem]) {
    let items = ItemFinder(text: text, shapes: shapes, outline: outline, guidance: guidance).items()
    let vagueness = VaguenessReader(text: text, shapes: shapes)
    let attributes = AttributeReader(text: text, shapes: shapes, outline: outline)
    let purpose = PurposeReader(text: text, shapes: shapes)
    let roles = roles(of: items, vagueness, attributes, purpose)
    let measures = items.indices.filter { roles[$0] == .measure }
    let tasks = items.indices.filter { roles[$0] == .task }
    let actionItems = tasks.map { index in
      let group = items[index].parent.flatMap { items[$0].isGroup ? items[$0] : nil }
      return task(
        items[index],
        attributes.attributes(of: items[index], extra: extras(of: index, items, roles), group: group),
        vagueness, purpose)
    }
    // A label such as "Flask configuration:" says what an item is about.
    let bodies = ItemBodies(text: text, shapes: shapes)
    let results = MeasureMatcher(text: text).match(
      measures.map { bodies.words(of: items[$0]) }, tasks.map { bodies.words(of: items[$0]) },
      nested: nested(tasks, in: measures, items))
    let found = zip(measures, results).map { index, result in
      Measure(
        span: items[index].span, line: text.lines[items[index].line].number + 1,
        text: text.text(items[index].span),
        matches: result.matches, nearest: result.nearest,
        isCovered: result.matches.contains { actionItems[$0.task].isConcrete }
          || purpose.isToldInPast(items[index]))
    }
    return (found, actionItems)
  }

  private func task(
    _ item: RawItem, _ found: AttributeReader.Attributes, _ vagueness: VaguenessReader,
    _ purpose: PurposeReader
  ) -> ActionItem {
    let isToldInPast = purpose.isToldInPast(item)
    return ActionItem(
      span: item.span, line: text.lines[item.line].number + 1, text: text.text(item.span), owner: found.owner,
      due: found.due, tracker: found.tracker, priority: found.priority,
      state: found.state ?? (isToldInPast ? .done : nil),
      vagueness: vagueness.vagueness(of: item), kinds: purpose.kinds(of: item),
      appeal: purpose.appeal(of: item),
      isToldInPast: isToldInPast)
  }

  /// For each measure the tasks right beneath it.
  private func nested(_ tasks: [Int], in measures: [Int], _ items: [RawItem]) -> [[Int]] {
    var result = [[Int]](repeating: [], count: measures.count)
    for (number, task) in tasks.enumerated() {
      guard let parent = items[task].parent else { continue }
      let measure = measures.partitioningIndex { $0 >= parent }
      if measure < measures.count, measures[measure] == parent { result[measure].append(number) }
    }
    return result
  }

  private enum Role { case measure, task, extra }

  private func roles(
    of items: [RawItem], _ vagueness: VaguenessReader, _ attributes: AttributeReader,
    _ purpose: PurposeReader
  ) -> [Role] {
    let hasTaskList = items.contains {
      $0.kinds.contains(.tasks) && !$0.kinds.contains(.measures) && !$0.isGroup
    }
    var roles: [Role] = []
    let namedParents = Set(items.filter { namesTask($0) }.compactMap(\.parent))
    for index in items.indices {
      let parent = items[index].parent.map { (isGroup: items[$0].isGroup, role: roles[$0]) }
      let role = role(of: items[index], beneath: parent, hasTaskList, vagueness, attributes, purpose)
      let isMeasure =
        role == .task && namedParents.contains(index) && items[index].kinds.contains(.measures)
      roles.append(isMeasure ? .measure : role)
    }
    return roles
  }

  private func role(
    of item: RawItem, beneath parent: (isGroup: Bool, role: Role)?, _ hasTaskList: Bool,
    _ vagueness: VaguenessReader, _ attributes: AttributeReader, _ purpose: PurposeReader
  ) -> Role {
    if item.isGroup { return .extra }
    let isTasks = item.kinds.contains(.tasks) && !item.kinds.contains(.measures)
    if let parent, !parent.isGroup {
      // What stands beneath a task adds to it; what stands beneath a measure may carry it out.
      guard parent.role == .measure else { return .extra }
      return namesTask(item)
        || (vagueness.isDeliverable(item) && !shapes.isField(item.line, from: item.span.start))
        ? .task : .extra
    }
    if isTasks { return shapes.isField(item.line, from: item.span.start) ? .extra : .task }
    if item.form == .sentence { return .measure }
    if item.box != nil || item.isAssigned || item.form != .heading && attributes.isFollowed(item) {
      return .task
    }
    if hasTaskList { return .measure }
    // What was done is no direction any more.
    if purpose.isToldInPast(item) { return .task }
    return vagueness.isDeliverable(item) ? .task : .measure
  }

  /// "Task: …"
  private func namesTask(_ item: RawItem) -> Bool {
    let words = text.wordRanges[item.line]
    let first = text.firstWord(from: item.span.start, in: words)
    if first == words.upperBound { return false }
    return text.opens(first, with: "task") || text.isWord(first, "action")
  }

  /// The items beneath a task that only add to it.
  private func extras(of index: Int, _ items: [RawItem], _ roles: [Role]) -> [RawItem] {
    var result: [RawItem] = []
    var next = index + 1
    while next < items.count, let parent = items[next].parent, parent >= index {
      if roles[next] == .extra { result.append(items[next]) }
      next += 1
    }
    return result
  }
}
