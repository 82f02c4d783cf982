import Site
import Templates

/// The navigation of one section, rendered once and spliced into every page that it stands on.
struct Navigation {
  /// What stands before each entry's mark, and behind the last one.
  private var parts: [[UInt8]] = []
  /// The handbook entry that each mark belongs to.
  private var entries: [Int] = []

  /// - Parameters:
  ///   - section: the section that holds the pages.
  ///   - address: the address of any page on which the fragment is to stand; all of them must be equally deep.
  init(section: Int, view: View, templates: TemplateSet) {
    let handbook = view.model.handbook
    let path = handbook.sections(above: section)
    var marked: [Int] = []
    let levels = path.enumerated().map { depth, section -> TemplateValue in
      let entry = handbook.entries[section]
      let open = depth + 1 < path.count ? path[depth + 1] : nil
      let entries = entry.children.map { child -> TemplateValue in
        marked.append(child)
        return [
          "title": .text(handbook.entries[child].page.title), "href": view.link(to: handbook.entries[child].address),
          "open": .flag(child == open), "mark": .html([Navigation.sign]),
        ]
      }
      return [
        "title": .text(entry.page.title), "href": view.link(to: entry.address), "here": .flag(depth == path.count - 1),
        "entries": .list(entries),
      ]
    }
    let home = view.link(handbook.entries[0].page.title, .home)
    var rendered: [UInt8] = []
    templates.render("navigation", ["levels": .list(levels), "home": home], into: &rendered)
    parts = rendered.split(separator: Navigation.sign, omittingEmptySubsequences: false).map(Array.init)
    entries = marked
  }

  /// The fragment with one entry marked as the page on which it stands.
  func marked(_ current: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(parts.reduce(32) { $0 + $1.count })
    for (position, part) in parts.enumerated() {
      out += part
      if position < entries.count, position + 1 < parts.count, entries[position] == current {
        out += " aria-current=\"page\"".utf8
      }
    }
    return out
  }

  /// A byte that no text of a page can hold stands where a mark may be put.
  private static let sign: UInt8 = 0xFF
}
