import PostmortemModel

/// Values by the paths that they belong to.
///
/// No dictionary: what Swift's runtime does for the first of its kind takes a tenth of the time of a report.
struct PathTable<Value> {
  /// In the order of their paths.
  private var rows: [(path: FilePath, value: Value)] = []

  subscript(path: FilePath) -> Value? {
    let place = place(of: path)
    return place < rows.count && rows[place].path == path ? rows[place].value : nil
  }

  /// The first value of a path counts.
  mutating func add(_ value: Value, for path: FilePath) {
    let place = place(of: path)
    if place == rows.count || rows[place].path != path { rows.insert((path, value), at: place) }
  }

  /// Where a path stands or would stand.
  private func place(of path: FilePath) -> Int { rows.partitioningIndex { $0.path >= path } }
}

extension PathTable: Sendable where Value: Sendable {}
