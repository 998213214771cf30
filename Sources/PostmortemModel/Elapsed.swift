/// Lengths of time for people.
public enum Elapsed {
  /// "2 h 15 min", "45 min", "3 d 4 h", "30 s".
  public static func text(_ seconds: Int) -> String {
    let days = seconds / 86_400
    let hours = seconds / 3600 % 24
    let minutes = seconds / 60 % 60
    if seconds < 60 { return "\(seconds) s" }
    var parts: [String] = []
    if days > 0 { parts.append("\(days) d") }
    if hours > 0 { parts.append("\(hours) h") }
    if minutes > 0 && days == 0 { parts.append("\(minutes) min") }
    return parts.joined(separator: " ")
  }
}
