import PostmortemModel

/// "Did you mean …?"
public enum NearestName {
  /// The known name that needs the fewest changes; nil if all need too many.
  public static func nearest(to name: String, in known: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(100))
    for limit in 0...max(2, wanted.count / 3) {
      if let near = known.first(where: { EditDistance.isWithin(limit, wanted, Array($0.utf8)) }) {
        return near
      }
    }
    return nil
  }
}
