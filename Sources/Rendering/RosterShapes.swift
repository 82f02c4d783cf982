import Templates

/// The names of the pages that are made from the roster.
extension TemplateShapes {
  static let now: Members = [
    "valid_until": time, "known_until": time, "shifts_json": .value,
    "rotas": .list([
      "steps": .list(["seat": .value, "within": .value]), "has_steps": .flag, "key_channel": .value,
      "id": .value, "title": .value, "href": .value, "kind_words": .value, "timezone": .value, "handle": .value,
      "playbook": link, "channels": .list(channel), "has_channels": .flag, "seats": .list(seat),
    ]),
  ]

  static let calendar: Members = [
    "from": time, "to": time, "lanes": .value, "feeds": .list(feed), "has_feeds": .flag, "teams_json": .value,
    "months": .list(["id": .value, "title": .value, "weeks": .list(week)]),
  ]

  static let week: TemplateShape = [
    "id": .value, "title": .value, "from": time, "to": time, "current": .flag,
    "days": .list(["text": .value, "today": .flag, "holiday": .value]), "rows_count": .value,
    "rows": .list([
      "style": .value, "person": personLink, "for": personLink, "rota": link, "seat": .value, "mark": .value,
      "note": .value, "projected": .flag, "when": ["start": time, "end": time],
    ]),
  ]

  static let rotas: Members = [
    "shifts_json": .value, "feeds": .list(feed), "has_feeds": .flag,
    "rotas": .list([
      "title": .value, "href": .value, "kind_words": .value, "team": link, "turn_words": .value, "hours_words": .value,
      "colour": .value, "seats": .list(seat),
    ]),
  ]

  static let rota: Members = [
    "badge": ["href": .value, "https": .value, "words": .value, "width": .value, "height": .value],
    "id": .value, "kind_words": .value, "team": link, "owner": personLink, "seats": .list(seat), "shifts_json": .value,
    "feeds": .list(feed), "has_feeds": .flag, "planned_until": time,
    "facts": .list(["label": .value, "text": .value, "href": .value, "html": .value]), "turns": .list(turn),
    "handovers": .list([
      "start": time, "projected": .flag, "seats_many": .flag, "same": .flag,
      "seats": .list(["seat": .value, "out": personLink, "in": personLink, "clocks": .list(.value)]),
    ]), "has_handovers": .flag, "has_promises": .flag,
    "promises": .list(["words": .value, "kept": .flag, "why": .value]),
    "has_turns": .flag, "gaps": .list(["start": time, "end": time, "why": .value]), "has_gaps": .flag,
    "members": .list(seatMembers),
  ].merging(practice) { $1 }

  static let turn: TemplateShape = [
    "id": .value, "name": .value, "start": time, "end": time, "current": .flag, "projected": .flag,
    "seats": .list([
      "seat": .value, "person": personLink, "reason": .value, "swapped": .flag, "covers": .list(cover),
      "has_covers": .flag,
    ]),
  ]

  static let escalation: TemplateShape = [
    "promise": .value, "rota": link, "picture": .value, "has_conditions": .flag,
    "steps": .list([
      "seat": .value, "within": .value, "total": .value, "person": personLink, "key": .value, "condition": .value,
    ]),
  ]
  static let response: TemplateShape = ["request": .value, "within": .value]
  static let ceremony: TemplateShape = [
    "title": .value, "when": .value, "lasts": .value, "with": .value, "skip": .flag, "why": .value,
  ]
  static let seatMembers: TemplateShape = [
    "seat": .value,
    "people": .list([
      "person": personLink, "weight": .value, "from": time, "to": time, "last": time, "next": time, "left": .flag,
    ]),
  ]

