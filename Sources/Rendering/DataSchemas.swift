package import Site

extension DataFiles {
  /// JSON Schemas (draft 2020-12) of the data files, by address.
  package static let schemas: [(Address, [UInt8])] =
    [
      (Address("api/schema/rota.json"), Array(rotaSchema.utf8)),
      (Address("api/schema/now.json"), Array(nowSchema.utf8)),
      (Address("api/schema/fairness.json"), Array(fairnessSchema.utf8)),
    ] + rosterSchemas

  private static let fairnessSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Who has served how much over the last twelve months",
      "type": "object",
      "required": ["as_of", "rotas"],
      "additionalProperties": false,
      "properties": {
        "as_of": {"type": "string", "format": "date-time", "pattern": "Z$"},
        "rotas": {"type": "array", "items": {
          "type": "object",
          "required": ["rota", "from", "to", "unit", "late_changes", "capacity", "people"],
          "additionalProperties": false,
          "properties": {
            "rota": {"type": "string"},
            "from": {"type": "string", "format": "date", "description": "the first start date that counts"},
            "to": {"type": "string", "format": "date", "description": "the last one"},
            "unit": {"enum": ["turns", "days"], "description": "of share and difference"},
            "late_changes": {"type": "integer", "description": "made less than 14 days ahead"},
            "capacity": {
              "type": "object",
              "required": ["seats", "people", "percent", "quarter", "engineer_days"],
              "additionalProperties": false,
              "properties": {
                "seats": {"type": "integer"},
                "people": {"type": "integer"},
                "percent": {"type": "integer"},
                "quarter": {"type": "string"},
                "engineer_days": {"type": "integer"}
              }},
            "people": {"type": "array", "items": {
              "type": "object",
              "required": ["seat", "person", "member", "turns", "days", "share", "difference", "weekends", "holidays",
                "late_changes", "minutes", "extra_turns", "last", "next"],
              "additionalProperties": false,
              "properties": {
                "seat": {"type": "string"},
                "person": {"type": "string"},
                "member": {"type": "boolean", "description": "of the seat, on the as-of day"},
                "turns": {"type": "integer"},
                "days": {"type": "integer"},
                "share": {"type": "string", "description": "a decimal"},
                "difference": {"type": "string", "description": "had less share"},
                "weekends": {"type": "integer"},
                "holidays": {"type": "integer"},
                "late_changes": {"type": "integer"},
                "minutes": {"type": "integer"},
                "extra_turns": {"type": "object", "description": "by the group that needed them"},
                "last": {"type": ["string", "null"], "format": "date"},
                "next": {"type": ["string", "null"], "format": "date"}
              }}}
          }}}
      }
    }

    """

  private static let rotaSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "The turns and shifts of a rota",
      "type": "object",
      "required": ["rota", "title", "timezone", "as_of", "planned_until", "turns", "shifts", "gaps"],
      "additionalProperties": false,
      "properties": {
        "rota": {"type": "string"},
        "title": {"type": "string"},
        "timezone": {"type": "string", "description": "a name of the IANA database"},
        "as_of": {"$ref": "#/$defs/instant"},
        "planned_until": {"oneOf": [{"$ref": "#/$defs/instant"}, {"type": "null"}],
          "description": "the end of the last published turn"},
        "turns": {"type": "array", "items": {
          "type": "object",
          "required": ["turn", "seat", "person", "start", "end", "status", "reason", "why"],
          "additionalProperties": false,
          "properties": {
            "turn": {"type": "string", "format": "date", "description": "the local start date"},
            "seat": {"type": "string"},
            "person": {"type": ["string", "null"]},
            "start": {"$ref": "#/$defs/instant"},
            "end": {"$ref": "#/$defs/instant"},
            "status": {"enum": ["published", "projected"]},
            "reason": {"type": "string", "description": "a word"},
            "why": {"type": "string", "description": "in words, with those who were passed over"}
          }}},
        "shifts": {"type": "array", "items": {
          "type": "object",
          "required": ["start", "end", "seat", "person", "turn", "status", "change", "for"],
          "additionalProperties": false,
          "properties": {
            "start": {"$ref": "#/$defs/instant"},
            "end": {"$ref": "#/$defs/instant"},
            "seat": {"type": "string"},
            "person": {"type": "string"},
            "turn": {"type": "string", "format": "date"},
            "status": {"enum": ["published", "projected"]},
            "change": {"enum": ["swap", "cover", null]},
            "for": {"type": ["string", "null"], "description": "who is covered"}
          }}},
        "gaps": {"type": "array", "items": {
          "type": "object",
          "required": ["start", "end", "why"],
          "additionalProperties": false,
          "properties": {
            "start": {"$ref": "#/$defs/instant"},
            "end": {"$ref": "#/$defs/instant"},
            "why": {"type": "string"}
          }}}
      },
      "$defs": {"instant": {"type": "string", "format": "date-time", "pattern": "Z$"}}
    }

    """

  private static let nowSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Who is on now and next",
      "type": "object",
      "required": ["as_of", "valid_until", "rotas"],
      "additionalProperties": false,
      "properties": {
        "as_of": {"$ref": "#/$defs/instant"},
        "valid_until": {"oneOf": [{"$ref": "#/$defs/instant"}, {"type": "null"}],
          "description": "the next change anywhere"},
        "rotas": {"type": "array", "items": {
          "type": "object",
          "required": ["rota", "title", "timezone", "seats"],
          "additionalProperties": false,
          "properties": {
            "rota": {"type": "string"},
            "title": {"type": "string"},
            "timezone": {"type": "string"},
            "seats": {"type": "array", "items": {
              "type": "object",
              "required": ["seat", "title", "now", "next"],
              "additionalProperties": false,
              "properties": {
                "seat": {"type": "string"},
                "title": {"type": "string"},
                "now": {"$ref": "#/$defs/stretch"},
                "next": {"$ref": "#/$defs/stretch"}
              }}}
          }}}
      },
      "$defs": {
        "instant": {"type": "string", "format": "date-time", "pattern": "Z$"},
        "stretch": {
          "type": ["object", "null"],
          "required": ["person", "name", "start", "end", "for"],
          "additionalProperties": false,
          "properties": {
            "person": {"type": "string"},
            "name": {"type": ["string", "null"]},
            "start": {"$ref": "#/$defs/instant"},
            "end": {"$ref": "#/$defs/instant"},
            "for": {"type": ["string", "null"], "description": "who is covered"}
          }}
      }
    }

    """
}
