/// Lengths of time for people.
public enum Elapsed {
  /// `2:05`, with days `1d 2:05`.
  public static func clock(_ seconds: Int) -> String {
    let sign = seconds < 0 ? "-" : ""
    let minutes = Int(seconds.magnitude / 60)
    let days = minutes / 1440
    let rest = minutes % 60
    let clock = "\(minutes / 60 % 24):\(rest < 10 ? "0" : "")\(rest)"
    return sign + (days > 0 ? "\(days)d " : "") + clock
  }

  /// `1 d 2 h 15 min`.
  public static func words(_ seconds: Int) -> String {
    let sign = seconds < 0 ? "-" : ""
    let text = text(units(of: Int(clamping: seconds.magnitude)))
    return text.isEmpty ? "0 min" : sign + text
  }

  /// The same without seconds from a minute on; days from a hundred hours on, as people count them, and then without
  /// minutes: `2 h 15 min`, `53 h 16 min`, `5 d 4 h`, `30 s`.
  public static func text(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds >= 360_000 { return text(units(of: seconds).prefix(2)) }
    let hours: [Unit] = [(seconds / 3600, "h"), (seconds / 60 % 60, "min")]
    return text(hours)
  }

  private typealias Unit = (count: Int, name: StaticString)

  private static func units(of seconds: Int) -> [Unit] {
    [
      (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
    ]
  }

  private static func text(_ units: some Sequence<Unit>) -> String {
    units.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }.joined(separator: " ")
  }
}
