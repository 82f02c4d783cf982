package import Diagnostics
package import Markdown

/// Resolves the links of one page while it is rendered, and remembers where they lead.
package struct PageLinks {
  /// A link to a place inside a page, to be checked when every page's places are known.
  package struct FragmentUse: Sendable {
    package var target: LinkIndex.Target
    package var fragment: String
    package var range: SourceRange
  }

  /// A link that leaves the site.
  package struct External: Sendable {
    package var url: String
    package var range: SourceRange
  }

  private let index: LinkIndex
  private let page: Int
  private let address: Address
  /// The folders of the texts that are read now: the page's, and those of what it includes.
  private var folders: [String]
  package private(set) var fragments: [FragmentUse] = []
  package private(set) var external: [External] = []
  /// The entries of the handbook that links lead to, the page itself left out, each as often as it is linked.
  package private(set) var pages: [Int] = []
  package private(set) var diagnostics: [Diagnostic] = []

  package init(index: LinkIndex, page: Int) {
    self.index = index
    self.page = page
    folders = [index.handbook.entries[page].folder]
    address = index.handbook.entries[page].address
  }

  /// Links of an included text start in the text's own folder, until `leave`.
  package mutating func enter(file: String) { folders.append(Handbook.folder(of: file)) }

  package mutating func leave() { folders.removeLast() }

  private var folder: String { folders.last ?? "" }

  /// Appends the address that the published link needs, and answers what it leads to. A link that leads nowhere is an
  /// error, and stays as it was written.
  @discardableResult
  package mutating func resolve(
    _ destination: UnsafeBufferPointer<UInt8>, kind: LinkKind, at range: SourceRange, into out: inout [UInt8]
  ) -> LinkIndex.Target? {
    guard kind != .autolink, !destination.isEmpty, !LinkPath.isExternal(destination) else {
      out.append(contentsOf: destination)
      noteExternal(destination, range)
      return nil
    }
    let link = LinkPath(destination)
    guard let (address, target) = address(of: link, destination, range) else {
      out.append(contentsOf: destination)
      return nil
    }
    out.append(contentsOf: address.utf8)
    out.append(contentsOf: link.query)
    guard let fragment = link.fragment else { return target }
    out.append(UInt8(ascii: "#"))
    out.append(contentsOf: fragment)
    return target
  }

  private mutating func noteExternal(_ destination: UnsafeBufferPointer<UInt8>, _ range: SourceRange) {
    let isAddress = destination.starts(with: "http".utf8) || destination.starts(with: "//".utf8)
    guard isAddress else { return }
    external.append(External(url: String(decoding: destination, as: UTF8.self), range: range))
  }

  /// The relative address of what a link means; nothing where it means the page itself.
  private mutating func address(
    of link: LinkPath, _ destination: UnsafeBufferPointer<UInt8>, _ range: SourceRange
  ) -> (String, LinkIndex.Target)? {
    if link.path.isEmpty {
      note(link.fragment, .page(page), range)
      return ("", .page(page))
    }
    let written = { String(decoding: destination, as: UTF8.self) }
    guard let path = link.resolved(from: folder) else {
      diagnostics.append(.outside(written(), at: range))
      return nil
    }
    guard let target = index.target(path) else {
      diagnostics.append(.broken(written(), diagnostics.count < 5 ? nearest(to: path) : nil, at: range))
      return nil
    }
    guard let address = index.address(target) else {
      diagnostics.append(.draft(written(), at: range))
      return nil
    }
    note(link.fragment, target, range)
    if case .page(let linked) = target, linked != page { pages.append(linked) }
    return (self.address.link(to: address), target)
  }

  private mutating func note(
    _ fragment: Slice<UnsafeBufferPointer<UInt8>>?, _ target: LinkIndex.Target, _ range: SourceRange
  ) {
    guard let fragment, !fragment.isEmpty, !fragment.elementsEqual("top".utf8) else { return }
    let decoded = String(decoding: LinkPath.percentDecoded(fragment), as: UTF8.self)
    fragments.append(FragmentUse(target: target, fragment: decoded, range: range))
  }

  /// The nearest path that exists, as the page would write it.
  private func nearest(to path: String) -> String? {
    guard let near = nearestName(to: path, in: index.names) else { return nil }
    return Address(folder.isEmpty ? "" : folder + "/").link(to: Address(near))
  }
}

extension Diagnostic {
  fileprivate static func broken(_ written: String, _ nearest: String?, at range: SourceRange) -> Diagnostic {
    let near = nearest.map { "; did you mean '\($0)'?" } ?? ""
    return .error("link-broken", "'\(written)' leads to nothing\(near)", at: range)
  }

  fileprivate static func outside(_ written: String, at range: SourceRange) -> Diagnostic {
    .error("link-outside", "'\(written)' leads out of content/", at: range)
  }

  fileprivate static func draft(_ written: String, at range: SourceRange) -> Diagnostic {
    .error("link-draft", "'\(written)' leads to a draft, which is not published", at: range)
  }
}
