import CivilTime
import SiteBuild
import SiteTestSupport
import Testing

extension SourceFolder {
  /// Northwind with a rota that states everything that pages can take from it.
  static let practised = SourceFolder.northwind.with([
    "content/roster/people.yml": """
    ana: {name: Ana Ruiz, team: delivery, timezone: America/Chicago, chat: "@ana", skills: [kubernetes, go]}
    ben: {name: Ben Ode, team: delivery, timezone: Europe/London, skills: [go]}

    """,
    "content/roster/rotas/delivery.yml": SourceFolder.delivery(
      """
      seats:
        engineer: {title: Engineer on call, members: [ana, ben]}
        manager: {title: Manager, members: [ben, ana]}
      escalation:
        promise: 20 min
        steps: [{seat: engineer, within: 10 min}, {seat: manager, within: 5 min, when: still down}]
      responses: [{request: Question, within: 24 h}]
      channels: [{name: "#delivery", about: Questions, look_for: Requests, key: true}]
      duties: [Answer <pages>, Keep notes]
      ceremonies: [{title: Handover, at: start, lasts: 30 min, with: [incoming]}, {title: Planning, skip: true, why: QA plans}]
      checklists: {start: [Read the notes], end: [Write the notes]}
      handle: "@delivery-support"
      playbook: playbook/escalation.md
      recovery: 1 day

      """),
    "content/roster/plan/delivery.csv": SourceFolder.plan(
      "2026-11-16,engineer,ana", "2026-11-16,manager,ben", "2026-11-23,engineer,ben", "2026-11-23,manager,ana"),
    "content/roster/changes.yml": "",
    "content/data/tiers.csv": "Tier,Who,Share\n1,@ana,60%\n2,\"Support, \"\"all\"\"\",5%\n",
    "content/data/docs.yml": "- {product: Fares, docs: https://fares.example/docs}\n- {product: Dues, lead: kim}\n",
    "content/snippets/call.md": "Call **first**, see [whom](../playbook/escalation.md#whom).\n",
  ])
}

/// A page of the practised site below playbook/, as it is shown, and what is wrong with it.
func renderPractised(_ markdown: String, _ more: SourceFolder = [:]) throws -> (html: String, faults: String) {
  let page = "playbook/page.md"
  let site = try BuiltSite(.practised.with(["content/" + page: markdown]).with(more))
  let day = try #require(Day(iso: "2026-11-23"))
  let request = BuildRequest(source: site.folder.path, output: nil, asOf: .day(day), jobs: 1)
  let rendering = try #require(try TextRendering.page(page, of: request))
  return (String(decoding: rendering.html, as: UTF8.self), site.faults(rendering.diagnostics))
}
