// Secrets makes names that nobody can guess who lacks a key. It refuses to know what is named. Always true: the same
// name and key give the same secret name, on every machine.
private import CCrypto

/// A key that a site's secret addresses are made with.
package struct SecretKey: Sendable {
  private let bytes: [UInt8]

  /// The shortest key that is taken, in bytes of UTF-8.
  package static let leastLength = 32

  /// - Returns: `nil` where the text is too short to be a key that nobody finds by trying.
  package init?(_ text: String) {
    bytes = Array(text.utf8)
    guard bytes.count >= SecretKey.leastLength else { return nil }
  }

  /// A name of 32 letters and digits for another name: the first 160 bits of HMAC-SHA-256 (RFC 2104), in the letters of
  /// base32 (RFC 4648 6), small.
  package func secretName(of name: String) -> String {
    let digest = digest(of: Array(name.utf8))
    var bits = 0 as UInt64
    var out = ""
    for (index, byte) in digest.prefix(20).enumerated() {
      bits = bits << 8 | UInt64(byte)
      guard index % 5 == 4 else { continue }
      for place in (0..<8).reversed() { out.append(SecretKey.letters[Int(bits >> UInt64(place * 5) & 31)]) }
      bits = 0
    }
    return out
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567")

  private func digest(of message: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let result = HMAC(EVP_sha256(), bytes, Int32(bytes.count), message, message.count, &digest, nil)
    precondition(result != nil, "libcrypto has SHA-256")
    return digest
  }
}
