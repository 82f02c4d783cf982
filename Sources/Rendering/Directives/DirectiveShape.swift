import Templates

extension TemplateShapes {
  /// What a directive in a page becomes, of which one part is there at a time.
  static let directive: TemplateShape = [
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
}