  static let practice: Members = [
    "escalation": escalation,
    "duties": .list(.value), "has_duties": .flag, "channels": .list(channel), "has_channels": .flag,
    "responses": .list(response), "has_responses": .flag, "ceremonies": .list(ceremony),
    "has_ceremonies": .flag, "checklist_start": .list(.value), "has_checklist_start": .flag,
    "checklist_end": .list(.value), "has_checklist_end": .flag, "has_checklists": .flag, "handle": .value,
    "playbook": link, "external": .list(["title": .value, "url": .value]), "has_external": .flag,
    "modes": .list([
      "title": .value, "from": time, "to": time, "duties": .list(.value), "has_mode_duties": .flag,
      "ceremonies": .list(.value), "has_mode_ceremonies": .flag, "active": .flag,
    ]),
    "has_modes": .flag, "handoffs": .list(note), "has_handoffs": .flag, "all_handoffs": .value,
  ]

  static let people: Members = [
    "knowledge": .list(["skill": .value, "people": .list(personLink)]), "has_knowledge": .flag,
    "people": .list([
      "id": .value, "name": .value, "href": .value, "initials": .value, "colour": .value, "team": link,
      "timezone": .value, "skills": .list(.value), "rotas": .list(link),
      "coming": .list(["rota": link, "start": time]),
      "left": .flag, "current": .flag,
    ]), "shifts_json": .value,
  ]

  static let service: TemplateShape = [
    "key": .value, "rota": link, "seat": .value, "start": time, "end": time, "current": .flag, "past": .flag,
    "off_duty": .flag, "back": time, "projected": .flag, "swapped": .flag, "for": personLink,
    "followed_by": personLink,
  ]

  static let person: Members = [
    "id": .value, "name": .value, "initials": .value, "colour": .value, "team": link, "timezone": .value,
    "clock": .value, "email": .value, "chat": .value, "skills": .list(.value), "has_skills": .flag,
    "groups": .list(.value), "left": time, "joined": time, "exempt": .value, "has_turns": .flag,
    "turns": .list(service),
    "coming": .list(service), "fairness_href": .value, "has_shares": .flag,
    "shares": .list([
      "rota": link, "seat": .value, "turns": .value, "unit": .value, "share": .value, "difference": .value,
      "within": .flag, "weekends": .value, "holidays": .value,
    ]), "leave": .list(["from": time, "to": time]), "has_leave": .flag,
    "owns": .list(link), "has_owns": .flag, "feeds": .list(feed), "has_feeds": .flag, "has_secret_feed": .flag,
    "shifts_json": .value,
  ]

  static let teams: Members = [
    "teams": .list([
      "name": .value, "href": .value, "lead": personLink, "product_area": .value, "rotas": .list(link),
      "people_count": .value,
    ])
  ]

  static let team: Members = [
    "id": .value, "name": .value, "lead": personLink, "manager": personLink, "scrum_master": personLink,
    "product_area": .value, "people": .list(personLink), "rotas": .list(link), "has_rotas_here": .flag,
    "seats": .list(seat), "has_seats": .flag,
    "coverage": .list(["title": .value, "promise": .value, "rotas": .list(link)]), "has_coverage": .flag,
    "feeds": .list(feed), "has_feeds": .flag, "shifts_json": .value,
  ]

  static let fairness: Members = [
    "fairness": .list([
      "id": .value, "rota": link, "colour": .value, "from": time, "to": time, "unit": .value, "seats_many": .flag,
      "seats": .list([
        "seat": .value, "turns": .value, "interval": .value, "unit": .value, "has_extra": .flag,
        "people": .list([
          "person": personLink, "former": .flag, "weight": .value, "turns": .value, "share": .value,
          "difference": .value, "within": .flag, "weekends": .value, "holidays": .value, "late": .value,
          "hours": .value, "extra": .value, "last": time, "next": time,
        ]),
      ]), "late_quarters": .list(["quarter": .value, "count": .value]), "has_late": .flag,
      "capacity": [
        "seats": .value, "people": .value, "percent": .value, "quarter": .value, "days": .value,
        "above_tenth": .flag, "people_for_tenth": .value,
      ],
    ])
  ]
}
