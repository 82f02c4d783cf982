import Content
import Roster
import Search
import Site

/// Everything that a site has, by its first letters: what readers without a script find a page by.
struct AToZ: Sendable {
  /// A page with what tells it from others of its name.
  struct Entry: Sendable {
    var title: String
    var address: Address
    /// `Person`, `Rota` or `Team`; empty for a page of the handbook.
    var kind = ""
    /// The title of the section that holds a page.
    var section = ""
  }

  struct Letter: Sendable {
    /// `S`, or `#` for what begins with a digit or a sign.
    var name: String
    /// By title without case, then by address.
    var entries: [Entry]

    /// The address of the letter's page, where it has one.
    var address: Address { Places.letter(word.lowercased()) }

    /// Where it stands on a page that lists more than one.
    var place: String { "letter-\(word)" }

    /// No address holds a `#` (RFC 3986, 3.5).
    private var word: String { name == "#" ? "other" : name }
  }

  /// In the order of their names.
  let letters: [Letter]

  /// Whether each letter has a page of its own: one page of everything would be the longer in coming the more pages
  /// there are.
  var isSpread: Bool { letters.reduce(0) { $0 + $1.entries.count } > AToZ.limit }

  /// How many entries the page of the search lists itself at most.
  private static let limit = 500

  init(_ handbook: Handbook, _ organisation: Organisation) {
    let entries = AToZ.pages(handbook) + AToZ.roster(organisation)
    let sorted = entries.map { (key: $0.title.lowercased(), entry: $0) }.sorted {
      ($0.key, $0.entry.address) < ($1.key, $1.entry.address)
    }
    let letters = Dictionary(grouping: sorted.map(\.entry)) { initial(of: $0.title) ?? "#" }
    self.letters = letters.map(Letter.init).sorted { $0.name < $1.name }
  }

  private static func pages(_ handbook: Handbook) -> [Entry] {
    handbook.entries.dropFirst().filter { !$0.page.isUnlisted }.map { entry in
      Entry(
        title: entry.page.title, address: entry.address,
        section: entry.parent == 0 ? "" : handbook.entries[entry.parent].page.title)
    }
  }

  private static func roster(_ organisation: Organisation) -> [Entry] {
    organisation.people.map { Entry(title: $0.name, address: Places.person($0.id), kind: "Person") }
      + organisation.rotas.map { Entry(title: $0.title, address: Places.rota($0.id), kind: "Rota") }
      + organisation.teams.map { Entry(title: $0.name, address: Places.team($0.id), kind: "Team") }
  }
}
