import QRCode
import Roster
import Site
import Templates

/// What a page says of one feed, and how to subscribe to it.
extension View {
  /// - Parameter holds: what is in the feed, as a sentence without its stop.
  func feed(_ title: String, _ feed: Address, holds: String) -> TemplateValue {
    guard let base = model.settings.baseURL else {
      return [
        "title": .text(title), "holds": .text(holds), "href": link(to: feed), "https": link(to: feed), "webcal": false,
        "google": false, "outlook": false, "qr": false,
      ]
    }
    let address = Subscription(feed.absolute(base), title: title)
    return [
      "title": .text(title), "holds": .text(holds), "href": link(to: feed), "https": .text(address.https),
      "webcal": .text(address.webcal), "google": .text(address.google), "outlook": .text(address.outlook),
      "qr": link(to: feed.code),
    ]
  }

  func feed(of rota: Rota) -> TemplateValue {
    feed(rota.title, Places.feed(rota.id), holds: rota.feedHolds)
  }

  func feed(of seat: Seat, _ rota: Rota) -> TemplateValue {
    feed(
      "\(rota.title): \(seat.title)", Places.feed(rota.id, seat.id),
      holds: "The shifts of this seat alone, and what the rota does with them")
  }

  func feed(of team: Team) -> TemplateValue {
    feed("Turns of \(team.name)", Places.feed(team.id), holds: "Everything of the rotas that the team keeps")
  }

  var allFeed: TemplateValue {
    feed(
      "All rotas", Places.allFeed, holds: "Every shift of every rota, with meetings, hand-off notes due and days off")
  }

  var gapFeed: TemplateValue {
    feed("Not covered", Places.gapFeed, holds: "The promised time that nobody covers; best empty")
  }

  /// Somebody's own feed, or none where its address is theirs alone.
  func feeds(of person: Person) -> TemplateValue {
    guard !model.settings.hasSecretFeeds, let own = model.feed(of: person.id) else { return .list([]) }
    return [
      feed(
        "Turns of \(person.name)", own,
        holds: "Every shift of \(person.name) on any rota, covers for others too, with meetings and days off")
    ]
  }
}

extension Rota {
  fileprivate var feedHolds: String {
    let meetings = practice.ceremonies.contains { !$0.isSkipped } ? ", its meetings" : ""
    let recovery = practice.recovery == nil ? "" : ", days off after a turn"
    return "Every shift of the rota\(meetings)\(recovery), covers and swaps included"
  }
}

/// The addresses by which calendar programs take up a feed.
struct Subscription: Sendable {
  let https: String
  private let title: String

  init(_ https: String, title: String) {
    self.https = https
    self.title = title
  }

  /// The scheme that calendar programs register for.
  var webcal: String { "webcal" + https.drop { $0 != ":" } }
  var google: String { "https://calendar.google.com/calendar/render?cid=\(Subscription.encoded(webcal))" }
  var outlook: String {
    "https://outlook.office.com/calendar/0/addfromweb"
      + "?url=\(Subscription.encoded(https))&name=\(Subscription.encoded(title))"
  }

  /// As the value of a query: all but the unreserved characters of RFC 3986 2.3 as percent-encoded UTF-8.
  private static func encoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }

  /// The code that a phone scans to subscribe, as a picture; `nil` where the address is too long for one.
  var hasCode: Bool { webcal.utf8.count <= QRCode.longest }

  var code: [UInt8]? {
    QRCode(webcal).map { code in
      let side = code.extent
      return Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(code.path)"/></svg>

        """.utf8)
    }
  }
}

extension Address {
  /// Where the code of a feed stands: `calendar/all.ics` has `calendar/all.qr.svg`.
  var code: Address { Address(description.dropLast(".ics".count) + ".qr.svg") }
}

/// The codes of all feeds whose addresses anybody may know.
package struct FeedCodes {
  private let model: SiteModel

  package init(_ model: SiteModel) { self.model = model }

  /// The path of each, and what makes it.
  package var files: [(path: String, bytes: @Sendable () -> [UInt8])] {
    guard let base = model.settings.baseURL else { return [] }
    return Places.all(model.organisation, model.settings).filter { $0.description.hasSuffix(".ics") }.compactMap {
      feed in
      let subscription = Subscription(feed.absolute(base), title: "")
      return subscription.hasCode ? (feed.code.file, { subscription.code ?? [] }) : nil
    }
  }
}
