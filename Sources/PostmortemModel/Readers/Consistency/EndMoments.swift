/// The moments up to which a length may run, in order.
struct EndMoments {
  struct Moment {
    /// In seconds, as the offsets of entries.
    let offset: Int
    let entry: Int
  }

  private let moments: [Moment]

  /// - Parameter isDisordered: whether only the clock can be trusted, so that each end may be of the next day.
  init(_ ends: [Int], of entries: [TimelineEntry], isDisordered: Bool) {
    var moments = ends.compactMap { index in
      entries[index].endOffset.map { Moment(offset: $0, entry: index) }
    }
    if isDisordered { moments += moments.map { Moment(offset: $0.offset + 86_400, entry: $0.entry) } }
    self.moments = moments.sorted { $0.offset < $1.offset }
  }

  func contains(in range: ClosedRange<Int>) -> Bool {
    let place = moments.partitioningIndex { $0.offset >= range.lowerBound }
    return place < moments.count && moments[place].offset <= range.upperBound
  }

  /// The one nearest to a moment of those after a start before it.
  func nearest(to offset: Int, after start: Int) -> Moment? {
    let place = moments.partitioningIndex { $0.offset >= offset }
    let next = place < moments.count ? moments[place] : nil
    guard place > 0, moments[place - 1].offset > start else { return next }
    let previous = moments[place - 1]
    return next.map { offset - previous.offset <= $0.offset - offset ? previous : $0 } ?? previous
  }
}

extension TimelineEntry {
  /// The offset of its end, if it is a range of time, or its own.
  fileprivate var endOffset: Int? {
    guard let offset, let time, let endTime, endTime > time else { return offset }
    return offset + endTime.secondsOfDay - time.secondsOfDay
  }
}
