import Foundation
import PostmortemRules
import Testing

@testable import PostmortemReports

/// The schema takes what the parser takes: JSON is YAML, so both are given the same texts.
@Suite struct ConfigurationSchemaTests {
  private let schema: [String: Any]

  init() throws {
    let json = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.json))
    schema = try #require(json as? [String: Any])
  }

  /// What only the parser can tell, since it takes more than the form.
  private static let beyondForm = [
    "unknown profile", "is no zone", "names no versions", "unknown section", "the form of a ticket",
    "the glob",
    "of the required versions", "no profile", "a range of words", "a word or phrase", "pmlint's own",
  ]

  private static let values = [
    "\"standard\"", "\"text\"", "\"off\"", "\"error\"", "\"never\"", "\"2026.1\"", "2026.1", "\"UTC\"", "7",
    "101",
    "-1", "0.5", "null", "[]", "[\"a\"]", "[\"summary\"]", "[[\"tasks\", \"measures\"]]", "[[[\"tasks\"]]]",
    "{}",
    "[{}]", "[null]", "{\"a\": \"b\"}", "{\"a\": null}", "{\"A b\": \"x\"}", "{\"zone\": \"off\"}",
    "{\"missing-zone\": \"error\"}", "{\"missing-zone\": \"loud\"}", "{\"files\": \"a\"}",
    "[{\"files\": \"a\", \"zone\": \"utc\"}]", "[{\"zone\": \"utc\"}]", "[{\"files\": null}]",
    "[{\"files\": \"a\", \"edition\": \"2026.1\"}]", "{\"summary\": [\"x\"]}", "{\"summary\": {}}",
    "{\"names\": {\"summary\": \"x\"}}", "{\"names\": {\"summery\": \"x\"}}",
    "{\"kinds\": {\"own\": [\"x\"]}}",
    "{\"kinds\": {\"Own\": [\"x\"]}}", "{\"required\": [\"summary\"]}", "{\"owners\": [\"x\"]}",
    "{\"trackers\": \"A-1\"}", "{\"owner\": [\"x\"]}", "{\"a\": {\"extends\": \"alx\"}}",
    "{\"a\": {\"tasks\": [\"owner\"], \"zone\": \"utc\", \"words\": \"1-2\"}}", "{\"a\": {\"tasks\": 7}}",
    "{\"a\": {\"rules\": {\"missing-zone\": \"off\"}}}", "{\"a\": {\"colour\": 1}}",
    "{\"a\": {\"sections\": {\"required\": [[\"summary\"]], \"order\": [\"summary\"]}}}",
    "{\"a\": {\"divisions\": {\"lessons\": [\"went-well\"]}, \"metadata\": \"date\", \"phases\": [\"detected\"]}}",
    "{\"a\": {\"impact\": \"number\", \"people\": \"roles\", \"about\": \"x\", \"source\": \"y\"}}",
  ]

  @Test(arguments: ConfigurationKey.allCases.map(\.rawValue) + ["colour", "other"])
  func takesWhatTheParserTakes(key: String) throws {
    for value in Self.values {
      let text = "{\"\(key)\": \(value)}"
      let problems = ConfigurationReader.read(Array(text.utf8), version: "0.1.0").problems.map(\.message)
      let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let formal = problems.filter { problem in !Self.beyondForm.contains { problem.contains($0) } }
      if accepts(json, schema) {
        #expect(formal == [], "the schema takes \(text)")
      } else {
        #expect(problems != [], "the schema does not take \(text)")
      }
    }
  }

  @Test func everyKeyIsDescribed() {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    #expect(Set(properties.keys) == Set(ConfigurationKey.allCases.map(\.rawValue)))
    #expect(properties.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
  }

  /// As much of JSON Schema as the schema uses.
  private func accepts(_ value: Any, _ schema: [String: Any]) -> Bool {
    if let choices = schema["anyOf"] as? [[String: Any]], !choices.contains(where: { accepts(value, $0) }) {
      return false
    }
    if let type = schema["type"] {
      let types = type as? [String] ?? [type as? String ?? ""]
      if !types.contains(where: { isType($0, value) }) { return false }
    }
    if let known = schema["enum"] as? [Any], !known.contains(where: { "\($0)" == "\(value)" }) {
      return false
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return false
    }
    if let number = value as? Int {
      if let least = schema["minimum"] as? Int, number < least { return false }
      if let most = schema["maximum"] as? Int, number > most { return false }
    }
    if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
      return list.allSatisfy { accepts($0, items) }
    }
    return (value as? [String: Any]).map { accepts(object: $0, schema) } ?? true
  }

  private func accepts(object: [String: Any], _ schema: [String: Any]) -> Bool {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    if let required = schema["required"] as? [String], !required.allSatisfy({ object[$0] != nil }) {
      return false
    }
    let names = schema["propertyNames"] as? [String: Any] ?? [:]
    return object.allSatisfy { name, value in
      guard accepts(name, names) else { return false }
      if let known = properties[name] { return accepts(value, known) }
      if let others = schema["additionalProperties"] as? [String: Any] { return accepts(value, others) }
      return schema["additionalProperties"] as? Bool != false
    }
  }

  private func isType(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "string": value is String
    case "null": value is NSNull
    case "array": value is [Any]
    case "object": value is [String: Any]
    case "integer": value is Int
    default: !(value is String) && value is Double
    }
  }
}
