import Diagnostics
import SiteTestSupport
import Testing

@Suite("Data files")
struct DataFileTests {
  @Test("api/rotas/<id>.json, whole")
  func rota() throws {
    let site = try BuiltSite(.northwind)
    try site.build()
    #expect(
      lines(site.text("api/rotas/delivery.json")) == """

        {"rota":"delivery","title":"Delivery support","timezone":"America/Chicago","as_of":"2026-11-23T00:00:00Z","planned_until":"2026-11-30T16:00:00Z","turns":[
        {"turn":"2026-11-16","seat":"engineer","person":"ana","start":"2026-11-16T16:00:00Z","end":"2026-11-23T16:00:00Z","status":"published","reason":"next","why":"Next in turn: lowest load, 0 of a share of 0.5"},
        {"turn":"2026-11-23","seat":"engineer","person":"ben","start":"2026-11-23T16:00:00Z","end":"2026-11-30T16:00:00Z","status":"published","reason":"next","why":"Next in turn: lowest load, 0 of a share of 1"}],"shifts":[
        {"start":"2026-11-16T16:00:00Z","end":"2026-11-23T16:00:00Z","seat":"engineer","person":"ana","turn":"2026-11-16","status":"published","change":null,"for":null},
        {"start":"2026-11-23T16:00:00Z","end":"2026-11-25T18:00:00Z","seat":"engineer","person":"ben","turn":"2026-11-23","status":"published","change":null,"for":null},
        {"start":"2026-11-25T18:00:00Z","end":"2026-11-25T19:00:00Z","seat":"engineer","person":"ana","turn":"2026-11-23","status":"published","change":"cover","for":"ben"},
        {"start":"2026-11-25T19:00:00Z","end":"2026-11-30T16:00:00Z","seat":"engineer","person":"ben","turn":"2026-11-23","status":"published","change":null,"for":null}],"gaps":[]}

        """)
  }

  @Test("api/now.json, whole: who is on, who is next, and until when that holds")
  func now() throws {
    let site = try BuiltSite(.northwind)
    try site.build(asOf: "2026-11-25T18:30:00Z")
    #expect(
      lines(site.text("api/now.json")) == """

        {"as_of":"2026-11-25T18:30:00Z","valid_until":"2026-11-25T19:00:00Z","rotas":[
        {"rota":"delivery","title":"Delivery support","timezone":"America/Chicago","seats":[
        {"seat":"engineer","title":"Engineer on call","now":
        {"person":"ana","name":"Ana Ruiz","start":"2026-11-25T18:00:00Z","end":"2026-11-25T19:00:00Z","for":"ben"},"next":
        {"person":"ben","name":"Ben Ode","start":"2026-11-25T19:00:00Z","end":"2026-11-30T16:00:00Z","for":null}}]}]}

        """)
  }

  @Test("Topics, tickets and groups for other programs, whole")
  func forPrograms() throws {
    let site = try BuiltSite(.practised)
    #expect(!(try site.build(asOf: "2026-11-25T18:30:00Z")).diagnostics.hasErrors)
    #expect(
      site.text("api/topics/delivery.txt") == """
        Delivery support | Engineer on call: Ben Ode until Mon 30 Nov 2026, 10:00 GMT-6, then Ana Ruiz | \
        Manager: Ana Ruiz until Mon 30 Nov 2026, 10:00 GMT-6, then Ben Ode

        """)
    #expect(
      site.text("api/rotas/delivery.csv").split(separator: "\r\n").map(String.init).prefix(3) == [
        "title,assignee,start,due",
        "\"Delivery support, Engineer on call: Mon 16 Nov 2026\",Ana Ruiz,2026-11-16,2026-11-23",
        "\"Delivery support, Manager: Mon 16 Nov 2026\",Ben Ode,2026-11-16,2026-11-23",
      ])
    #expect(
      site.text("api/experts.json")
        == "{\"skills\":[{\"skill\":\"go\",\"people\":[\"ana\",\"ben\"]},{\"skill\":\"kubernetes\",\"people\":[\"ana\"]}]}\n"
    )
    #expect(
      site.text("api/usergroups.json").contains(
        #"{"handle":"@delivery-support","rota":"delivery","members":[{"person":"ben","chat":null,"from":"2026-11-23T16:00:00Z","to":"2026-11-30T16:00:00Z"}"#
      ))
    #expect(!site.text("api/people.json").contains("example.com"))
  }

  @Test(
    "Each is what its JSON Schema says", arguments: ["2026-11-02", "2026-11-25T18:30:00Z", "2026-01-01", "2030-01-01"])
  func schemas(asOf: String) throws {
    let site = try BuiltSite(.northwind)
    let report = try site.build(asOf: asOf)
    #expect(!report.diagnostics.hasErrors)
    let (rota, now) = (try Schema(site.text("api/schema/rota.json")), try Schema(site.text("api/schema/now.json")))
    #expect(try rota.faults(in: site.text("api/rotas/delivery.json")) == [])
    #expect(try now.faults(in: site.text("api/now.json")) == [])
    #expect(try rota.faults(in: site.text("api/now.json")) != [])
    for name in ["people", "experts", "usergroups"] {
      let schema = try Schema(site.text("api/schema/\(name).json"))
      #expect(try schema.faults(in: site.text("api/\(name).json")) == [])
    }
    let fairness = try Schema(site.text("api/schema/fairness.json"))
    #expect(try fairness.faults(in: site.text("api/fairness.json")) == [])
  }

  /// One object or array a line, so that a difference can be read.
  private func lines(_ json: String) -> String { json.replacing("{", with: "\n{") }
}
