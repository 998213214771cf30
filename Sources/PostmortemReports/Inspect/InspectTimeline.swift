import MarkdownTree
import PostmortemModel

/// The timeline with its instants, and the durations with the events that they are measured between.
struct InspectTimeline {
  let postmortem: Postmortem
  let paint: TextPaint

  var text: String {
    let timeline = postmortem.timeline
    if timeline.entries.isEmpty { return "" }
    let zone = timeline.zone.map { "  zone \($0.rawValue)" } ?? ""
    return paint.bold("Timeline") + zone + "\n" + timeline.entries.map(row).joined() + durations
  }

  private func row(_ entry: TimelineEntry) -> String {
    let time = entry.time?.description ?? "–"
    let end = entry.endTime.map { "–\($0.description)" } ?? ""
    let when = entry.instant?.description ?? partial(entry)
    let elapsed = entry.offset.map { ($0 < 0 ? "" : "+") + Elapsed.clock($0) } ?? ""
    let phases = entry.phases.map(\.rawValue).joined(separator: ", ")
    let text = ShownText.short(ShownText.line(entry.textSpan, in: postmortem.document), limit: 60)
    let columns = [
      (String(entry.line), 5), (time + end, 11), (when, 20), (elapsed, 9), (text, 61),
    ].map { ShownText.padded($0.0, to: $0.1) }
    return "  " + columns.joined(separator: "  ") + (phases.isEmpty ? "" : "  " + paint.dim(phases)) + "\n"
  }

  /// What is known where the instant is not.
  private func partial(_ entry: TimelineEntry) -> String {
    let date = entry.date?.description ?? "date unknown"
    return "\(date) \(entry.zone?.name ?? "no zone")"
  }

  private var durations: String {
    let all = postmortem.durations
    let rows = [
      ("detect", all.detect), ("mitigate", all.mitigate), ("resolve", all.resolve),
      ("incident", all.incident),
    ].compactMap { name, span in span.map { row(name, $0) } }
    return rows.isEmpty ? "" : "\n" + paint.bold("Durations") + "\n" + rows.joined()
  }

  private func row(_ name: String, _ span: IncidentDurations.Span) -> String {
    let length = ShownText.padded(Elapsed.words(span.seconds), to: 12)
    return "  \(ShownText.padded(name, to: 9)) \(length)  \(anchor(span.from)) → \(anchor(span.to))\n"
  }

  private func anchor(_ index: Int) -> String {
    guard postmortem.timeline.entries.indices.contains(index) else { return "?" }
    let entry = postmortem.timeline.entries[index]
    let text = ShownText.short(ShownText.line(entry.textSpan, in: postmortem.document), limit: 32)
    return "\(entry.time?.description ?? entry.date?.description ?? "line \(entry.line)") '\(text)'"
  }
}
