/// How a terminal shows one scalar.
enum ScalarWidth {
  /// The number of columns: 2 for East Asian wide scalars and emoji, 0 for marks that join the one before.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if isWide(value) { return 2 }
    if (0x1160...0x11FF).contains(value) { return 0 }  // Hangul letters that join the syllable before them
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// Whether a scalar must not reach a terminal as it is: control characters, and those that turn the direction of
  /// text or end a line, by which content could pass itself off as something else.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C: true
    default: false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = WideScalars.ranges.count
    while low < high {
      let middle = (low + high) / 2
      if WideScalars.ranges[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < WideScalars.ranges.count && WideScalars.ranges[low].first <= value
  }
}
