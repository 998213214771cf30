/// A table from 64-bit hashes to 16-bit numbers with open addressing: the one look-up that is done for every word.
struct HashTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt16]
  private var mask: Int
  private var count = 0

  /// Room for `capacity` keys without growing.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt16](repeating: 0, count: size)
    mask = size - 1
  }

  /// The number of `key`, or 0.
  @inline(__always)
  func value(_ key: UInt64) -> UInt16 {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  mutating func insert(_ value: UInt16, for key: UInt64) {
    if (count + 1) * 2 > keys.count { grow() }
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    var larger = HashTable(capacity: keys.count * 2)
    for (key, value) in zip(keys, values) where key != 0 { larger.insert(value, for: key) }
    self = larger
  }
}

/// The FNV-1a hash, byte by byte (http://www.isthe.com/chongo/tech/comp/fnv/).
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
