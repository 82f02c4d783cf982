package import Site

/// `api/links.json`: every address outside the site that pages link to, and where. Nobody fetches them.
package struct ExternalLinks {
  private let links: [PageLinks.External]

  package init(_ links: [PageLinks.External]) { self.links = links }

  package static let schema = (Address("api/schema/links.json"), Array(linksSchema.utf8))

  /// Sorted by address, then by place.
  package var file: [UInt8] {
    let byURL = Dictionary(grouping: links, by: \.url).sorted { $0.key < $1.key }
    let entries = byURL.map { url, uses -> JSONValue in
      let places = Set(uses.map(\.range)).sorted().map { range -> JSONValue in
        .object([("file", .string(range.file)), ("line", .integer(range.start.line))])
      }
      return .object([("url", .string(url)), ("places", .array(places))])
    }
    return JSONValue.object([("links", .array(entries))]).file
  }

  private static let linksSchema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Links that leave the site",
      "type": "object",
      "required": ["links"],
      "additionalProperties": false,
      "properties": {
        "links": {"type": "array", "items": {
          "type": "object",
          "required": ["url", "places"],
          "additionalProperties": false,
          "properties": {
            "url": {"type": "string"},
            "places": {"type": "array", "items": {
              "type": "object",
              "required": ["file", "line"],
              "additionalProperties": false,
              "properties": {
                "file": {"type": "string", "description": "from the source folder"},
                "line": {"type": "integer"}
              }}}
          }}}
      }
    }

    """
}
