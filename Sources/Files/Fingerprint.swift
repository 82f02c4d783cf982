/// A number that changes with the bytes: to tell editions of a file apart, not to withstand anybody who means harm. The
/// same on every machine.
package func fingerprint(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  var hash = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
  var position = 0
  while position + 8 <= bytes.count {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    hash = mixed(hash ^ word)
    position += 8
  }
  for byte in bytes[position...] { hash = mixed(hash ^ UInt64(byte)) }
  return hash
}

private func mixed(_ value: UInt64) -> UInt64 {
  let product = value &* 0x9e37_79b9_7f4a_7c15
  return product ^ product >> 29
}
