import CivilTime
import Diagnostics
import Roster
import Testing

/// What a reading of roster files says, as the build prints it; files by their path below content/roster/.
private func printed(_ files: [String: String]) -> String {
  let sources = files.map { SourceFile(path: "content/roster/\($0.key)", text: $0.value) }
  var reader = RosterReader(files: sources, folder: "content/roster/", zone: .utc)
  let text = DiagnosticText(colour: false) { file, line in
    let lines = files[String(file.dropFirst("content/roster/".count))]?.split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.flatMap { $0.indices.contains(line - 1) ? String($0[line - 1]) : nil }
  }
  return reader.read().diagnostics.inReadingOrder().map(text.text).joined()
}

private let people = "ana: {name: Ana}\nben: {name: Ben}\n"

/// A rota that is right but for what a test puts into it.
private func rota(_ more: String, without key: String = "") -> String {
  let lines = [
    "owner: ana", "handover: Monday 10:00", "turn: 1 week", "starts: 2026-01-05", "seats: {s: {members: [ana, ben]}}",
  ]
  return (lines.filter { key.isEmpty || !$0.hasPrefix(key + ":") } + [more]).joined(separator: "\n") + "\n"
}

@Suite("Mistakes in the roster, each at its place")
struct RosterMistakeTests {
  @Test(
    "A rota's mistake names what is wrong, what was expected and the nearest right name",
    arguments: [
      ("ownr: ana", "", "6:1: error: 'ownr' is no key of a rota; did you mean 'owner'? [unknown-key]"),
      ("owner: anna", "owner", "5:8: error: 'anna' is no person; did you mean 'ana'? [unknown-person]"),
      ("", "owner", "1:1: error: 'owner' is missing: a rota needs it [value-missing]"),
      ("team: delivry", "", "6:7: error: 'delivry' is no team; did you mean 'delivery'? [unknown-team]"),
      ("exclude: [q]", "", "6:11: error: 'q' is no rota; did you mean 'r'? [unknown-rota]"),
      (
        "turn: calendar sprint", "turn",
        "5:7: error: 'sprint' is no turn calendar; did you mean 'sprints'? [unknown-calendar]"
      ),
      (
        "turn: fortnight", "turn",
        "5:7: error: 'fortnight' is not the length of a turn: N days, N weeks, N months or 'calendar NAME' [bad-duration]"
      ),
      ("starts: 2026-02-30", "starts", "5:9: error: '2026-02-30' is not a day such as 2026-11-23 [bad-date]"),
      (
        "handover: Munday 10:00", "handover",
        "5:11: error: 'Munday' is no weekday; did you mean 'Monday'? [bad-weekday]"
      ),
      (
        "handover: Tuesday 10:00", "handover",
        "5:11: error: 'Tuesday' is not the weekday on which the turns start [bad-weekday]"
      ),
      (
        "timezone: Europe/Londn", "",
        "6:11: error: 'Europe/Londn' is no time zone such as Europe/London; did you mean 'Europe/London'? [bad-zone]"
      ),
      (
        "hours: [\"Mon-Fri 9-17\"]", "",
        "6:9: error: 'Mon-Fri 9-17' is not a window such as 'Mon-Fri 09:00-17:00', or 24x7 [bad-hours]"
      ),
      (
        "holidays: {calendar: englnd}", "",
        "6:22: error: 'englnd' is no holiday calendar; did you mean 'england'? [unknown-calendar]"
      ),
      (
        "holidays: {calendar: england, then: skp}", "",
        "6:37: error: 'skp' is not what a rota does on holidays: skip, cover or handover-to ROTA [value-kind]"
      ),
      ("min_gap: -1", "", "6:10: error: '-1' is not a whole number of at least 0 [value-kind]"),
      (
        "kind: oncall", "",
        "6:7: error: 'oncall' is no kind: it is one of support, on-call, escalation, comms; did you mean 'on-call'? [value-kind]"
      ),
      (
        "pins: [{turn: 2026-01-12, seat: t, person: ben}]", "",
        "6:33: error: 't' is no seat of this rota; did you mean 's'? [unknown-seat]"
      ),
      ("compose: [{at_least: 1, of: apps}]", "", "6:29: error: 'apps' is no group of any person [unknown-group]"),
      (
        "responses: [{request: Page, within: soon}]", "",
        "6:37: error: 'soon' is not a length of time such as '1 week' or '20 min' [bad-duration]"
      ),
      (
        "responses: [{request: Page, within: 1 h, hours: coverd}]", "",
        "6:49: error: 'coverd' is no hours: it is one of all, covered; did you mean 'covered'? [value-kind]"
      ),
      (
        "escalation: {promise: 20 min, steps: [{seat: t, within: 10 min}]}", "",
        "6:46: error: 't' is no seat of this rota; did you mean 's'? [unknown-seat]"
      ),
      (
        "turn_limits: [1 month, 2 weeks]", "",
        "6:15: error: '1 month' is not a length in days or weeks such as '2 weeks' [bad-duration]"
      ),
      (
        "turn_limits: [2 weeks, 4 days]", "",
        "6:14: error: Turn limits are a shortest and a longest turn: [4 days, 1 week] [value-kind]"
      ),
    ])
  func rotas(_ line: String, _ replaced: String, _ expected: String) {
    let said = printed([
      "people.yml": people, "teams.yml": "delivery: {name: Delivery}\n", "rotas/r.yml": rota(line, without: replaced),
      "calendars/sprints.yml": "turns: [{name: a, starts: 2026-01-05}]\nends: 2026-01-19\n",
      "holidays/england.yml": "2026-12-25: Christmas Day\n",
    ])
    #expect(said.split(separator: "\n").first == "content/roster/rotas/r.yml:\(expected)", "\(said)")
  }

