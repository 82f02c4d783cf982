import Secrets
import Testing

@Suite("Secret names")
struct SecretNameTests {
  @Test(
    "A name is the HMAC that other tools compute",
    arguments: [("ana", "di4lqozrl3dn7yfejxy4pvaehlugj63k"), ("Zoë Ælf", "5mapemsz7fiin6wgnekben4zfjucpqgi")])
  func known(name: String, expected: String) throws {
    // python3: base64.b32encode(hmac.new(key, name, hashlib.sha256).digest()[:20]).lower()
    let key = try #require(SecretKey("a quite long key, made for a test of names"))
    #expect(key.secretName(of: name) == expected)
  }

  @Test("Another name or another key is another secret name; the same are the same")
  func distinct() throws {
    let keys = try ["0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdeg"].map {
      try #require(SecretKey($0))
    }
    let names = keys.flatMap { key in ["ana", "ben", "Ana", ""].map(key.secretName) }
    #expect(Set(names).count == 8)
    #expect(keys[0].secretName(of: "ana") == names[0])
    for name in names { #expect(name.count == 32 && name.allSatisfy { $0.isLowercase || $0.isNumber }) }
  }

  @Test("A key of fewer than 32 bytes is none")
  func short() {
    #expect(SecretKey("0123456789abcdef0123456789abcde") == nil)
    #expect(SecretKey("") == nil)
  }
}
