import Templates
import Testing

@Suite("Sections")
struct SectionTests {
  @Test(
    "A section shows its body for what is true, an inverted one for what is false",
    arguments: [
      (.flag(true), true), (.flag(false), false), (.text("x"), true), (.text("0"), true), (.text(""), false),
      (.bytes([65]), true), (.bytes([]), false), (.html([65]), true), (.html([]), false), (.list([""]), true),
      (.list([]), false), (.object([:]), true),
    ] as [(TemplateValue, Bool)])
  func truth(value: TemplateValue, isTrue: Bool) {
    #expect(rendered("{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": value]) == (isTrue ? "yes" : "no"))
  }

  @Test("A name left out is false")
  func leftOut() {
    #expect(rendered("{{#a}}yes{{/a}}{{^a}}no{{/a}}{{^a.b}}no{{/a.b}}") == "nono")
  }

  @Test("A list shows its section once an element, in order, and each element is the innermost value")
  func list() {
    let value: TemplateValue = ["people": [["name": "Ana"], ["name": "Ben"]], "team": "Delivery"]
    #expect(rendered("{{#people}}{{name}} of {{team}}, {{/people}}", value) == "Ana of Delivery, Ben of Delivery, ")
  }

  @Test("The dot is the current value, escaped or raw, in lists of lists too")
  func dot() {
    #expect(rendered("{{#a}}({{.}}){{/a}}", ["a": ["1", "<"]]) == "(1)(&lt;)")
    #expect(rendered("{{#a}}({{{.}}}{{&.}}){{/a}}", ["a": ["<"]]) == "(<<)")
    #expect(rendered("{{#a}}({{#.}}{{.}}{{/.}}){{/a}}", ["a": [["1", "2"], ["3"]]]) == "(12)(3)")
    #expect(rendered("{{#email}}<{{.}}> {{email}}{{/email}}", ["email": "a@b"]) == "<a@b> a@b")
  }

  @Test("Sections nest, with the same name as well, and follow dotted names")
  func nested() {
    #expect(rendered("{{#a}}1{{#a}}2{{/a}}3{{/a}}", ["a": true]) == "123")
    #expect(rendered("{{#a}}1{{^b}}2{{/b}}{{/a}}{{^a}}3{{/a}}", ["a": true, "b": true]) == "1")
    #expect(rendered("{{#a.b}}{{c}}{{/a.b}}", ["a": ["b": [["c": "1"], ["c": "2"]]]]) == "12")
  }

  @Test("Inner values hide outer ones of the same name only while their section lasts")
  func hiding() {
    let value: TemplateValue = ["title": "Page", "next": ["title": "Next"]]
    #expect(rendered("{{title}} {{#next}}{{title}}{{/next}} {{title}}", value) == "Page Next Page")
  }

  @Test("A name that the inner shape knows is not looked for further out when it is left out")
  func shapesDecide() {
    let shape: TemplateShape = [
      "description": .value, "root": .value, "children": .list(["title": .value, "description": .value]),
    ]
    let value: TemplateValue = [
      "description": "of the page", "root": "../",
      "children": [["title": "A", "description": "of A"], ["title": "B"]],
    ]
    let template = "{{#children}}{{root}}{{title}}{{#description}} {{description}}{{/description}};{{/children}}"
    #expect(rendered(template, value, shape: shape) == "../A of A;../B;")
    #expect(rendered(template, value) == "../A of A;../B of the page;")
  }

  @Test("Sections a thousand deep render")
  func deep() {
    let depth = 1000
    let template =
      String(repeating: "{{#a}}", count: depth) + "{{b}}" + String(repeating: "{{/a}}", count: depth)
    #expect(rendered(template, ["a": true, "b": "down here"]) == "down here")
    #expect(rendered(template, ["a": true, "b": "down here"], shape: ["a": .flag, "b": .value]) == "down here")
  }
}
