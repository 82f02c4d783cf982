import Templates
import Testing

@Suite("Faults of templates")
struct TemplateFaultTests {
  private let shape: TemplateShape = [
    "title": .value, "draft": .flag, "site": ["title": .value, "language": .value],
    "children": .list(["title": .value, "href": .value]),
  ]

  @Test("An unknown name is an error at its place, with the name that was meant")
  func unknownName() {
    let template =
      "<h1>\n  {{titel}} {{site.langauge}}\n</h1>\n{{#children}}{{hrf}}{{/children}}{{href}}{{^darft}}{{/darft}}\n"
    #expect(
      faults(template, shape: shape) == """
        page.mustache:2:5: error: 'titel' is no name known here; did you mean 'title'? [template-unknown-name]
              {{titel}} {{site.langauge}}
                ^~~~~
        page.mustache:2:20: error: 'langauge' is no name of 'site'; did you mean 'language'? [template-unknown-name]
              {{titel}} {{site.langauge}}
                               ^~~~~~~~
        page.mustache:4:16: error: 'hrf' is no name known here; did you mean 'href'? [template-unknown-name]
            {{#children}}{{hrf}}{{/children}}{{href}}{{^darft}}{{/darft}}
                           ^~~
        page.mustache:4:36: error: 'href' is no name known here [template-unknown-name]
            {{#children}}{{hrf}}{{/children}}{{href}}{{^darft}}{{/darft}}
                                               ^~~~
        page.mustache:4:45: error: 'darft' is no name known here; did you mean 'draft'? [template-unknown-name]
            {{#children}}{{hrf}}{{/children}}{{href}}{{^darft}}{{/darft}}
                                                        ^~~~~

        """)
  }

  @Test("Behind an unknown section nothing further is reported")
  func unknownSection() {
    #expect(
      faults("{{#childen}}{{href}}{{foo.bar}}{{/childen}}", shape: shape) == """
        page.mustache:1:4: error: 'childen' is no name known here; did you mean 'children'? [template-unknown-name]
            {{#childen}}{{href}}{{foo.bar}}{{/childen}}
               ^~~~~~~

        """)
  }

  @Test("A fault in a partial is told once, with the places that include it")
  func inPartial() {
    let partials = ["link": "<a href=\"{{href}}\">", "list": "{{#children}}{{> link}}{{/children}}{{> link}}"]
    #expect(
      faults("{{> list}}{{> list}}", shape: shape, partials: partials) == """
        link.mustache:1:12: error: 'href' is no name known here [template-unknown-name]
            <a href="{{href}}">
                       ^~~~
            list.mustache:1:41: note: included here
            page.mustache:1:5: note: included here

        """)
  }

  @Test("A flag, a list and an object have no text")
  func noText() {
    #expect(
      faults("{{draft}}{{{site}}}{{children}}{{#draft}}{{.}}{{/draft}}", shape: shape) == """
        page.mustache:1:3: error: 'draft' is a flag and has no text; use it as a section, '{{#draft}}' [template-no-text]
            {{draft}}{{{site}}}{{children}}{{#draft}}{{.}}{{/draft}}
              ^~~~~
        page.mustache:1:13: error: 'site' is an object and has no text; use it as a section, '{{#site}}' [template-no-text]
            {{draft}}{{{site}}}{{children}}{{#draft}}{{.}}{{/draft}}
                        ^~~~
        page.mustache:1:22: error: 'children' is a list and has no text; use it as a section, '{{#children}}' [template-no-text]
            {{draft}}{{{site}}}{{children}}{{#draft}}{{.}}{{/draft}}
                                 ^~~~~~~~
        page.mustache:1:44: error: '.' is a flag and has no text; use it as a section, '{{#.}}' [template-no-text]
            {{draft}}{{{site}}}{{children}}{{#draft}}{{.}}{{/draft}}
                                                       ^

        """)
  }

  @Test("A missing partial is an error, in templates that nothing includes as well")
  func missingPartial() {
    #expect(
      faults("a\n  {{> navgation}}\n", partials: ["navigation": "", "unused": "{{> gone }}"]) == """
        page.mustache:2:7: error: 'navgation' is no template; did you mean 'navigation'? [template-missing-partial]
              {{> navgation}}
                  ^~~~~~~~~
        unused.mustache:1:5: error: 'gone' is no template [template-missing-partial]
            {{> gone }}
                ^~~~

        """)
  }

  @Test("A section without an end is shown where it opens")
  func unclosedSection() {
    #expect(
      faults("{{#children}}\n{{^title}}\n{{/children}}\n{{#draft}}\n") == """
        page.mustache:2:1: error: 'title' is a section without an end [template-unclosed-section]
            {{^title}}
            ^~~~~~~~~~
            page.mustache:3:1: note: '{{/children}}' stands where it should close
        page.mustache:4:1: error: 'draft' is a section without an end [template-unclosed-section]
            {{#draft}}
            ^~~~~~~~~~

        """)
  }

  @Test("A misspelt closing tag closes the section opened last; a closing tag alone is an error too")
  func mismatchedSection() {
    #expect(
      faults("{{#draft}}x{{/darft}}\n{{/draft}}\n") == """
        page.mustache:1:1: error: 'draft' is a section without an end [template-unclosed-section]
            {{#draft}}x{{/darft}}
            ^~~~~~~~~~
            page.mustache:1:12: note: '{{/darft}}' stands where it should close
        page.mustache:2:1: error: 'draft' is closed but not open [template-unclosed-section]
            {{/draft}}
            ^~~~~~~~~~

        """)
  }

  @Test("A tag that is no Mustache tag is an error, and reading goes on behind it")
  func syntax() {
    #expect(
      faults("{{a b}}\n{{}} {{# }}\n{{{c}} {{a..b}}\n{{> x y}}\n{{d {{e}}\n{{f") == """
        page.mustache:1:3: error: 'a b' is no name: letters, digits, '-' and '_', joined by dots [template-syntax]
            {{a b}}
              ^~~
        page.mustache:2:1: error: '{{}}' names nothing [template-syntax]
            {{}} {{# }}
            ^~~~
        page.mustache:2:6: error: '{{# }}' names nothing [template-syntax]
            {{}} {{# }}
                 ^~~~~~
        page.mustache:3:1: error: '{{{c}}' needs a third closing brace [template-syntax]
            {{{c}} {{a..b}}
            ^~~~~~
        page.mustache:3:10: error: 'a..b' is no name: letters, digits, '-' and '_', joined by dots [template-syntax]
            {{{c}} {{a..b}}
                     ^~~~
        page.mustache:4:5: error: 'x y' is no name: letters, digits, '-' and '_', joined by dots [template-syntax]
            {{> x y}}
                ^~~
        page.mustache:5:1: error: '{{' has no '}}' [template-syntax]
            {{d {{e}}
            ^~
        page.mustache:6:1: error: '{{' has no '}}' [template-syntax]
            {{f
            ^~

        """)
  }

  @Test("Delimiters and inheritance, known from other dialects, are refused by name")
  func foreignTags() {
    #expect(
      faults("{{=<% %>=}}\n{{<layout}}{{$title}}") == """
        page.mustache:1:1: error: '{{=<% %>=}}' sets delimiters, which templates here cannot [template-syntax]
            {{=<% %>=}}
            ^~~~~~~~~~~
        page.mustache:2:1: error: '{{<layout}}' is a tag of template inheritance; use a partial, '{{> name}}' [template-syntax]
            {{<layout}}{{$title}}
            ^~~~~~~~~~~
        page.mustache:2:12: error: '{{$title}}' is a tag of template inheritance; use a partial, '{{> name}}' [template-syntax]
            {{<layout}}{{$title}}
                       ^~~~~~~~~~

        """)
  }

  @Test("A template that would include itself without end is an error")
  func endless() {
    let partials = ["a": "{{> b}}", "b": "{{^draft}}{{> a}}{{/draft}}"]
    #expect(
      faults("{{> a}}", shape: shape, partials: partials) == """
        b.mustache:1:15: error: 'a' would include itself without end [template-endless-partial]
            {{^draft}}{{> a}}{{/draft}}
                          ^
            a.mustache:1:5: note: included here
            page.mustache:1:5: note: included here

        """)
    #expect(
      faults("{{> page}}") == """
        page.mustache:1:5: error: 'page' would include itself without end [template-endless-partial]
            {{> page}}
                ^~~~

        """)
  }
}
