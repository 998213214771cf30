public import MarkdownTree

/// A number with % or "percent".
public struct Percentage: Sendable {
  public let span: SourceSpan
  /// The line, from 1.
  public let line: Int
  public let value: Double
  /// Whether it tells how much of the users, requests, traffic, transactions, services, revenue or availability was hit.
  public let isImpact: Bool
  /// Whether it is a part of a whole ("80 % of our users"), so that it cannot exceed 100.
  public let isShare: Bool
}

/// How large the hit was, as told anywhere in the report.
public struct Impact: Sendable {
  /// A number or totality that measures the hit ("about 340,000 users", "all customers", "80 %").
  public struct Measurement: Sendable {
    public enum Kind: Hashable, Sendable {
      case percentage, count, totality
    }

    public let span: SourceSpan
    public let kind: Kind
  }

  public let measurements: [Measurement]
  public var isQuantified: Bool { !measurements.isEmpty }
}

extension Postmortem {
  /// What the summary says of how much was hit: many templates have no other place for the impact.
  public var impactInSummary: Impact.Measurement? {
    impact.measurements.first { measurement in
      sections.contains { section in
        section.isKind(.summary) && measurement.span.start >= section.bodyStart
          && section.lines.last.map { measurement.span.end <= document.lines[$0].span.end } == true
      }
    }
  }
}
