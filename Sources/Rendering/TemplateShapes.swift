package import Templates

/// The names that each template of a theme may use: a name beside these is a mistake, reported when templates are read.
package enum TemplateShapes {
  package static let all: [String: TemplateShape] = [
    "home": with(handbook, board), "page": with(handbook, ["navigation": .value]), "navigation": navigation,
    "now": with(common, now), "calendar": with(common, calendar), "rotas": with(common, rotas),
    "rota": with(common, rota), "people": with(common, people), "person": with(common, person),
    "teams": with(common, teams), "team": with(common, team), "not-found": .object(common), "redirect": redirect,
    "directive": directive,
    "search": with(common, search), "fairness": with(common, fairness),
    "priorities": with(common, priorities), "freshness": with(common, freshness), "changes": with(common, changes),
    "tags": with(common, tags), "tag": with(common, tag), "print": with(common, print),
  ]

  /// What a page that asks for a layout of its own may use: what `page` may.
  package static let layout = all["page"]!

  private typealias Members = [String: TemplateShape]

  private static func with(_ parts: Members...) -> TemplateShape {
    .object(parts.reduce(into: [:]) { $0.merge($1) { _, last in last } })
  }

  // MARK: Parts

  private static let time: TemplateShape = ["iso": .value, "text": .value]
  private static let link: TemplateShape = ["title": .value, "href": .value]
  private static let personLink: TemplateShape = [
    "id": .value, "name": .value, "href": .value, "initials": .value, "colour": .value,
  ]
  private static let seat: TemplateShape = [
    "key": .value, "rota": link, "seat": .value, "seats_many": .flag,
    "now": ["person": personLink, "until": time, "for": personLink],
    "gap": ["why": .value, "until": time, "promised": .flag],
    "next": ["person": personLink, "start": time],
  ]
  private static let feed: TemplateShape = [
    "title": .value, "holds": .value, "https": .value, "webcal": .value, "href": .value, "google": .value,
    "outlook": .value, "qr": .value,
  ]
  private static let cover: TemplateShape = ["person": personLink, "for": personLink, "start": time, "end": time]
  private static let channel: TemplateShape = ["name": .value, "about": .value, "look_for": .value, "key": .flag]

  private static let site: TemplateShape = [
    "title": .value, "description": .value, "language": .value, "has_rotas": .flag, "has_lists": .flag,
    "lists": .list(["title": .value, "address": .value]),
  ]

  // MARK: Pages

  private static let common: Members = [
    "root": .value, "version": .value, "title": .value, "head_title": .value, "description": .value,
    "canonical": .value,
    "site": site, "robots_noindex": .flag,
    "kind": .value, "breadcrumbs": .list(link), "as_of": time, "built": .flag, "feed_href": .value, "on_now": .flag,
    "on_calendar": .flag, "on_rotas": .flag, "on_people": .flag, "on_teams": .flag, "on_handbook": .flag,
  ]

  private static let handbook: Members = common.merging([
    "title_html": .value, "content": .value, "has_toc": .flag, "toc": .value, "previous": link, "next": link,
    "has_neighbours": .flag, "owner": owner, "reviewed": time, "review_due": time,
    "review_overdue": .flag, "updated": time, "tags": .list(["name": .value, "href": .value]), "has_tags": .flag,
    "edit_url": .value,
    "rotas": .list(link), "has_rotas_here": .flag, "children": .list(child), "has_children": .flag, "draft": .flag,
    "unlisted": .flag, "extra": .anything, "authors": .list(.value), "has_authors": .flag, "date": time,
    "has_about": .flag, "shifts_json": .value, "sections": .list(child), "has_sections": .flag,
    "handoffs": notes, "note": note, "linked_from": .list(link), "has_linked_from": .flag, "linked_from_more": .value,
  ]) { $1 }

  /// A turn beside its hand-off note.
  private static let note: TemplateShape = [
    "rota": link, "title": .value, "href": .value, "summary": .value, "day": time, "last_day": time, "name": .value,
    "outgoing": .list(personLink), "incoming": .list(personLink), "has_incoming": .flag, "late": .flag, "due": time,
    "missing": .flag,
  ]

  private static let notes: TemplateShape = [
    "is_whole": .flag, "missing": .list(note), "has_missing": .flag, "priorities": .value,
    "rotas": .list([
      "id": .value, "title": .value, "colour": .value, "href": .value, "notes": .value, "more": .flag,
      "rows": .list(note),
    ]),
  ]

  private static let priorities: Members = [
    "has_rotas_here": .flag,
    "rotas": .list([
      "id": .value, "title": .value, "colour": .value, "href": .value,
      "notes": .list([
        "title": .value, "href": .value, "day": time, "last_day": time, "outgoing": .list(personLink), "html": .value,
      ]),
    ]),
  ]

  /// A page of the handbook in a list.
  private static let page: TemplateShape = ["title": .value, "href": .value, "section": .value]

  private static let review: TemplateShape = [
    "title": .value, "href": .value, "section": .value, "due": time, "overdue": .flag, "reviewed": time,
    "owner": owner,
  ]

  private static let owner: TemplateShape = ["name": .value, "href": .value]

  private static let freshness: Members = [
    "next": .list(review), "unreviewed": .list(page), "has_unreviewed": .flag, "unreviewed_more": .value,
    "owners": .list([
      "owner": owner, "count": .value, "one": .flag, "due": time, "overdue": .flag, "pages": .list(review),
    ]),
  ]

  private static let tags: Members = ["all_tags": .list(["name": .value, "href": .value, "count": .value])]

  private static let tag: Members = [
    "pages": .list(["title": .value, "href": .value, "section": .value, "summary": .value])
  ]

  private static let print: Members = [
    "contents": .value,
    "articles": .list(["id": .value, "is_section": .flag, "title_html": .value, "html": .value]),
  ]

  private static let changes: Members = ["days": .list(["id": .value, "day": time, "pages": .list(page)])]

  private static let child: TemplateShape = ["title": .value, "href": .value, "summary": .value]

  private static let board: Members = [
    "lately": ["href": .value, "pages": .list(["title": .value, "href": .value, "day": time])],
    "seats": .list(seat), "has_seats": .flag, "has_handovers": .flag, "valid_until": time,
    "handovers": .list([
      "rota": link, "at": time, "outgoing": personLink, "incoming": personLink, "seat": .value,
    ]),
  ]

  private static let navigation: TemplateShape = [
    "home": link,
    "levels": .list([
      "title": .value, "href": .value, "here": .flag,
      "entries": .list(["title": .value, "href": .value, "open": .flag, "mark": .value]),
    ]),
  ]

  private static let now: Members = [
    "valid_until": time, "known_until": time, "shifts_json": .value,
    "rotas": .list([
      "steps": .list(["seat": .value, "within": .value]), "has_steps": .flag, "key_channel": .value,
      "id": .value, "title": .value, "href": .value, "kind_words": .value, "timezone": .value, "handle": .value,
      "playbook": link, "channels": .list(channel), "has_channels": .flag, "seats": .list(seat),
    ]),
  ]

  private static let calendar: Members = [
    "from": time, "to": time, "lanes": .value, "feeds": .list(feed), "has_feeds": .flag, "teams_json": .value,
    "months": .list(["id": .value, "title": .value, "weeks": .list(week)]),
  ]

  private static let week: TemplateShape = [
    "id": .value, "title": .value, "from": time, "to": time, "current": .flag,
    "days": .list(["text": .value, "today": .flag, "holiday": .value]),
    "rows": .list([
      "style": .value, "person": personLink, "for": personLink, "rota": link, "seat": .value, "mark": .value,
      "note": .value, "projected": .flag, "when": ["start": time, "end": time],
    ]),
  ]

  private static let rotas: Members = [
    "shifts_json": .value, "feeds": .list(feed), "has_feeds": .flag,
    "rotas": .list([
      "title": .value, "href": .value, "kind_words": .value, "team": link, "turn_words": .value, "hours_words": .value,
      "colour": .value, "seats": .list(seat),
    ]),
  ]

  private static let rota: Members = [
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

  private static let turn: TemplateShape = [
    "id": .value, "name": .value, "start": time, "end": time, "current": .flag, "projected": .flag,
    "seats": .list([
      "seat": .value, "person": personLink, "reason": .value, "swapped": .flag, "covers": .list(cover),
      "has_covers": .flag,
    ]),
  ]

  private static let escalation: TemplateShape = [
    "promise": .value, "rota": link, "picture": .value, "has_conditions": .flag,
    "steps": .list([
      "seat": .value, "within": .value, "total": .value, "person": personLink, "key": .value, "condition": .value,
    ]),
  ]
  private static let response: TemplateShape = ["request": .value, "within": .value]
  private static let ceremony: TemplateShape = [
    "title": .value, "when": .value, "lasts": .value, "with": .value, "skip": .flag, "why": .value,
  ]
  private static let seatMembers: TemplateShape = [
    "seat": .value,
    "people": .list([
      "person": personLink, "weight": .value, "from": time, "to": time, "last": time, "next": time, "left": .flag,
    ]),
  ]

  private static let practice: Members = [
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

  private static let people: Members = [
    "knowledge": .list(["skill": .value, "people": .list(personLink)]), "has_knowledge": .flag,
    "people": .list([
      "id": .value, "name": .value, "href": .value, "initials": .value, "colour": .value, "team": link,
      "timezone": .value, "skills": .list(.value), "rotas": .list(link),
      "coming": .list(["rota": link, "start": time]),
      "left": .flag,
    ]),
  ]

  private static let service: TemplateShape = [
    "rota": link, "seat": .value, "start": time, "end": time, "for": personLink, "current": .flag,
    "followed_by": personLink,
  ]

  private static let person: Members = [
    "id": .value, "name": .value, "initials": .value, "colour": .value, "team": link, "timezone": .value,
    "email": .value, "chat": .value, "skills": .list(.value), "has_skills": .flag, "groups": .list(.value),
    "left": time, "joined": time, "exempt": .value, "has_turns": .flag,
    "turns": .list([
      "rota": link, "seat": .value, "start": time, "end": time, "projected": .flag, "current": .flag, "past": .flag,
      "swapped": .flag, "for": personLink, "followed_by": personLink,
    ]),
    "coming": .list(service), "fairness_href": .value, "has_shares": .flag,
    "shares": .list([
      "rota": link, "seat": .value, "turns": .value, "unit": .value, "share": .value, "difference": .value,
      "within": .flag, "weekends": .value, "holidays": .value,
    ]), "leave": .list(["from": time, "to": time]), "has_leave": .flag,
    "owns": .list(link), "has_owns": .flag, "feeds": .list(feed), "has_feeds": .flag, "has_secret_feed": .flag,
  ]

  private static let teams: Members = [
    "teams": .list([
      "name": .value, "href": .value, "lead": personLink, "product_area": .value, "rotas": .list(link),
      "people_count": .value,
    ])
  ]

  private static let team: Members = [
    "id": .value, "name": .value, "lead": personLink, "manager": personLink, "scrum_master": personLink,
    "product_area": .value, "people": .list(personLink), "rotas": .list(link), "has_rotas_here": .flag,
    "seats": .list(seat), "has_seats": .flag,
    "coverage": .list(["title": .value, "promise": .value, "rotas": .list(link)]), "has_coverage": .flag,
    "feeds": .list(feed), "has_feeds": .flag, "shifts_json": .value,
  ]

  /// What a directive in a page becomes, of which one part is there at a time.
  private static let directive: TemplateShape = [
    "html": .value, "board": ["seats": .list(seat)], "escalation": escalation,
    "card": ["person": personLink, "team": link, "timezone": .value, "chat": .value, "email": .value],
    "schedule": [
      "rota": link, "zone": .value, "span": .value, "seats": .list(.value), "has_turns": .flag,
      "turns": .list([
        "name": .value, "start": time, "end": time, "current": .flag, "projected": .flag, "href": .value,
        "holders": .list(["person": personLink, "swapped": .flag, "covers": .list(cover), "has_covers": .flag]),
      ]),
    ],
    "responses": ["rota": link, "items": .list(response)],
    "channels": ["rota": link, "items": .list(channel), "has_look_for": .flag],
    "duties": ["items": .list(.value)], "checklist": ["items": .list(.value)],
    "ceremonies": ["rota": link, "items": .list(ceremony)],
    "members": ["rota": link, "seats": .list(seatMembers)],
    "team": [
      "team": link,
      "people": .list(["person": personLink, "role": .value, "timezone": .value, "chat": .value]),
    ],
    "experts": ["skills": .list(["skill": .value, "people": .list(personLink)])],
    "capacity": [
      "rota": link, "seats": .value, "people": .value, "percent": .value, "days": .value, "quarter": .value,
      "of_team": .flag,
    ],
    "subscribe": ["feeds": .list(feed)],
    "table": [
      "label": .value, "header": .list(["text": .value, "number": .flag]),
      "rows": .list(["cells": .list(["html": .value, "number": .flag])]),
    ],
  ]

  private static let fairness: Members = [
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

  private static let search: Members = [
    "letters": .list([
      "letter": .value, "entries": .list(["title": .value, "href": .value, "kind": .value, "section": .value]),
    ])
  ]

  private static let redirect: TemplateShape = [
    "target": .value, "canonical": .value, "root": .value, "version": .value,
    "site": site,
  ]
}
