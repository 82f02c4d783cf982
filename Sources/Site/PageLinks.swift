package import Diagnostics
package import Markdown

/// Resolves the links of one page while it is rendered, and remembers which fragments they name.
package struct PageLinks: LinkResolver {
  /// A link to a place inside a page, to be checked when every page's places are known.
  package struct FragmentUse: Sendable {
    package var target: LinkIndex.Target
    package var fragment: String
    package var range: SourceRange
  }

  private let index: LinkIndex
  private let page: Int
  private let folder: String
  private let address: Address
  package private(set) var fragments: [FragmentUse] = []
  package private(set) var diagnostics: [Diagnostic] = []

  package init(index: LinkIndex, page: Int) {
    self.index = index
    self.page = page
    folder = index.handbook.entries[page].folder
    address = index.handbook.entries[page].address
  }

  /// Appends the address that the published link needs. A link that leads nowhere is an error, and stays as it was written.
  package mutating func resolve(
    _ destination: UnsafeBufferPointer<UInt8>, kind: LinkKind, at range: SourceRange, into out: inout [UInt8]
  ) {
    guard kind != .autolink, !destination.isEmpty, !LinkPath.isExternal(destination) else {
      out.append(contentsOf: destination)
      return
    }
    let link = LinkPath(destination)
    guard let address = address(of: link, destination, range) else {
      out.append(contentsOf: destination)
      return
    }
    out.append(contentsOf: address.utf8)
    out.append(contentsOf: link.query)
    guard let fragment = link.fragment else { return }
    out.append(UInt8(ascii: "#"))
    out.append(contentsOf: fragment)
  }

  /// The relative address of what a link means; nothing where it means the page itself.
  private mutating func address(
    of link: LinkPath, _ destination: UnsafeBufferPointer<UInt8>, _ range: SourceRange
  ) -> String? {
    if link.path.isEmpty {
      note(link.fragment, .page(page), range)
      return ""
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
    return self.address.link(to: address)
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
