package import Site
package import Templates

/// The page that stands at an earlier address and leads on.
package struct RedirectPage {
  private let model: SiteModel
  private let redirect: Redirect

  package init(_ redirect: Redirect, _ model: SiteModel) {
    self.model = model
    self.redirect = redirect
  }

  package func html(_ templates: TemplateSet) -> [UInt8] {
    let target = model.handbook.entries[redirect.entry].address
    let view = View(model: model, address: redirect.address)
    var out: [UInt8] = []
    templates.render(
      "redirect",
      [
        "target": view.link(to: target), "canonical": view.text(model.settings.baseURL.map(target.absolute)),
        "root": .text(redirect.address.toRoot), "version": .text(model.themeVersion), "site": model.siteValue,
      ], into: &out)
    return out
  }
}
