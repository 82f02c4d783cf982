import Templates
import Testing

@Suite("Tags that show a value")
struct TagTests {
  @Test("A template without tags is its own text")
  func plain() {
    #expect(rendered("A { brace } and }} and\r\nünïcode\n") == "A { brace } and }} and\r\nünïcode\n")
    #expect(rendered("") == "")
  }

  @Test("A tag escapes the five characters that HTML gives a meaning")
  func escaped() {
    let value: TemplateValue = ["name": "Ben & \"Jo\" <O'Dea>"]
    #expect(rendered("{{name}}", value) == "Ben &amp; &quot;Jo&quot; &lt;O&#39;Dea&gt;")
    #expect(
      rendered("{{{name}}} {{&name}} {{& name }}", value)
        == String(repeating: "Ben & \"Jo\" <O'Dea> ", count: 3).dropLast())
  }

  @Test("Bytes and HTML are escaped by an escaping tag and shown as they are by a raw one")
  func bytesAndHTML() {
    let value: TemplateValue = ["a": .bytes(Array("é<".utf8)), "b": .html(Array("<b>".utf8))]
    #expect(rendered("{{a}} {{b}} {{{a}}} {{{b}}}", value) == "é&lt; &lt;b&gt; é< <b>")
  }

  @Test("A value with braces is text, not a tag")
  func bracesInValues() {
    #expect(rendered("{{a}}", ["a": "{{b}}", "b": "no"]) == "{{b}}")
  }

  @Test("White space inside a tag is nothing, around it everything")
  func whiteSpace() {
    #expect(rendered(" {{ a }} |{{{\ta }}}|{{#  a }}x{{/ a}}\n", ["a": "1"]) == " 1 |1|x\n")
  }

  @Test("A name left out shows nothing, and so do a flag, a list and an object among unchecked values")
  func nothing() {
    #expect(rendered("[{{a}}{{b}}{{c}}{{d}}{{{d}}}]", ["b": true, "c": ["x"], "d": ["x": "y"]]) == "[]")
  }

  @Test("A dotted name goes from object to object, and stays where its first part was found")
  func dotted() {
    let value: TemplateValue = ["a": ["b": ["c": "deep"]], "outer": ["x": "1", "y": "2"]]
    #expect(rendered("{{a.b.c}}{{{a.b.c}}}", value) == "deepdeep")
    #expect(rendered("[{{a.x.c}}{{a.b.c.d}}]", value) == "[]")
    #expect(rendered("{{#a}}{{#b}}{{outer.x}}{{c}}{{/b}}{{/a}}", value) == "1deep")
    #expect(rendered("{{#in}}[{{outer.y}}]{{/in}}", ["in": ["outer": ["x": "near"]], "outer": ["y": "far"]]) == "[]")
  }

  @Test("A comment shows nothing, over lines as well, and may hold tags of any kind")
  func comments() {
    #expect(rendered("a{{! hidden {{#tag }}b") == "ab")
    #expect(rendered("a {{!\n one\n two\n}} b") == "a  b")
  }

  @Test("Literals make objects, in which a name without a value is left out")
  func literals() {
    let none: String? = nil
    let value: TemplateValue = ["a": .optional(none), "b": .optional("x"), "c": .number(0), "d": "n\(1)"]
    #expect(value == .object(["b": .text("x"), "c": .text("0"), "d": .text("n1")]))
  }
}
