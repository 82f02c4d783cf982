import Highlighting
import SiteTestSupport
import Testing

/// Code in which tokens stand in brackets behind the letter of their class: `‹k if›`.
private func marked(_ language: String, _ code: String) -> String {
  guard let language = Language(language) else { return "unknown" }
  var out: [UInt8] = []
  var code = code
  code.withUTF8 { language.highlight($0, into: &out) }
  return String(decoding: out, as: UTF8.self).replacing(#/<span class="hl-(.)">/#) { "‹\($0.1) " }
    .replacing("</span>", with: "›")
}

@Suite("Highlighting of code")
struct HighlightingTests {
  @Test("Shell: commands, variables, strings, here-documents, comments at the start of a word")
  func shell() {
    let code = """
      #!/bin/sh
      for host in "$@"; do
        ssh -n "$host" uptime | grep -v '0 users' # not#this
        LAST=$(date +%s) && echo "at ${LAST:-never}" a#b
      done
      cat <<'EOF' > /tmp/x
      $not a "command
      EOF
      if [ -z $LAST ]; then exit 1; fi
      """
    #expect(
      marked("sh", code) == """
        ‹c #!/bin/sh›
        ‹k for› host ‹k in› ‹s &quot;$@&quot;›; ‹k do›
          ‹f ssh› -n ‹s &quot;$host&quot;› uptime | ‹f grep› -v ‹s '0 users'› ‹c # not#this›
          ‹p LAST›=$(‹f date› +%s) &amp;&amp; ‹f echo› ‹s &quot;at ${LAST:-never}&quot;› a#b
        ‹k done›
        ‹f cat› &lt;&lt;'EOF' &gt; /tmp/x
        ‹s $not a &quot;command
        EOF›
        ‹k if› ‹f [› -z ‹p $LAST› ]; ‹k then› ‹k exit› 1; ‹k fi›
        """)
  }

  @Test("A session: prompts and commands, and what they print as it is")
  func session() {
    #expect(
      marked("console", "$ sitegen who | head -1\nDelivery if done\n# apt-get update\n") == """
        ‹h $› ‹f sitegen› who | ‹f head› -1
        Delivery if done
        ‹h #› ‹f apt-get› update

        """)
  }

  @Test("YAML: keys, strings, numbers and dates, anchors, block scalars by their indentation")
  func yaml() {
    let code = """
      # The rota
      title: Delivery support
      starts: 2026-01-05
      "quoted key": 'it''s'   # why
      seats: {engineer: {members: [ana, 12, true]}}
      run: |
        echo "x: y"

        # not a comment
      next: &anchor *other
      - name: https://x.example/#a
        on: null
      """
    #expect(
      marked("yml", code) == """
        ‹c # The rota›
        ‹p title›: Delivery support
        ‹p starts›: ‹n 2026-01-05›
        ‹p &quot;quoted key&quot;›: ‹s 'it'›‹s 's'›   ‹c # why›
        ‹p seats›: {‹p engineer›: {‹p members›: [ana, ‹n 12›, ‹n true›]}}
        ‹p run›: |
        ‹s   echo &quot;x: y&quot;

          # not a comment›
        ‹p next›: ‹f &amp;anchor› ‹f *other›
        - ‹p name›: https://x.example/#a
          ‹p on›: ‹n null›
        """)
  }

  @Test("JSON, SQL, diff")
  func data() {
    #expect(
      marked("json", #"{"a\"b" : [1.5e-3, true, "x:"], "n": null} // c"#)
        == #"{‹p &quot;a\&quot;b&quot;› : [‹n 1.5e-3›, ‹n true›, ‹s &quot;x:&quot;›], ‹p &quot;n&quot;›: ‹n null›} ‹c // c›"#
    )
    let query = "SELECT a.b, 'it''s' FROM t -- all\nwhere x = $$raw 'q'$$ and y is not NULL /* c\n*/ limit 10;"
    #expect(
      marked("sql", query) == """
        ‹k SELECT› a.b, ‹s 'it'›‹s 's'› ‹k FROM› t ‹c -- all›
        ‹k where› x = ‹s $$raw 'q'$$› ‹k and› y ‹k is› ‹k not› ‹n NULL› ‹c /* c
        */› ‹k limit› ‹n 10›;
        """)
    #expect(
      marked("diff", "diff --git a b\n--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same\n") == """
        ‹p diff --git a b›
        ‹p --- a›
        ‹p +++ b›
        ‹h @@ -1 +1 @@›
        ‹d -old›
        ‹i +new›
         same

        """)
  }

  @Test("Python and TypeScript: long strings, decorators, templates, regular expressions and divisions")
  func scripts() {
    let python = """
      @app.route("/x")
      async def on_call(rota: str) -> None:
          '''It's
          long'''
          return rb'\\d' if 0x1F > 1_000.5 else None  # why
      """
    #expect(
      marked("py", python) == """
        ‹f @app.route›(‹s &quot;/x&quot;›)
        ‹k async› ‹k def› ‹f on_call›(rota: str) -&gt; ‹n None›:
            ‹s '''It's
            long'''›
            ‹k return› rb‹s '\\d'› ‹k if› ‹n 0x1F› &gt; ‹n 1_000.5› ‹k else› ‹n None›  ‹c # why›
        """)
    let script = """
      export const f = (a: number) => a / 2 / b; // half
      function g() { return /[/"]\\//gi.test(`x ${a} "y`) ? 1n : null }
      """
    #expect(
      marked("ts", script) == """
        ‹k export› ‹k const› f = (a: ‹k number›) =&gt; a / ‹n 2› / b; ‹c // half›
        ‹k function› ‹f g›() { ‹k return› ‹s /[/&quot;]\\//gi›.test(‹s `x ${a} &quot;y`›) ? ‹n 1n› : ‹n null› }
        """)
  }

  @Test("Go and Java: raw strings, runes, text blocks, annotations")
  func compiled() {
    #expect(
      marked("go", "func main() { s := `a\n\"b`; r := '\\''; var n int = nil }") == """
        ‹k func› ‹f main›() { s := ‹s `a
        &quot;b`›; r := ‹s '\\''›; ‹k var› n ‹k int› = ‹n nil› }
        """)
    #expect(
      marked("java", "@Override public class Duty { String s = \"\"\"\n a \"b\"\n \"\"\"; char c = '\"'; }") == """
        ‹f @Override› ‹k public› ‹k class› ‹f Duty› { String s = ‹s &quot;&quot;&quot;
         a &quot;b&quot;
         &quot;&quot;&quot;›; ‹k char› c = ‹s '&quot;'›; }
        """)
  }

  @Test("A string that nobody closes ends with its line, where it may not span lines")
  func unclosed() {
    #expect(marked("js", "a = \"open\nlet b") == "a = ‹s &quot;open›\n‹k let› b")
    #expect(marked("json", "{\"a") == "{‹s &quot;a›")
  }

  @Test("Unknown languages are unknown, and case does not matter")
  func unknown() {
    for name in ["", "text", "brainfuck", "yamlyamlyamlyamlyaml"] { #expect(Language(name) == nil) }
    #expect(Language("PostgreSQL") == .sql)
  }

  @Test("Whatever the code, without its tags it is the code, and no span holds another", arguments: Language.allCases)
  func faithful(language: Language) {
    var dice = Dice(seed: 11)
    let texts = [
      "\"", "'", "`", "\\", "/*", "*/", "//", "#", "--", "$$", "$(", "${x", "<<EOF\n", "EOF\n", "\n", "  ", "- ",
      "a: ", "|\n", "'''", "\"\"\"", "if ", "def f", "/", "+x\n", "@@", "é", "<b>&", "0x1", "1e+", "@a.b", "{", "}",
      "[", ",", "\t", "\r\n", "$ ", "select ", "\u{0}",
    ]
    let pieces = texts.map { Array($0.utf8) } + [[0xFF], [0xC3]]
    for _ in 0..<400 {
      let code = (0..<Int(dice.next() % 60)).flatMap { _ in dice.pick(pieces) }
      var out: [UInt8] = []
      code.withUnsafeBufferPointer { language.highlight($0, into: &out) }
      #expect(withoutTags(out) == code)
    }
  }

  /// The bytes without spans and references; nothing where spans nest.
  private func withoutTags(_ html: [UInt8]) -> [UInt8]? {
    var (code, index, depth) = ([UInt8](), 0, 0)
    let references: [(String, UInt8)] = [("&amp;", 38), ("&lt;", 60), ("&gt;", 62), ("&quot;", 34)]
    while index < html.count {
      let rest = html[index...]
      if rest.starts(with: "<span".utf8) || rest.starts(with: "</span>".utf8) {
        depth += rest.starts(with: "</".utf8) ? -1 : 1
        guard (0...1).contains(depth), let end = rest.firstIndex(of: 62) else { return nil }
        index = end + 1
      } else if let (text, byte) = references.first(where: { rest.starts(with: $0.0.utf8) }) {
        code.append(byte)
        index += text.utf8.count
      } else {
        code.append(html[index])
        index += 1
      }
    }
    return depth == 0 ? code : nil
  }

  @Test("Hostile code costs no more than linear time", arguments: Language.allCases)
  func linear(language: Language) {
    for piece in ["\"", "'", "/*", "$(", "<<A\n", "a: |\n", "\\", "- ", "'''", "/", "${", "#", "$$", "@", "[", "{a"] {
      let code = Array(String(repeating: piece, count: 20_000).utf8)
      let time = threadTime {
        var out: [UInt8] = []
        code.withUnsafeBufferPointer { language.highlight($0, into: &out) }
      }
      #expect(time < .seconds(4), "\(language) \(piece)")
    }
  }
}
