import Markdown
import Site
import Templates

/// The text of one page as it stands on the page that holds the whole handbook.
struct PrintedText: Sendable {
  var title: [UInt8]
  var html: [UInt8]
}

/// The whole handbook on one page: which pages it holds, and how links between them become links inside it.
struct Print: Sendable {
  /// In reading order.
  let pages: [Int]
  private let addresses: Set<String>
  private let isPrinted: [Bool]

  /// A browser is slow with a page of more, and a build too.
  private static let longest = 500

  /// Hand-off notes are records of a week, and none of the handbook's pages.
  ///
  /// - Parameters:
  ///   - notes: the entries that hold hand-off notes, and their sections.
  ///   - isWanted: what the site says; `nil` where the number of pages decides.
  init(_ handbook: Handbook, without notes: Set<Int>, isWanted: Bool?) {
    let order = handbook.readingOrder.filter { !notes.contains($0) && !handbook.entries[$0].page.isDraft }
    pages = order.count > 1 && isWanted ?? (order.count <= Print.longest) ? order : []
    addresses = Set(pages.map { Address.encoded(handbook.entries[$0].address.description) })
    var isPrinted = Array(repeating: false, count: handbook.entries.count)
    for page in pages { isPrinted[page] = true }
    self.isPrinted = isPrinted
  }

  func holds(_ page: Int) -> Bool { isPrinted[page] }

  /// The id of a page; those inside it begin with that and a colon.
  static func id(_ address: Address) -> String { id(ofPath: Address.encoded(address.description)) }

  private static func id(ofPath path: String) -> String { path.isEmpty ? "start" : path }

  /// Makes the text of a page ready for the whole handbook.
  func text(_ entry: Handbook.Entry, _ title: Heading?, _ content: [UInt8]) -> PrintedText {
    let id = Print.id(entry.address)
    let move = MovedHTML(from: entry.address, to: Places.print, levels: 1, prefix: id + ":") { path in
      let path = String(decoding: path, as: UTF8.self)
      guard addresses.contains(path) else { return nil }
      let id = Print.id(ofPath: path)
      return (Array(id.utf8), Array("\(id):".utf8))
    }
    var html: [UInt8] = []
    html.reserveCapacity(content.count)
    move.append(content[...], to: &html)
    let name = title.map { "<span id=\"\(id.escaped):\($0.id.escaped)\">\($0.html)</span>" } ?? entry.page.title.escaped
    return PrintedText(title: Array(name.utf8), html: html)
  }
}

extension View {
  /// The whole handbook in reading order, each section on a new sheet.
  func printPage(_ texts: GatheredTexts) -> Members {
    var members = common(
      PageFacts(
        kind: "print", title: "The whole handbook",
        description: "All pages of the handbook on one, for paper or for a journey", ancestors: above()))
    members["robots_noindex"] = true
    members["canonical"] = false
    members["contents"] = .html(Array(contents(of: 0, list: "<ul data-whole>").utf8))
    members["shifts_json"] = shiftData(of: texts.serving(in: model.print.pages))
    members["articles"] = .list(model.print.pages.map { article($0, texts.printed[$0]) })
    return members
  }

  private func article(_ index: Int, _ text: PrintedText?) -> TemplateValue {
    let entry = model.handbook.entries[index]
    return [
      "id": .text(Print.id(entry.address)), "is_section": .flag(entry.isSection && index != 0),
      "title_html": .html(text?.title ?? []), "html": .html(text?.html ?? []),
    ]
  }

  /// The pages of a section and those below them as nested lists. The outer one flows down columns.
  private func contents(of section: Int, list: String = "<ul>") -> String {
    let shown = model.handbook.entries[section].children.filter { model.print.holds($0) }
    guard !shown.isEmpty else { return "" }
    let items = shown.map { index in
      let (id, title) = (Print.id(model.handbook.entries[index].address), model.handbook.entries[index].page.title)
      return "<li><a href=\"#\(id.escaped)\">\(title.escaped)</a>\(contents(of: index))</li>"
    }
    return "\(list)\(items.joined())</ul>"
  }
}
