import PostmortemRules

extension JSONWriter {
  /// `{"total": 72, "parts": [{"name", "points", "of", "advice"}]}`.
  mutating func score(_ score: Score?) {
    guard let score else { return null() }
    object { json in
      json.member("total", score.total)
      json.members("parts", of: score.parts) { json, part in
        json.object { json in
          json.member("name", part.name)
          json.member("points", part.points)
          json.member("of", part.of)
          json.member("advice", part.advice)
        }
      }
    }
  }
}
