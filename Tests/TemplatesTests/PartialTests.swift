import Diagnostics
import Templates
import Testing

@Suite("Partials")
struct PartialTests {
  @Test("A partial sees the values that stand where it is included")
  func context() {
    let value: TemplateValue = ["people": [["name": "Ana"], ["name": "Ben"]], "root": "../"]
    let text = rendered(
      "{{#people}}[{{>person}}]{{/people}}", value, partials: ["person": "{{root}}{{name}}"])
    #expect(text == "[../Ana][../Ben]")
  }

  @Test("A partial among text is put there as it is, its line ends too")
  func inline() {
    #expect(rendered("  a {{> b }} c\n", ["x": "1"], partials: ["b": "{{x}}\n>"]) == "  a 1\n> c\n")
  }

  @Test("A partial alone on a line has each of its lines indented, but not the lines of values or empty ones")
  func indented() {
    let partial = "<p>\n{{{text}}}\n\n{{#text}}\n  in\n{{/text}}\n{{! c }}x{{text}}\n</p>\n"
    let text = rendered("<main>\n  {{> p}}\n</main>\n", ["text": "one\ntwo"], partials: ["p": partial])
    #expect(text == "<main>\n  <p>\n  one\ntwo\n\n    in\n  xone\ntwo\n  </p>\n</main>\n")
  }

  @Test("Indentations add up in partials of partials, and end with them")
  func nestedIndentation() {
    let partials = ["a": "a\n {{> b}}\nz\n", "b": "b\n{{> c}}\n", "c": "c"]
    #expect(rendered("  {{> a}}\nend\n", partials: partials) == "  a\n   b\n   c  z\nend\n")
  }

  @Test("A partial without a line end joins the line below, as its text stands for the whole line")
  func withoutLineEnd() {
    #expect(rendered("a\n{{> p}}\nb\n", partials: ["p": "p"]) == "a\npb\n")
  }

  @Test("The later of two sources with one name stands")
  func later() {
    let old = TemplateSource(name: "page", file: "theme/page.mustache", bytes: Array("old".utf8))
    let new = TemplateSource(name: "page", file: "templates/page.mustache", bytes: Array("new".utf8))
    var out: [UInt8] = []
    var diagnostics: [Diagnostic] = []
    TemplateSet([old, new], shapes: ["page": [:]], diagnostics: &diagnostics).render("page", [:], into: &out)
    #expect(out == Array("new".utf8))
  }

  @Test("A tree of any depth renders through a partial that includes itself")
  func recursive() {
    let partials = ["node": "({{title}}{{#children}}{{> node}}{{/children}})"]
    let value: TemplateValue = [
      "title": "a",
      "children": [["title": "b", "children": [["title": "c", "children": []]]], ["title": "d", "children": []]],
    ]
    #expect(rendered("{{> node}}", value, partials: partials) == "(a(b(c))(d))")
  }

  @Test("A tree four hundred deep renders")
  func deep() {
    var value: TemplateValue = ["children": []]
    for _ in 1..<400 { value = ["children": [value]] }
    let text = rendered("{{> node}}", value, partials: ["node": "({{#children}}{{> node}}{{/children}})"])
    #expect(text == String(repeating: "(", count: 400) + String(repeating: ")", count: 400))
  }
}
