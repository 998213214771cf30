/// Some kinds of sections: what is asked of every line is asked of bits rather than of lists.
package struct KindSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  static let title = KindSet(rawValue: 1 << 0)
  static let summary = KindSet(rawValue: 1 << 1)
  static let impact = KindSet(rawValue: 1 << 2)
  static let timeline = KindSet(rawValue: 1 << 3)
  static let detection = KindSet(rawValue: 1 << 4)
  static let rootCause = KindSet(rawValue: 1 << 5)
  static let investigation = KindSet(rawValue: 1 << 6)
  static let escalation = KindSet(rawValue: 1 << 7)
  static let resolution = KindSet(rawValue: 1 << 8)
  static let measures = KindSet(rawValue: 1 << 9)
  static let tasks = KindSet(rawValue: 1 << 10)
  static let lessons = KindSet(rawValue: 1 << 11)
  static let metadata = KindSet(rawValue: 1 << 12)
  static let conclusion = KindSet(rawValue: 1 << 13)
  static let references = KindSet(rawValue: 1 << 14)
  static let background = KindSet(rawValue: 1 << 15)
  static let other = KindSet(rawValue: 1 << 16)

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package init(_ kinds: [SectionKind]) { self = kinds.reduce(into: []) { $0.formUnion(KindSet($1)) } }

  init(_ kind: SectionKind) {
    switch kind {
    case .title: self = .title
    case .summary: self = .summary
    case .impact: self = .impact
    case .timeline: self = .timeline
    case .detection: self = .detection
    case .rootCause: self = .rootCause
    case .investigation: self = .investigation
    case .escalation: self = .escalation
    case .resolution: self = .resolution
    case .measures: self = .measures
    case .tasks: self = .tasks
    case .lessons: self = .lessons
    case .metadata: self = .metadata
    case .conclusion: self = .conclusion
    case .references: self = .references
    case .background: self = .background
    case .other: self = .other
    }
  }

  var count: Int { rawValue.nonzeroBitCount }

  package func overlaps(_ other: KindSet) -> Bool { rawValue & other.rawValue != 0 }
}
