public import MarkdownTree

/// A stated time to detect, mitigate or resolve that the timeline contradicts.
public struct MetricConflict: Sendable {
  public let span: SourceSpan
  /// What the timeline tells, between the two entries that are so called.
  public let told: IncidentDurations.Span
}

extension Postmortem {
  /// The stated times to detect, mitigate and resolve that fit no moments of the timeline; none unless it names both.
  public var metricConflicts: [MetricConflict] {
    MetricReader(reading: reading, timeline: timeline, durations: durations).conflicts()
  }
}
