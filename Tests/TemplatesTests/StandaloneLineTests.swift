import Templates
import Testing

@Suite("Tags alone on a line")
struct StandaloneLineTests {
  @Test("Section tags and comments alone on a line take it with them")
  func removed() {
    let template = """
      <ul>
        {{#people}}
        <li>{{.}}</li>
        {{/people}}
        {{! nobody }}
      {{^people}}
      <li>Nobody</li>
      {{/people}}
      </ul>

      """
    #expect(rendered(template, ["people": ["Ana", "Ben"]]) == "<ul>\n  <li>Ana</li>\n  <li>Ben</li>\n</ul>\n")
    #expect(rendered(template, [:]) == "<ul>\n<li>Nobody</li>\n</ul>\n")
  }

  @Test("A value tag alone on a line stays in its line, whatever it shows")
  func valuesStay() {
    #expect(rendered("a\n  {{b}}\n{{{b}}}\nc\n") == "a\n  \n\nc\n")
  }

  @Test("A tag beside text, or beside another tag, leaves the line as it is")
  func notAlone() {
    #expect(rendered(" {{#a}} x\n {{/a}} \n", ["a": true]) == "  x\n")
    #expect(rendered(" {{#a}}{{/a}} \n", ["a": true]) == "  \n")
    #expect(rendered("x {{! c }}\ny\n") == "x \ny\n")
  }

  @Test("The last line needs no line end, and a line may end in CR LF")
  func lineEnds() {
    #expect(rendered("a\n  {{#b}}\nc\n  {{/b}}", ["b": true]) == "a\nc\n")
    #expect(rendered("{{#b}}  \r\nc\r\n\t{{/b}}\r\nd", ["b": true]) == "c\r\nd")
    #expect(rendered("a\n{{!\n two\n lines\n}}\nb") == "a\nb")
  }
}
