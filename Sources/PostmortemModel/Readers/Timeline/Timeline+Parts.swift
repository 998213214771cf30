extension Timeline {
  /// The indices of the entries of each timeline: they stand together.
  var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for index in entries.indices.dropFirst() where entries[index].timeline != entries[index - 1].timeline {
      parts.append(start..<index)
      start = index
    }
    return entries.isEmpty ? [] : parts + [start..<entries.count]
  }
}
