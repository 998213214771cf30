import PostmortemRules

/// The JSON Schema (draft 2020-12) of a configuration file, made from the table that the parser goes by.
package enum ConfigurationSchema {
  package static var json: [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "pmlint configuration (.pmlint.yml)")
      body(ConfigurationKey.fileForm, &json)
    }
    return json.bytes + [0x0A]
  }

  /// An object for a form. A value may be left out below its key, which then counts as not set.
  private static func write(
    _ form: ValueForm, about: String? = nil, allowsNull: Bool = false, _ json: inout JSONWriter
  ) {
    json.object { json in
      if let about { json.member("description", about) }
      if allowsNull {
        json.members("anyOf", of: [form, nil]) { json, form in
          if let form { write(form, &json) } else { json.object { $0.member("type", "null") } }
        }
      } else {
        body(form, &json)
      }
    }
  }

  private static func body(_ form: ValueForm, _ json: inout JSONWriter) {
    switch form {
    // What is text to the parser is a number to YAML where it looks like one and is not quoted.
    case .text, .version, .words: json.members("type", of: ["string", "number"]) { $0.string($1) }
    case .choice(let names, _): json.member("enum") { choices(names, &$0) }
    case .number(let range):
      json.member("type", "integer")
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
    case .list(let element):
      json.member("anyOf") { json in
        json.array { json in
          write(element, &json)
          json.object { json in
            json.member("type", "array")
            json.member("items") { write(element, &$0) }
          }
        }
      }
    case .record(let members): record(members, &json)
    case .table(let names, _, let value):
      let members = names.map { ValueForm.Member(name: $0, form: value) }
      record(members, &json)
    case .part:
      json.members("anyOf", of: [true, false]) { json, isKnown in
        json.object { json in
          if isKnown {
            json.member("enum") { choices(ProfileForm.parts, &$0) }
          } else {
            json.member("type", "string")
            json.member("pattern", ValueForm.namePattern)
          }
        }
      }
    case .names(let value):
      json.member("type", "object")
      json.member("propertyNames") { json in json.object { $0.member("pattern", ValueForm.namePattern) } }
      json.member("additionalProperties") { write(value, allowsNull: true, &$0) }
    case .profiles:
      json.member("type", "object")
      json.member("additionalProperties") { write(ProfileForm.profile, allowsNull: true, &$0) }
    }
  }

  private static func record(_ members: [ValueForm.Member], _ json: inout JSONWriter) {
    json.member("type", "object")
    json.member("additionalProperties", false)
    json.member("properties") { json in
      json.object { json in
        for member in members {
          json.member(member.name) { json in
            write(
              member.form, about: member.about.isEmpty ? nil : member.about, allowsNull: !member.isRequired,
              &json)
          }
        }
      }
    }
    let required = members.filter(\.isRequired).map(\.name)
    if !required.isEmpty { json.members("required", of: required) { $0.string($1) } }
  }

  /// YAML takes "2026.1" for a number where it is not quoted.
  private static func choices(_ names: [String], _ json: inout JSONWriter) {
    json.array { json in
      for name in names {
        json.string(name)
        if let number = Double(name) { json.number(number) }
      }
    }
  }
}
