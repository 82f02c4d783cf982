package import Content
package import Diagnostics

extension Handbook {
  /// Builds the tree of a site's pages.
  ///
  /// - Parameters:
  ///   - pages: every page to publish, drafts already left out; in any order.
  ///   - titles: the titles of sections that no file holds, by folder; `""` is the home page. Others are called after
  ///     their folder.
  package init(_ pages: consuming [Page], titles: [String: String], diagnostics: inout [Diagnostic]) {
    let sorted = pages.map(SharedPage.init).sorted { $0.page.source < $1.page.source }
    let sections = SectionPages(sorted, titles: titles)
    entries = [sections.entry("", parent: 0)]
    entries.reserveCapacity(sorted.count)
    bySource = [:]
    byFolder = ["": 0]
    for shared in sorted {
      let source = shared.page.source
      let folder = Handbook.folder(of: source)
      guard sections.indexes[folder] !== shared else { continue }
      let parent = section(folder, sections)
      bySource[source] = entries.count
      entries.append(Handbook.leaf(shared, in: entries[parent], parent: parent))
    }
    for folder in sections.indexes.keys.sorted() { _ = section(folder, sections) }
    for (folder, shared) in sections.indexes { bySource[shared.page.source] = byFolder[folder] }
    linkChildren()
    linkNeighbours()
    reportSharedAddresses(&diagnostics)
  }

  /// The section of a folder; made, with those above it, where no page has asked for it before.
  private mutating func section(_ folder: String, _ sections: SectionPages) -> Int {
    if let known = byFolder[folder] { return known }
    let parent = section(Handbook.folder(of: folder), sections)
    byFolder[folder] = entries.count
    entries.append(sections.entry(folder, parent: parent))
    return entries.count - 1
  }

  private static func leaf(_ shared: SharedPage, in section: Entry, parent: Int) -> Entry {
    let source = shared.page.source
    let file = source.split(separator: "/").last.map(String.init) ?? source
    let name = shared.page.slug?.text ?? String(file.dropLast(3))
    let address = Address(section.address.description + name + "/")
    return Entry(
      shared: shared, address: address, folder: section.folder, parent: parent, isSection: false, isImplied: false)
  }

  /// The folder of a path: `playbook` for `playbook/escalation.md`, nothing at the top.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}

extension Handbook {
  private mutating func linkChildren() {
    var children = Array(repeating: [Int](), count: entries.count)
    for (index, entry) in entries.enumerated() where index != 0 && !entry.page.isUnlisted {
      children[entry.parent].append(index)
    }
    for (index, unsorted) in children.enumerated() {
      entries[index].children = unsorted.sorted { precedes(entries[$0].page, entries[$1].page) }
    }
  }

  /// Numbered pages first, then by title, then by path.
  private func precedes(_ a: Page, _ b: Page) -> Bool {
    (a.order ?? Int.max, a.title, a.source) < (b.order ?? Int.max, b.title, b.source)
  }

  /// Previous and next, through the whole handbook as one would read it.
  private mutating func linkNeighbours() {
    var last: Int?
    var waiting = Array(entries[0].children.reversed())
    while let index = waiting.popLast() {
      entries[index].previous = last
      if let last { entries[last].next = index }
      last = index
      waiting += entries[index].children.reversed()
    }
  }

  private func reportSharedAddresses(_ diagnostics: inout [Diagnostic]) {
    var owners: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      let key = entry.address.description
      guard let other = owners.updateValue(index, forKey: key) else { continue }
      diagnostics.append(.sharedAddress(entry, entries[other]))
    }
  }
}

extension Diagnostic {
  fileprivate static func sharedAddress(_ entry: Handbook.Entry, _ other: Handbook.Entry) -> Diagnostic {
    let place = entry.page.slug?.range ?? SourceRange(file: "content/" + entry.page.source, line: 1, column: 1)
    return .error(
      "address-shared", "'/\(entry.address)' is the address of two pages", at: place,
      notes: [Note("the other is here", range: SourceRange(file: "content/" + other.page.source, line: 1, column: 1))])
  }
}
