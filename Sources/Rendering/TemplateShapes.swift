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

  typealias Members = [String: TemplateShape]

  private static func with(_ parts: Members...) -> TemplateShape {
    .object(parts.reduce(into: [:]) { $0.merge($1) { _, last in last } })
  }

  // MARK: Parts

  static let time: TemplateShape = ["iso": .value, "text": .value]
  static let link: TemplateShape = ["title": .value, "href": .value]
  static let personLink: TemplateShape = [
    "id": .value, "name": .value, "href": .value, "initials": .value, "colour": .value,
  ]
  static let seat: TemplateShape = [
    "key": .value, "rota": link, "seat": .value, "seats_many": .flag,
    "now": ["person": personLink, "until": time, "for": personLink],
    "gap": ["why": .value, "until": time, "promised": .flag],
    "next": ["person": personLink, "start": time],
  ]
  static let feed: TemplateShape = [
    "title": .value, "holds": .value, "https": .value, "webcal": .value, "href": .value, "google": .value,
    "outlook": .value, "qr": .value,
  ]
  static let cover: TemplateShape = ["person": personLink, "for": personLink, "start": time, "end": time]
  static let channel: TemplateShape = ["name": .value, "about": .value, "look_for": .value, "key": .flag]

  static let site: TemplateShape = [
    "title": .value, "description": .value, "language": .value, "has_rotas": .flag, "has_lists": .flag,
    "lists": .list(["title": .value, "address": .value]),
  ]

  // MARK: Pages

  static let common: Members = [
    "root": .value, "version": .value, "title": .value, "head_title": .value, "description": .value,
    "canonical": .value,
    "site": site, "robots_noindex": .flag,
    "kind": .value, "breadcrumbs": .list(link), "as_of": time, "built": .flag, "feed_href": .value, "on_now": .flag,
    "on_calendar": .flag, "on_rotas": .flag, "on_people": .flag, "on_teams": .flag, "on_handbook": .flag,
  ]

  static let handbook: Members = common.merging([
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
  static let note: TemplateShape = [
    "rota": link, "title": .value, "href": .value, "summary": .value, "day": time, "last_day": time, "name": .value,
    "outgoing": .list(personLink), "incoming": .list(personLink), "has_incoming": .flag, "late": .flag, "due": time,
    "missing": .flag,
  ]

  static let notes: TemplateShape = [
    "is_whole": .flag, "missing": .list(note), "has_missing": .flag, "priorities": .value,
    "rotas": .list([
      "id": .value, "title": .value, "colour": .value, "href": .value, "notes": .value, "more": .flag,
      "rows": .list(note),
    ]),
  ]

  static let priorities: Members = [
    "shifts_json": .value,
    "has_rotas_here": .flag,
    "rotas": .list([
      "id": .value, "title": .value, "colour": .value, "href": .value,
      "notes": .list([
        "title": .value, "href": .value, "day": time, "last_day": time, "outgoing": .list(personLink), "html": .value,
      ]),
    ]),
  ]

  /// A page of the handbook in a list.
  static let page: TemplateShape = ["title": .value, "href": .value, "section": .value]

  static let review: TemplateShape = [
    "title": .value, "href": .value, "section": .value, "due": time, "overdue": .flag, "reviewed": time,
    "owner": owner,
  ]

  static let owner: TemplateShape = ["name": .value, "href": .value]

  static let freshness: Members = [
    "next": .list(review), "unreviewed": .list(page), "has_unreviewed": .flag, "unreviewed_more": .value,
    "owners": .list([
      "owner": owner, "count": .value, "one": .flag, "due": time, "overdue": .flag, "pages": .list(review),
    ]),
  ]

  static let tags: Members = ["all_tags": .list(["name": .value, "href": .value, "count": .value])]

  static let tag: Members = [
    "parts": .list([
      "heading": link,
      "pages": .list(["title": .value, "href": .value, "section": .value, "summary": .value]),
    ])
  ]

  static let print: Members = [
    "contents": .value, "shifts_json": .value,
    "articles": .list(["id": .value, "is_section": .flag, "title_html": .value, "html": .value]),
  ]

  static let changes: Members = ["days": .list(["id": .value, "day": time, "pages": .list(page)])]

  static let child: TemplateShape = ["title": .value, "href": .value, "summary": .value]

  static let board: Members = [
    "lately": ["href": .value, "pages": .list(["title": .value, "href": .value, "day": time])],
    "seats": .list(seat), "has_seats": .flag, "has_handovers": .flag, "valid_until": time,
    "handovers": .list([
      "rota": link, "at": time, "outgoing": personLink, "incoming": personLink, "seat": .value,
    ]),
  ]

  static let navigation: TemplateShape = [
    "home": link,
    "levels": .list([
      "title": .value, "href": .value, "here": .flag,
      "entries": .list(["title": .value, "href": .value, "open": .flag, "mark": .value]),
    ]),
  ]

  static let search: Members = [
    "has_field": .flag,
    "letters": .list([
      "letter": .value, "place": .value, "href": .value, "has_entries": .flag, "here": .flag,
      "entries": .list(["title": .value, "href": .value, "kind": .value, "section": .value]),
    ]),
  ]

  static let redirect: TemplateShape = [
    "target": .value, "canonical": .value, "root": .value, "version": .value,
    "site": site,
  ]
}
