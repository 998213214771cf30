import MarkdownTree
import PostmortemModel
import PostmortemRules

/// A reading as one object of the schema "pmlint.inspect/1". Keys are always there.
struct InspectJSON {
  let postmortem: Postmortem
  let path: String
  let profile: Profile
  /// The profile that fits best.
  let fit: ProfileFit

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "pmlint.inspect/1")
      json.member("path", path)
      json.member("class", postmortem.kind.rawValue)
      json.member("title", postmortem.title?.text)
      json.members("sections", of: postmortem.sections, section)
      json.members("timeline", of: postmortem.timeline.entries, entry)
      json.member("zone", postmortem.timeline.zone?.rawValue)
      json.members("percentages", of: postmortem.percentages, percentage)
      json.member("impactQuantified", postmortem.impact.isQuantified)
      json.members("measures", of: postmortem.measures, measure)
      json.members("tasks", of: postmortem.tasks, task)
      json.member("durations", durations)
      json.member("completeness", completeness)
      json.member("fit", writeFit)
    }
    return json.bytes
  }

  private func section(_ json: inout JSONWriter, _ section: Section) {
    json.object { json in
      json.member("line", section.line)
      json.members("kinds", of: section.kindNames) { json, name in json.string(name) }
      json.member("title", section.title)
      json.member("form", section.form.rawValue)
    }
  }

  private func entry(_ json: inout JSONWriter, _ entry: TimelineEntry) {
    json.object { json in
      json.member("line", entry.line)
      json.member("time", entry.time?.description)
      json.member("date", entry.date?.description)
      json.member("zone", entry.zone?.name)
      json.member("instant", entry.instant?.description)
      json.members("phases", of: entry.phases) { json, phase in json.string(phase.rawValue) }
      json.member("text", ShownText.line(entry.textSpan, in: postmortem.document))
    }
  }

  private func percentage(_ json: inout JSONWriter, _ percentage: Percentage) {
    json.object { json in
      json.member("line", percentage.line)
      json.member("value", percentage.value)
      json.member("impact", percentage.isImpact)
    }
  }

  private func measure(_ json: inout JSONWriter, _ measure: Measure) {
    json.object { json in
      json.member("line", measure.line)
      json.member("text", measure.text)
      json.members("tasks", of: measure.matches) { json, match in
        json.number(postmortem.tasks.indices.contains(match.task) ? postmortem.tasks[match.task].line : nil)
      }
    }
  }

  private func task(_ json: inout JSONWriter, _ task: ActionItem) {
    json.object { json in
      json.member("line", task.line)
      json.member("text", task.text)
      json.member("owner", task.owner?.text)
      json.member("due", task.due?.text)
      json.member("tracker", task.tracker?.text)
      json.member("concrete", task.isConcrete)
      json.member("done", task.state.map { $0 == .done })
    }
  }

  /// Null for a file that is no postmortem.
  private func completeness(_ json: inout JSONWriter) {
    guard postmortem.kind == .postmortem else { return json.null() }
    let completeness = Completeness(of: postmortem, in: profile)
    json.object { json in
      json.member("profile", profile.name)
      json.members("items", of: completeness.items) { json, item in
        json.object { json in
          json.member("name", item.requirement.name)
          json.member("status", item.status.rawValue)
          json.member("line", item.line)
          json.member("required", item.isRequired)
        }
      }
      json.member("score") { json in json.score(Score(of: postmortem, completeness, in: profile)) }
    }
  }

  private func writeFit(_ json: inout JSONWriter) {
    guard postmortem.kind == .postmortem else { return json.null() }
    json.object { json in
      json.member("profile", fit.profile.name)
      json.member("reason", fit.reason)
    }
  }

  private func durations(_ json: inout JSONWriter) {
    let durations = postmortem.durations
    json.object { json in
      json.member("detect", durations.detect?.seconds)
      json.member("mitigate", durations.mitigate?.seconds)
      json.member("resolve", durations.resolve?.seconds)
      json.member("incident", durations.incident?.seconds)
    }
  }
}
