import CivilTime
package import Diagnostics
import Markdown
import YAML

extension Page {
  /// Reads a page's front matter.
  ///
  /// - Parameters:
  ///   - source: the path below content/.
  ///   - file: the path for diagnostics: `content/playbook/escalation.md`.
  ///   - bytes: the whole file.
  package init(
    source: String, file: String, bytes: UnsafeBufferPointer<UInt8>, diagnostics: inout [Diagnostic]
  ) {
    self.init(source: source, title: "")
    let frontMatter = FrontMatter(bytes, file: file, diagnostics: &diagnostics)
    bodyOffset = frontMatter.bodyOffset
    bodyLine = frontMatter.bodyLine
    if let node = frontMatter.node, !node.isNull { take(node, &diagnostics) }
    let body = UnsafeBufferPointer(rebasing: bytes[bodyOffset...])
    links = LinkScan.links(of: body)
    guard title.isEmpty else { return }
    title = firstHeading(of: body) ?? Page.title(fromPath: source)
  }

  private mutating func take(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) {
    let collector = DiagnosticCollector()
    defer { diagnostics += collector.diagnostics }
    guard let fields = Fields(node, "the front matter", known: nil, collector) else { return }
    takeWords(fields)
    takeDates(fields)
    takeSwitches(fields)
    takeExtra(node)
    reportNearMisses(node, collector)
  }

  private mutating func takeWords(_ fields: Fields) {
    title = fields.text("title") ?? ""
    let meta = fields["meta"].flatMap { $0["description"] }
    description = fields.text("description") ?? fields.text("excerpt") ?? meta.flatMap(fields.text)
    owner = fields.text("owner")
    ownerRange = fields["owner"]?.range
    layout = fields.text("layout")
    tags = fields.words("tags")
    authors = fields.words("authors")
    aliases = fields.list("aliases").compactMap { node in fields.text(node).map { Text(text: $0, range: node.range) } }
    slug = fields.first("slug", "url-slug").flatMap { node in
      fields.value(node, "bad-slug", "one part of an address, such as 'before-you-page'", Page.slug)
        .map { Text(text: $0, range: node.range) }
    }
    order = fields.first("order", "weight", "nav_order", "sidebar_position").flatMap { node in
      fields.value(node, "value-kind", "a whole number") { Int($0) }
    }
  }

  /// A name that can stand between two slashes; hidden ones, `.` and `..` among them, cannot.
  private static func slug(_ text: String) -> String? {
    let isName = text.utf8.allSatisfy { $0 >= 32 && $0 != 127 && $0 != UInt8(ascii: "/") }
    return isName && !text.isEmpty && !text.hasPrefix(".") ? text : nil
  }

  private mutating func takeDates(_ fields: Fields) {
    reviewed = fields.day("reviewed", "last_reviewed_on")
    reviewedRange = fields.first("reviewed", "last_reviewed_on")?.range
    date = fields.day("date", "first-published-on")
    updated = fields.day("updated", "last-updated-on")
    reviewEvery = fields.first("review_every", "review_in").flatMap { node in
      fields.value(node, "bad-duration", "a length of time such as '6 months'") { Span($0) }
    }
  }

  private mutating func takeSwitches(_ fields: Fields) {
    isDraft = fields.flag("draft") ?? (fields.flag("published").map { !$0 } ?? false)
    isUnlisted = fields.flag("unlisted") ?? false
    showsContents = fields.flag("toc")
  }

  private mutating func takeExtra(_ node: YAMLNode) {
    for entry in node.entries ?? [] where !Page.keys.contains(entry.key) {
      extra.append(Extra(key: entry.key, value: Page.value(entry.value)))
    }
  }

  private static func value(_ node: YAMLNode) -> ExtraValue {
    switch node.value {
    case .null: .flag(false)
    case .scalar("true"): .flag(true)
    case .scalar("false"): .flag(false)
    case .scalar(let text): .text(text)
    case .sequence(let elements): .list(elements.map(value))
    case .mapping(let entries): .mapping(entries.map { Extra(key: $0.key, value: value($0.value)) })
    }
  }

  /// Keys that nobody knows are the templates' own, unless one looks like a slip of the pen.
  private func reportNearMisses(_ node: YAMLNode, _ collector: DiagnosticCollector) {
    for entry in node.entries ?? [] where !Page.keys.contains(entry.key) {
      guard let near = nearestName(to: entry.key, in: Page.keys), entry.key.count > 3 else { continue }
      collector.report(
        .warning("page-key", "'\(entry.key)' is no key of front matter; did you mean '\(near)'?", at: entry.keyRange))
    }
  }

  /// `Before you page` for `playbook/before-you-page.md`; an index is called after its folder.
  package static func title(fromPath source: String) -> String {
    var parts = source.split(separator: "/").map(String.init)
    if let last = parts.last, ["index.md", "README.md"].contains(last), parts.count > 1 { parts.removeLast() }
    let name = parts.last.map { $0.hasSuffix(".md") ? String($0.dropLast(3)) : $0 } ?? source
    let words = name.map { $0 == "-" || $0 == "_" ? " " : String($0) }.joined()
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static let keys = [
    "title", "description", "order", "owner", "reviewed", "review_every", "tags", "draft", "unlisted", "aliases",
    "slug",
    "toc", "layout", "date", "updated", "authors", "excerpt", "weight", "nav_order", "sidebar_position", "published",
    "last_reviewed_on", "review_in", "url-slug", "first-published-on", "last-updated-on", "meta", "categories",
  ]
}

extension Fields {
  /// The value of the first of several keys that is there.
  fileprivate func first(_ keys: String...) -> YAMLNode? { keys.lazy.compactMap { self[$0] }.first }

  /// A day; a time behind it is cut off.
  fileprivate func day(_ keys: String...) -> Day? {
    keys.lazy.compactMap { self[$0] }.first.flatMap { node in
      value(node, "bad-date", "a day such as 2026-11-23") { text in
        Day(iso: text) ?? (text.dropFirst(10).first.map { "T ".contains($0) } == true ? Day(iso: text.prefix(10)) : nil)
      }
    }
  }

  /// A list of words; a single one may stand without brackets.
  fileprivate func words(_ key: String) -> [String] {
    guard let node = self[key] else { return [] }
    return node.text.map { [$0] } ?? texts(key)
  }
}
