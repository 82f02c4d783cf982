/// Words, each with a number in the order of their first use.
struct WordTable: Sendable {
  /// The words behind each other.
  private(set) var bytes: [UInt8] = []
  /// Where each word starts in `bytes`, and at last where they end.
  private(set) var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// For each slot the number of its word, plus one; 0 where it is free.
  private var slots = [UInt32](repeating: 0, count: 4096)

  var count: Int { hashes.count }

  subscript(number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// The number of a word, which is new where nobody asked for it before.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, equals(number, word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(word, hash, at: slot)
  }

  private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = self[number]
    guard range.count == word.count else { return false }
    for index in word.indices where bytes[range.lowerBound + index] != word[index] { return false }
    return true
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32, at slot: Int) -> Int {
    bytes.append(contentsOf: word)
    starts.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a, its high bits mixed into the low ones.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}
