/// A table from 64-bit hashes to 16-bit numbers with open addressing: the one look-up that is done for every word.
struct HashTable: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var value: UInt16 = 0
  }

  /// A power of two of them.
  private var slots: [Slot]
  private var count = 0

  /// Room for `capacity` keys without growing.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// The number of `key`, or 0.
  @inline(__always)
  func value(_ key: UInt64) -> UInt16 {
    slots.withUnsafeBufferPointer { slots in slots[HashTable.place(of: key, in: slots)].value }
  }

  mutating func insert(_ value: UInt16, for key: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    let place = slots.withUnsafeBufferPointer { HashTable.place(of: key, in: $0) }
    if slots[place].key == 0 { count += 1 }
    slots[place] = Slot(key: key, value: value)
  }

  /// Where the key stands or would stand; an empty slot holds 0.
  @inline(__always)
  private static func place(of key: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place].key != key, slots[place].key != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = HashTable(capacity: slots.count * 2)
    for slot in slots where slot.key != 0 { larger.insert(slot.value, for: slot.key) }
    self = larger
  }
}
