import Site
import SiteTestSupport
import Testing

@Suite("Addresses")
struct AddressTests {
  @Test(
    "A link is the shortest way from one address to another",
    arguments: [
      ("", "", "./"), ("", "now/", "now/"), ("", "a/b/", "a/b/"), ("now/", "", "../"), ("now/", "now/", "./"),
      ("playbook/a/", "playbook/b/", "../b/"), ("playbook/a/", "playbook/", "../"), ("playbook/", "playbook/a/", "a/"),
      ("playbook/a/", "play/a/", "../../play/a/"), ("a/b/c/", "a/x/c/", "../../x/c/"), ("404.html", "now/", "now/"),
      ("a/b.ics", "a/c.ics", "c.ics"), ("a/b/", "a/b.ics", "../b.ics"), ("", "assets/a b.png", "assets/a%20b.png"),
      ("", "größe/", "gr%C3%B6%C3%9Fe/"), ("größe/a/", "größe/b/", "../b/"), ("", "a%20b/", "a%2520b/"),
      ("", "q?#/", "q%3F%23/"), ("", "a:b/", "a%3Ab/"), ("x/", "x/@ana/", "@ana/"),
    ])
  func link(from: String, to: String, expected: String) {
    #expect(Address(from).link(to: Address(to)) == expected)
  }

  @Test("Whatever the two addresses, a browser that follows the link arrives")
  func property() {
    var dice = Dice(seed: 7)
    func address() -> String {
      let folders = (0..<Int(dice.next() % 4)).map { _ in dice.pick(["a", "b", "ab", "é", "a b"]) + "/" }.joined()
      return folders + (dice.oneIn(3) ? dice.pick(["a.ics", "b", "é.png"]) : "")
    }
    for _ in 0..<2_000 {
      let (from, to) = (address(), address())
      #expect(followed(Address(from).link(to: Address(to)), from: from) == Address.encoded(to))
    }
  }

  @Test("The way to the root climbs as many folders as lead to the page")
  func toRoot() {
    #expect(
      ["", "404.html", "now/", "a/b/", "a/b.ics"].map { Address($0).toRoot } == ["./", "./", "../", "../../", "../"])
  }

  @Test("The file of an address that ends in a slash is the index.html in it")
  func file() {
    #expect(["", "now/", "a.ics"].map { Address($0).file } == ["index.html", "now/index.html", "a.ics"])
    #expect(Address("a b/").absolute("https://x.example/y/") == "https://x.example/y/a%20b/")
  }

  /// Where a relative reference leads (RFC 3986 5.2.4), in the plainest way.
  private func followed(_ link: String, from: String) -> String {
    var folders = Address.encoded(from).split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    var last = ""
    for (part, isLast) in link.split(separator: "/", omittingEmptySubsequences: false).enumeratedFromEnd() {
      switch part {
      case ".": break
      case "..": folders.removeLast()
      default: if isLast { last = String(part) } else { folders.append(String(part)) }
      }
    }
    return folders.map { $0 + "/" }.joined() + last
  }
}

extension Array {
  fileprivate func enumeratedFromEnd() -> [(Element, isLast: Bool)] {
    enumerated().map { ($1, $0 == count - 1) }
  }
}
