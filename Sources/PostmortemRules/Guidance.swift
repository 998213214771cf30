import PostmortemModel

extension Profile.Part {
  /// What a writer is told to put there.
  var guidance: String {
    switch self {
    case .kind(let kind): kind.guidance
    case .topic(let topic): topic.guidance
    case .own: "What belongs here."
    }
  }
}

extension SectionKind {
  fileprivate var guidance: String {
    switch self {
    case .summary: "Two or three sentences: what broke, for whom, for how long, and why."
    case .impact: "How much was hit, in numbers: users, requests, a percentage, from when to when."
    case .timeline:
      "One line an event, with its time: the change, the first failure, the alert, each attempt, the end."
    case .detection: "Which alert, customer or person told us, and how long after the start."
    case .rootCause: "What led to what, step by step, down to what made it possible. No names."
    case .investigation: "What was looked at and ruled out, wrong tracks included."
    case .escalation: "Who was called in, when, and by what path."
    case .resolution: "What ended the impact, and what made it safe."
    case .measures: "What will be better, so that this cannot happen again or hurts less."
    case .tasks: "What to do, as a verb and a thing: \"Add an alert for replication lag\"."
    case .lessons: "What we know now that we did not know before."
    case .background: "What a reader from another team has to know."
    case .conclusion: "What to remember."
    case .references: "Links, graphs and logs."
    case .title, .metadata, .other: "What belongs here."
    }
  }
}

extension SectionTopic {
  fileprivate var guidance: String {
    switch self {
    case .trigger: "What set it off at that moment."
    case .contributingFactors: "Everything that had to be so for this to happen. No names."
    case .fiveWhys: "Ask why of each answer, until it is something that you can change."
    case .fault: "What did not work as it was meant to."
    case .leadup: "What went before, and when it was changed."
    case .narrative: "The story from the start to the end, for a reader who was not there."
    case .response: "Who did what, and what it brought about."
    case .misleading: "What looked like the cause and was not."
    case .communication: "What was told to whom, and when."
    case .people: "Who took part, by role."
    case .prevention: "What would have kept it from happening."
    case .wentWell: "What helped, and should stay."
    case .wentWrong: "What made it longer or worse."
    case .gotLucky: "What could have made it worse, and did not by chance."
    case .duration: "From when to when, and how long."
    case .metrics: "Time to detect, to mitigate and to resolve."
    case .recurrence: "Whether it has happened before, and what was done then."
    case .supportingData: "Graphs, logs and links."
    }
  }
}
