public import MarkdownTree

/// A line of what a report tells, without what may still change once the report is final: how far its tasks are.
struct SettledLine {
  let text: String
  let span: SourceSpan
}

/// What is no longer as it was in a report.
public enum SettledChange: Sendable {
  /// Lines that are new, or read otherwise than before.
  case changed(SourceSpan)
  /// Text that is gone, while all else is still there.
  case removed(String)
  /// A line that stands in another place, while all are still there.
  case moved(SourceSpan)
}

extension Postmortem {
  /// Whether its status says that the text is finished, though tasks may be open: "Final", "Complete, action items in
  /// progress", not "Final review".
  public var isSettled: Bool {
    guard let status = metadata.status?.value, !metadata.isDraft else { return false }
    let trimmed = status.lowercased().drop { !$0.isLetter }
    let word = trimmed.prefix { $0.isLetter }
    guard Postmortem.settledStatuses.contains(String(word)) else { return false }
    return trimmed.dropFirst(word.count).first { $0 != " " }?.isLetter != true
  }

  private static let settledStatuses: Set<String> = [
    "final", "finalised", "finalized", "complete", "completed", "closed", "done", "finished", "published",
    "approved", "abgeschlossen", "veröffentlicht", "terminé", "publié", "finalizado", "publicado",
    "concluído",
    "完了", "公開",
  ]

  /// What a change did to the report beside the progress of its tasks. Where lines break is no matter.
  public func settledChanges(since base: Postmortem) -> [SettledChange] {
    let (old, new) = (base.settledLines, settledLines)
    let (oldWords, newWords) = (Self.words(of: old), Self.words(of: new))
    if oldWords == newWords { return [] }
    var known: [String: Int] = [:]
    for line in old { known[line.text, default: 0] += 1 }
    var changed: [SourceSpan] = []
    var isRunning = false
    for line in new {
      let count = known[line.text] ?? 0
      known[line.text] = max(0, count - 1)
      if count == 0 {
        if isRunning, let last = changed.popLast() {
          changed.append(last.joined(with: line.span))
        } else {
          changed.append(line.span)
        }
      }
      isRunning = count == 0
    }
    if !changed.isEmpty { return changed.map { .changed($0) } }
    if let gone = old.first(where: { known[$0.text, default: 0] > 0 }) { return [.removed(gone.text)] }
    let moved = zip(old, new).first { $0.text != $1.text }
    return moved.map { [.moved($0.1.span)] } ?? []
  }

  private static func words(of lines: [SettledLine]) -> [Substring] {
    lines.flatMap { $0.text.split(separator: " ") }
  }
}
