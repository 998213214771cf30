import MarkdownTree

/// Two sections of one kind and one name beside each other.
public struct DuplicateSection: Sendable {
  public let section: Section
  public let first: Section
}

extension Postmortem {
  /// The sections that say again, and perhaps otherwise, what one before them says. Parts of one subject have names of
  /// their own ("Follow-up timeline"), and each incident of a file has its own heading above them.
  public var duplicateSections: [DuplicateSection] {
    var known: [SectionKey: Int] = [:]
    var result: [DuplicateSection] = []
    // Most reports have each kind once: only of those that come again are the names compared.
    var seen = KindSet()
    var again = KindSet()
    for index in sections.indices where sections[index].mayBeDuplicate {
      let kinds = kindSet(ofSection: index)
      again.formUnion(seen.intersection(kinds))
      seen.formUnion(kinds)
    }
    for index in sections.indices
    where kindSet(ofSection: index).overlaps(again) && sections[index].mayBeDuplicate {
      let section = sections[index]
      let first = known[key(of: section), default: index]
      known[key(of: section)] = first
      if first != index { result.append(DuplicateSection(section: section, first: sections[first])) }
    }
    return result
  }

  private func key(of section: Section) -> SectionKey {
    let text = reading.text
    let words = text.words(ofLine: text.line(at: section.span.start), from: section.span.start).lazy
      .filter { !text.words[$0].isNumber && Int(text.words[$0].end) <= section.span.end }
    var parent = section.parent
    if let around = parent, sections[around].isKind(.title) { parent = nil }
    return SectionKey(kinds: section.kinds, parent: parent, words: words.map { text.words[$0].hash })
  }
}

extension Section {
  fileprivate var mayBeDuplicate: Bool {
    guard content == .full, !isKind(.title), !isKind(.other), !isKind(.metadata) else { return false }
    return form == .atx || form == .setext || form == .html || form == .boldLine
  }
}

private struct SectionKey: Hashable {
  let kinds: [SectionKind]
  let parent: Int?
  /// The hashes of the name's words.
  let words: [UInt32]
}
