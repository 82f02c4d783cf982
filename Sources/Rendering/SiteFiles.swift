import Content
package import Site

/// The files that other programs look for at the root of a site.
package struct SiteFiles {
  private let model: SiteModel

  package init(_ model: SiteModel) { self.model = model }

  /// Every listed page by its absolute address (sitemaps.org 0.9), or `nil` where the site has no base address.
  /// - Parameter more: the pages beside the handbook.
  package func sitemap(_ more: [Address]) -> [UInt8]? {
    guard let base = model.settings.baseURL else { return nil }
    let handbook = model.handbook.entries.filter { !$0.page.isUnlisted }.map(\.address)
    var out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for address in (handbook + more).sorted() {
      out += "<url><loc>\(address.absolute(base).escaped)</loc></url>\n"
    }
    return Array((out + "</urlset>\n").utf8)
  }

  /// What crawlers may read (RFC 9309): nothing, unless the site says `robots: index`.
  package func robots() -> [UInt8] {
    guard model.settings.allowsRobots else { return Array("User-agent: *\nDisallow: /\n".utf8) }
    let sitemap = model.settings.baseURL.map { "\nSitemap: \($0)sitemap.xml\n" } ?? ""
    return Array(("User-agent: *\nDisallow:\n" + sitemap).utf8)
  }
}