  @Test("A coverage group promises 24x7 or nothing")
  func coverage() {
    let said = printed([
      "people.yml": people, "rotas/r.yml": rota(""),
      "teams.yml": "t:\n  coverage: [{title: All, rotas: [r], promise: always}]\n",
    ])
    #expect(
      said == """
        content/roster/teams.yml:2:48: error: 'always' is not a promise: 24x7 [value-kind]
              coverage: [{title: All, rotas: [r], promise: always}]
                                                           ^~~~~~

        """)
  }

  @Test("Plans, changes and people are read as strictly")
  func others() {
    let said = printed([
      "people.yml":
        "ana: {name: Ana, weight: 2}\nben: {name: Ben, leave: [{from: 2026-02-03, to: 2026-02-01}]}\nana b: {name: A}\n",
      "rotas/r.yml": rota(""),
      "plan/r.csv": "turn,seat,person,reason,decided\n2026-01-05,s,anna,next,2026-01-01\n2026-01-12,s,ben\n",
      "plan/q.csv": "turn,seat,person,reason,decided\n",
      "changes.yml":
        "- {swap: [2026-01-05, 2026-01-05], rota: r, made: 2026-01-01}\n- {cover: {from: 2026-01-06 12:00, to: 2026-01-06 11:00}, rota: r, person: ben, made: 2026-01-01}\n",
      "rota/x.yml": "owner: ana\n",
    ])
    #expect(
      said == """
        content/roster/changes.yml:1:10: error: '2026-01-05' cannot be swapped with itself [swap-itself]
            - {swap: [2026-01-05, 2026-01-05], rota: r, made: 2026-01-01}
                     ^
        content/roster/changes.yml:2:40: error: '2026-01-06 11:00' is not after '2026-01-06 12:00', where the cover begins [bad-date]
            - {cover: {from: 2026-01-06 12:00, to: 2026-01-06 11:00}, rota: r, person: ben, made: 2026-01-01}
                                                   ^~~~~~~~~~~~~~~~
        content/roster/people.yml:1:26: error: '2' is not a weight above 0 and at most 1, such as 0.5 [value-kind]
            ana: {name: Ana, weight: 2}
                                     ^
        content/roster/people.yml:2:49: error: '2026-02-01' is before '2026-02-03', the first day [bad-date]
            ben: {name: Ben, leave: [{from: 2026-02-03, to: 2026-02-01}]}
                                                            ^~~~~~~~~~
        content/roster/people.yml:3:1: error: 'ana b' is no id for a person: letters, digits, - and _ make one [bad-id]
            ana b: {name: A}
            ^~~~~
        content/roster/plan/q.csv:1:1: error: 'q' is no rota, so this plan is for nobody; did you mean 'r'? [unknown-rota]
            turn,seat,person,reason,decided
            ^
        content/roster/plan/r.csv:2:14: error: 'anna' is no person; did you mean 'ana'? [unknown-person]
            2026-01-05,s,anna,next,2026-01-01
                         ^~~~
        content/roster/plan/r.csv:3:1: error: A plan's line has 5 values, this one has 3 [plan-syntax]
            2026-01-12,s,ben
            ^~~~~~~~~~~~~~~~
        content/roster/rota/x.yml:1:1: error: 'rota/x.yml' is no file of the roster [roster-file]
            owner: ana
            ^
            note: read are people.yml, teams.yml, changes.yml, rotas/*.yml, calendars/*.yml, holidays/*.yml, holidays/*.ics, leave/*.ics, plan/*.csv, plan/changes.lock

        """)
  }

  @Test("An id that stands twice is an error at the second")
  func twice() {
    #expect(
      printed(["people.yml": "ana: {name: Ana}\nben: {name: Ben}\nana: {name: Anna}\n"]) == """
        content/roster/people.yml:3:1: error: 'ana' stands twice [yaml-duplicate-key]
            ana: {name: Anna}
            ^~~
            content/roster/people.yml:1:1: note: the first is here

        """)
  }

  @Test("Where people cannot be read, nobody is called unknown for it")
  func knockOn() {
    let said = printed(["people.yml": "ana: [\n", "rotas/r.yml": rota("compose: [{at_least: 1, of: apps}]")])
    #expect(said.split(separator: "\n").count { $0.contains("error:") } == 1, "\(said)")
  }

  @Test("A rota with every key that there is reads without a word")
  func everything() {
    let said = printed([
      "people.yml": """
      ana: {name: Ana Ruiz, team: delivery, timezone: America/Chicago, email: ana@example.com, chat: "@ana", skills: [backend], groups: [apps], weight: 0.5, pageable_checked: 2026-11-02, joined: 2024-03-01, leave: [2026-12-21, {from: 2027-01-04, to: 2027-01-15}, {from: 2027-02-01, to: 2027-07-31, makeup: false, note: parental}]}
      ben: {name: Ben, exempt: on parental leave until March, left: 2026-10-31}

      """,
      "teams.yml":
        "delivery: {name: Delivery, lead: ana, manager: ana, scrum_master: ben, product_area: Deployment, coverage: [{title: All, rotas: [r], promise: 24x7}]}\n",
      "holidays/england.yml": "title: England\n2026-12-25: Christmas Day\nuntil: 2027-12-31\n",
      "rotas/r.yml": """
      title: Delivery support
      kind: support
      team: delivery
      owner: ana
      timezone: America/Chicago
      handover: Monday 10:00
      turn: 1 week
      starts: 2026-01-05
      hours: ["Mon-Fri 09:00-17:00", "Sat 10:00-14:00"]
      holidays: {calendar: england, then: skip}
      exclude: [r]
      min_gap: 1
      busy: false
      balance: turns
      turn_limits: [4 days, 2 weeks]
      seats:
        engineer:
          title: Engineer on call
          members: [ana, {person: ben, weight: 0.5, from: 2026-02-02, to: 2026-06-30, shadow: 1}]
      compose: [{at_least: 1, of: apps, why: nobody else, review_on: 2027-03-31}, {prefer: [apps]}]
      pins: [{turn: 2026-12-21, seat: engineer, person: ben, by: volunteer}]
      escalation: {promise: 20 min, hours: all, steps: [{seat: engineer, within: 10 min}]}
      responses: [{request: Support request, within: 24 h, hours: covered}]
      channels: [{name: "#delivery", about: Questions, look_for: Help, key: true}]
      duties: [Critical bugs]
      ceremonies: [{title: Handover, at: start, lasts: 30 min, with: [incoming, outgoing]}, {title: Planning, skip: true, why: QA}]
      checklists: {start: [Read], end: [Write]}
      handle: "@delivery-support"
      playbook: playbook/delivery.md
      recovery: 1 day
      modes: [{title: Busy, from: 2026-11-23, to: 2027-01-08, duties: [More], ceremonies: [{title: Report, on: Mon-Fri 16:00}]}]
      external: [{title: Paging, url: "https://example.com"}]

      """,
      "plan/r.csv": "turn,seat,person,reason,decided\n2026-11-23,engineer,ana,next,2026-08-21\n",
      "changes.yml":
        "- {swap: [2026-12-07, 2026-12-14], rota: r, seat: engineer, made: 2026-11-20, by: ana, reason: conference}\n",
    ])
    #expect(said == "")
  }
}
