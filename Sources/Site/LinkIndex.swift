/// What a link may lead to: pages by their source, files, and what the build makes.
package struct LinkIndex: Sendable {
  package enum Target: Sendable {
    case page(Int)
    /// A file that is copied as it is.
    case file(Address)
    /// A page or file made from the roster.
    case generated(Address)
    /// A page that is not published.
    case draft
  }

  let handbook: Handbook
  private let files: Set<String>
  private let generated: Set<String>
  private let drafts: Set<String>
  private let unread: [String]

  /// - Parameters:
  ///   - files: paths below content/ that are copied.
  ///   - generated: addresses that the build makes.
  ///   - unread: folders of addresses that the build could not work out, so that any link into them may be right.
  ///   - drafts: source paths of pages that are left out.
  package init(handbook: Handbook, files: [String], generated: [Address], drafts: [String], unread: [String] = []) {
    self.handbook = handbook
    self.files = Set(files)
    self.generated = Set(generated.map(\.description))
    self.drafts = Set(drafts)
    self.unread = unread
  }

  /// What a path below content/ means: a .md file, a folder, a page without its extension, a file, or an address that
  /// the build makes.
  package func target(_ path: String) -> Target? {
    if let page = handbook.bySource[path] { return .page(page) }
    let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
    if let section = handbook.byFolder[bare] { return .page(section) }
    if let page = handbook.bySource[bare + ".md"] { return .page(page) }
    if files.contains(path) { return .file(Address(path)) }
    if unread.contains(where: { path.hasPrefix($0 + "/") }) { return .generated(Address(path)) }
    for address in [path, bare + "/"] where generated.contains(address) { return .generated(Address(address)) }
    return drafts.contains(path) || drafts.contains(bare + ".md") || drafts.contains(bare + "/index.md") ? .draft : nil
  }

  package func address(_ target: Target) -> Address? {
    switch target {
    case .page(let index): handbook.entries[index].address
    case .file(let address), .generated(let address): address
    case .draft: nil
    }
  }

  /// Every path that a link may name, for the nearest one to a mistaken name.
  var names: [String] { (Array(handbook.bySource.keys) + files + generated).sorted() }
}
