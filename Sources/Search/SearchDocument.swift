// Search turns the pages of a site into files below `search/` that a browser asks for word by word, without a server.
// It refuses to know pages, rosters and disks: a document comes with its title, headings and text, a file leaves as bytes.
// Same documents, same bytes; each file is a classic script, so that it loads from disk under `script-src 'self'`.

/// One page of the site, as the search knows it.
package struct SearchDocument: Sendable {
  package enum Kind: UInt8, Sendable {
    case page, person, rota, team
  }

  package struct Heading: Sendable {
    /// Where the heading stands in its page, without the `#`.
    package var id: String
    package var text: String

    package init(id: String, text: String) {
      (self.id, self.text) = (id, text)
    }
  }

  /// The path from the root of the site: `playbook/escalation/`.
  package var address: String
  package var title: String
  /// The title of its section; empty where it has none.
  package var section: String
  package var kind: Kind
  /// Other names that it is asked for by.
  package var aliases: [String]
  /// In the order of the page, without the title.
  package var headings: [Heading]
  /// The words of the page in UTF-8, without markup.
  package var text: [UInt8]

  package init(
    address: String, title: String, section: String = "", kind: Kind = .page, aliases: [String] = [],
    headings: [Heading] = [], text: [UInt8] = []
  ) {
    (self.address, self.title, self.section, self.kind) = (address, title, section, kind)
    (self.aliases, self.headings, self.text) = (aliases, headings, text)
  }
}
