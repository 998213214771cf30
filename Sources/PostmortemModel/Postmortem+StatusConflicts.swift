public import MarkdownTree

/// Two severities of one incident.
public struct SeverityConflict: Sendable {
  public let earlier: SourceSpan
  public let span: SourceSpan
}

extension Postmortem {
  /// The severity that differs from the one told before, where no change of it is told.
  public var severityConflict: SeverityConflict? {
    SeverityReader(reading: reading, metadata: metadata).conflict()
  }

  /// Whether the status says that nothing is left to do on the report: "final", "closed", not "complete, tasks open".
  public var isCalledFinal: Bool {
    guard let status = metadata.status?.value else { return false }
    let word = status.lowercased().split { !$0.isLetter }
    return word.count == 1 && Postmortem.finalStatuses.contains(String(word[0]))
  }

  private static let finalStatuses: Set<String> = [
    "final", "finalised", "finalized", "complete", "completed", "closed", "done", "finished",
  ]

  /// The first box that is not ticked.
  public var openBox: SourceSpan? {
    document.lines.first { $0.marker?.box == .open && !$0.isQuoted }?.span
  }
}
