import Markdown
import Testing

@Suite("A quick look for links")
struct LinkScanTests {
  private func links(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return LinkScan.findings(bytes.withUnsafeBufferPointer { LinkScan.links(of: $0) }).map { finding in
      switch finding {
      case .link(let path): String(decoding: path, as: UTF8.self)
      case .include(let path): "include " + String(decoding: path, as: UTF8.self)
      }
    }
  }

  @Test("Inline links, pictures, links in brackets, with titles, over two lines, and definitions")
  func links() {
    #expect(
      links(
        "See [a](a.md), ![b](b.png \"B\"), [c](<c d.md>), [d](\n  d.md#x 'D'), [e](e(1).md) and [f][f].\n\n[f]: f.md\n")
        == ["a.md", "b.png", "c d.md", "d.md#x", "e(1).md", "f.md"])
    #expect(links("> - [a](a.md)\n>   [b]: b.md") == ["a.md", "b.md"])
    #expect(links("[![b](b.png)](a.md)") == ["b.png", "a.md"])
    #expect(links("[a](a\\_b.md)") == ["a_b.md"])
  }

  @Test("What leaves the site or stays on the page is no matter here")
  func elsewhere() {
    #expect(links("[a](https://x.example/) [b](mailto:a@b) [c](#c) [d]() [^1]\n\n[^1]: note.md\n") == [])
    #expect(links("a] (b) [c]: d, and x[c]: d") == [])
  }

  @Test(
    "Code and comments hold no links",
    arguments: [
      "`[a](a.md)`", "`` ` [a](a.md) ``", "```\n[a](a.md)\n```\n", "~~~ md\n[a](a.md)\n```\n[a](a.md)\n~~~\n",
      "> ```\n> [a](a.md)\n> ```\n", "- x\n\n  ````\n  ```\n  [a](a.md)\n  ````\n", "<!-- [a](a.md) -->",
      "```\n[a](a.md)",
      "\\[a\\](a.md)", "[a\\](a.md)",
    ])
  func code(text: String) {
    #expect(links(text) == [])
    #expect(links(text + "\n\n[b](b.md)\n").last == (text.hasSuffix("```\n[a](a.md)") ? nil : "b.md"))
  }

  @Test("An open backtick is only a backtick")
  func backtick() { #expect(links("a ` b [a](a.md)\n\n[b](b.md) `c`") == ["a.md", "b.md"]) }

  @Test("A text that is taken in, unless the braces are escaped")
  func include() {
    #expect(
      links("{{ include snippets/a.md }}\n{{include b.md}}\n\\{{ include c.md }}\n{{ now d }}") == [
        "include snippets/a.md", "include b.md",
      ])
  }

  @Test("It ends on any text, cut off anywhere")
  func cutOff() {
    let text = "```\n[a](<a.md> \\ `` {{ include x }} <!-- [b]: c\n> ~~~ ](\\"
    for count in 0...text.utf8.count { _ = links(String(decoding: text.utf8.prefix(count), as: UTF8.self)) }
    for count in 0...text.utf8.count { _ = links(String(decoding: text.utf8.dropFirst(count), as: UTF8.self)) }
  }
}
