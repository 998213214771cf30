/// A table from 64-bit hashes to 16-bit numbers with open addressing: the one look-up that is done for every word.
struct HashTable: Sendable {
  /// A power of two of them, each the upper 48 bits of a mixed hash above the number; 0 where none is.
  private var slots: [UInt64]
  private(set) var count = 0

  /// Room for `capacity` keys without growing.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// - Parameter entries: those of another table.
  init(entries: [UInt64]) {
    self.init(capacity: entries.count)
    count = entries.count
    slots.withUnsafeMutableBufferPointer { slots in
      for entry in entries { slots[HashTable.place(of: entry, in: UnsafeBufferPointer(slots))] = entry }
    }
  }

  /// The number of `key`, or 0.
  @inline(__always)
  func value(_ key: UInt64) -> UInt16 {
    let mixed = HashTable.mixed(key)
    return slots.withUnsafeBufferPointer { slots in
      UInt16(truncatingIfNeeded: slots[HashTable.place(of: mixed, in: slots)])
    }
  }

  /// The number is not 0.
  mutating func insert(_ value: UInt16, for key: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    let mixed = HashTable.mixed(key)
    let place = slots.withUnsafeBufferPointer { HashTable.place(of: mixed, in: $0) }
    if slots[place] == 0 { count += 1 }
    slots[place] = HashTable.entry(mixed, value)
  }

  @inline(__always)
  static func entry(_ value: UInt16, for key: UInt64) -> UInt64 { entry(mixed(key), value) }

  @inline(__always)
  private static func entry(_ mixed: UInt64, _ value: UInt16) -> UInt64 { mixed & ~0xFFFF | UInt64(value) }

  /// The keys' mixes with their numbers.
  var entries: [UInt64] { slots.filter { $0 != 0 } }

  /// A step that can be undone: different keys stay different.
  @inline(__always)
  private static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// Where the key stands or would stand. Keys that agree in the upper 48 bits of their mix are taken for one.
  @inline(__always)
  private static func place(of mixed: UInt64, in slots: UnsafeBufferPointer<UInt64>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mixed >> 32) & mask
    while slots[place] != 0, (slots[place] ^ mixed) >> 16 != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for slot in old where slot != 0 {
      let place = slots.withUnsafeBufferPointer { HashTable.place(of: slot, in: $0) }
      slots[place] = slot
    }
  }
}
