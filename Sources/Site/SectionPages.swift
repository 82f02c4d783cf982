import Content

/// The page of each section: its folder's index, or one made for a folder that has none.
struct SectionPages {
  /// The index page of each folder that has one, by folder.
  let indexes: [String: Handbook.SharedPage]
  /// The titles of sections without an index, by folder; others are called after their folder.
  private let titles: [String: String]

  /// README.md serves where index.md is missing.
  init(_ pages: [Handbook.SharedPage], titles: [String: String]) {
    var indexes: [String: Handbook.SharedPage] = [:]
    for name in ["README.md", "index.md"] {
      for shared in pages where shared.page.source == name || shared.page.source.hasSuffix("/" + name) {
        indexes[Handbook.folder(of: shared.page.source)] = shared
      }
    }
    self.indexes = indexes
    self.titles = titles
  }

  func entry(_ folder: String, parent: Int) -> Handbook.Entry {
    let index = indexes[folder]
    let address = Address(folder.isEmpty ? "" : folder + "/")
    return Handbook.Entry(
      shared: index ?? implied(at: address, folder), address: address, folder: folder, parent: parent, isSection: true,
      isImplied: index == nil)
  }

  private func implied(at address: Address, _ folder: String) -> Handbook.SharedPage {
    let source = address.description + "index.md"
    return .init(Page(source: source, title: titles[folder] ?? Page.title(fromPath: source)))
  }
}
