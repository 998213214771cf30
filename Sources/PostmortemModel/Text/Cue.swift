/// What a phrase of the vocabulary says. The raw values are the labels of `Vocabulary/cues.txt` and `phases.txt`.
enum Cue: String, CaseIterable {
  // phases.txt
  case trigger
  case impactStart = "impact-start"
  case detected, acknowledged, declared, investigating, misleading, escalated, communicated, identified
  case mitigating, mitigated, resolved, verified, closed
  case partial, success
  case noEffect = "no-effect"
  case negation
  // cues.txt
  case impactNoun = "impact-noun"
  case impactVerb = "impact-verb"
  case lossVerb = "loss-verb"
  case noneWord = "none-word"
  case impactOther = "impact-other"
  case goal, recovery, growth, totality
  case totalityWord = "totality-word"
  case countNoun = "count-noun"
  case numberWord = "number-word"
  case durationOfIncident = "duration-of-incident"
  case durationOther = "duration-other"
  case person
  case humanError = "human-error"
  case humanErrorKept = "human-error-kept"
  case blameVerb = "blame-verb"
  case blameJudgement = "blame-judgement"
  case blameFault = "blame-fault"
  case punishment
  case quoteKept = "quote-kept"
  case taskVerb = "task-verb"
  case vagueVerb = "vague-verb"
  case lightVerb = "light-verb"
  case recurring, comparative, attitude, deliverable, deadline
  case ownerWord = "owner-word"
  case doneWord = "done-word"
  case taskIntro = "task-intro"
  case taskOutro = "task-outro"
  case modal
  // Language.
  case counterfactual, hindsight, participle, averted, animation
  case credit
  case creditVerb = "credit-verb"
  case leftoverHint = "leftover-hint"
  case instruction
  case titleWord = "title-word"
  case distinctName = "distinct-name"
  case otherWord = "other-word"
  case otherTitle = "other-title"
  case otherHeading = "other-heading"
  case postmortemWord = "postmortem-word"
  case placeholderWord = "placeholder-word"
  case guidanceWord = "guidance-word"
  case placeholderVerb = "placeholder-verb"
  case patternWord = "pattern-word"
  case templateTitle = "template-title"
  case musingVerb = "musing-verb"
  case timeLead = "time-lead"
  case timesWord = "times-word"
  case nextDay = "next-day"
  case waiting
  case publicationWord = "publication-word"
  case detector
  case detectorDevice = "detector-device"
  case laterWord = "later-word"
  case wishWord = "wish-word"
  case endWord = "end-word"
  case columnAction = "column-action"
  case columnOwner = "column-owner"
  case columnDue = "column-due"
  case columnStatus = "column-status"
  case columnTracker = "column-tracker"
  case columnOther = "column-other"
  case nothing
  case statusDone = "status-done"
  case statusOpen = "status-open"
  case taskPrevent = "task-prevent"
  case taskDetect = "task-detect"
  case taskMitigate = "task-mitigate"
  case taskRepair = "task-repair"
  case taskInvestigate = "task-investigate"
  case taskPeople = "task-people"
  case teach
  case teachOther = "teach-other"
  case priorityWord = "priority-word"
  case priorityValue = "priority-value"
  case priorityHeading = "priority-heading"
  case columnPriority = "column-priority"
  case vagueQuantity = "vague-quantity"
  case audience
  case unknownState = "unknown-state"
  case unknownWord = "unknown-word"
  case causeNoun = "cause-noun"
  case extentNoun = "extent-noun"
  case mechanism
  case fiveWhys = "five-whys"
  case changeVerb = "change-verb"
  case workaround
  case documentDate = "document-date"
  case incidentDate = "incident-date"
  case incidentStart = "incident-start"
  case headDate = "head-date"
  case otherDate = "other-date"
  case metricDetect = "metric-detect"
  case metricMitigate = "metric-mitigate"
  case metricResolve = "metric-resolve"
  case aboutWord = "about-word"
  case severityChange = "severity-change"
  case temporaryThing = "temporary-thing"
  case permanent
  // A team's own.
  case accepted
  case ownerName = "owner-name"

  /// By the numbers that the lexicon has for them.
  static let numbered = Cue.allCases

  /// The phase that the cue stands for. Asked for every cue of a timeline, so by number rather than by name.
  var phase: Phase? {
    switch self {
    case .trigger: .trigger
    case .impactStart: .impactStart
    case .detected: .detected
    case .acknowledged: .acknowledged
    case .declared: .declared
    case .investigating: .investigating
    case .misleading: .misleading
    case .escalated: .escalated
    case .communicated: .communicated
    case .identified: .identified
    case .mitigating: .mitigating
    case .mitigated: .mitigated
    case .resolved: .resolved
    case .verified: .verified
    case .closed: .closed
    default: nil
    }
  }
}

/// A phrase of the vocabulary found in the text.
struct CueHit {
  let cue: Cue
  private let first: UInt32
  private let end: UInt32

  /// There are no more words than offsets, which fit into 32 bits as well.
  @inline(__always)
  init(cue: Cue, words first: Int, _ end: Int) {
    self.cue = cue
    (self.first, self.end) = (UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: end))
  }

  /// The words of the phrase.
  var words: Range<Int> { Range(uncheckedBounds: (Int(first), Int(end))) }
}
