// Site knows where everything stands: the handbook's sections and pages, their addresses and order, and what links lead
// to. It refuses to know HTML and files on the disk. Always true: an address belongs to one thing, and a link that
// leads nowhere is a diagnostic.
package import Content

/// The pages of a site as a tree: a folder is a section, its index the section's own page.
package struct Handbook: Sendable {
  package struct Entry: Sendable {
    /// Read in place: a page is large, and an entry is passed about.
    package var page: Page { _read { yield shared.page } }
    let shared: SharedPage
    package var address: Address
    /// The folder below content/ in which links of the page start: `playbook`, or nothing at the top.
    package var folder: String
    /// The section that holds the entry; the home page holds itself.
    package var parent: Int
    package var isSection: Bool
    /// Whether no file stands behind it: a folder without an index.
    package var isImplied: Bool
    /// Sections and pages below a section, in reading order; without unlisted ones.
    package var children: [Int] = []
    package var previous: Int?
    package var next: Int?
  }

  /// A page in one place of the memory, whoever speaks of it.
  final class SharedPage: Sendable {
    let page: Page

    init(_ page: Page) { self.page = page }
  }

  /// The home page comes first.
  package internal(set) var entries: [Entry]
  /// The entry of each source path below content/.
  package internal(set) var bySource: [String: Int]
  /// The section of each folder below content/; the top is the empty path.
  package internal(set) var byFolder: [String: Int]

  /// The sections from the home page down to the one that holds an entry, the entry itself counted where it is a section.
  package func sections(above entry: Int) -> [Int] {
    var path: [Int] = []
    var section = entries[entry].isSection ? entry : entries[entry].parent
    while section != 0 {
      path.append(section)
      section = entries[section].parent
    }
    return [0] + path.reversed()
  }

  /// The listed entries as one would read them: the home page, then each section before its pages.
  package var readingOrder: [Int] {
    var order = [0]
    var next = entries[0].children.first
    while let index = next {
      order.append(index)
      next = entries[index].next
    }
    return order
  }

  /// The entries above one, the home page first, the entry itself left out.
  package func ancestors(of entry: Int) -> [Int] {
    guard entry != 0 else { return [] }
    return sections(above: entries[entry].parent)
  }
}
