/// Reads the lists of numbers that `Snapshot/lexicon.bin` is made of: each with its length before it, the lowest byte of
/// a number first.
struct SnapshotReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The numbers of the next list.
  mutating func list<Number: FixedWidthInteger>(of _: Number.Type = Number.self) -> [Number] {
    let place = place(size: MemoryLayout<Number>.size)
    let count = place.count / MemoryLayout<Number>.size
    return [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
      UnsafeMutableRawBufferPointer(numbers).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place]))
      initialized = count
      for index in 0..<count { numbers[index] = Number(littleEndian: numbers[index]) }
    }
  }

  /// The next list, of bytes.
  mutating func text() -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes.assumingMemoryBound(to: UInt8.self)[place(size: 1)])
  }

  /// Where the next list stands, whose numbers take so many bytes each; what is behind the end is left out.
  private mutating func place(size: Int) -> Range<Int> {
    guard offset + 4 <= bytes.count else { return offset..<offset }
    let length = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    let start = offset + 4
    offset = start + min(Int(length), (bytes.count - start) / size) * size
    return start..<offset
  }
}
