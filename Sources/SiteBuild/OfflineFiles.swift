import Files
import Rendering
import Site
import Synchronization

/// What browsers keep of a site, so that it can be read without a network: the pages that matter in an outage first, with
/// the people who serve soon, then the handbook in its order and everybody else, as many as a device may be asked to hold.
///
/// Each stands in `sw.js` with a fingerprint of its bytes, so that a browser fetches only what has changed.
final class OfflineFiles: Sendable {
  /// How many pages are kept at most.
  private static let limit = 300

  private let addresses: [Address]
  /// The kept pages by their files.
  private let wanted: [String: String]
  private let found = Mutex<[String: UInt64]>([:])

  init(_ model: SiteModel, _ roster: [RosterPage]) {
    let rotas = model.schedule.rotas.map { Places.rota($0.rota.id) }
    let playbooks = model.organisation.rotas.compactMap { rota in
      rota.practice.playbook.flatMap { model.handbook.bySource[$0.path] }.map { model.handbook.entries[$0].address }
    }
    let made = Set(roster.map(\.address))
    let first = [Places.now, Places.calendar, Places.rotas] + rotas + [Places.people, Places.teams, Places.search]
    let pages = model.handbook.readingOrder.filter { !$0.page.isUnlisted }
    var seen: Set<Address> = []
    let soon = model.servingSoon.map(Places.person)
    let others =
      model.organisation.people.map { Places.person($0.id) } + model.organisation.teams.map { Places.team($0.id) }
    let all = [Address.home] + first.filter(made.contains) + playbooks + soon + pages.map(\.address) + others
    addresses = Array(all.filter { seen.insert($0).inserted }.prefix(OfflineFiles.limit))
    wanted = Dictionary(addresses.map { ($0.file, $0.description) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes note of a file that is published, where it is one to keep.
  func note(_ path: String, _ bytes: [UInt8]) {
    guard let address = wanted[path] else { return }
    add(Address.encoded(address), bytes)
  }

  /// Takes note of a file that is kept, by its address as a browser asks for it.
  func add(_ address: String, _ bytes: [UInt8]) {
    let print = bytes.withUnsafeBytes(fingerprint)
    found.withLock { $0[address] = print }
  }

  /// The script that the browser starts.
  func script(version: String) -> [UInt8] {
    let files = found.withLock { $0 }.sorted { $0.key < $1.key }
    return OfflineScript.bytes(files.map { (address: $0.key, revision: String($0.value, radix: 36)) }, version: version)
  }
}

extension Handbook {
  /// The entries as a reader goes through them, the home page first.
  fileprivate var readingOrder: [Entry] { inOrder(from: 0) }

  private func inOrder(from entry: Int) -> [Entry] {
    [entries[entry]] + entries[entry].children.flatMap(inOrder)
  }
}
