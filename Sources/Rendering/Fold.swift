import Templates

extension TemplateSet {
  /// Appends a page: what the template makes of the values, with its fold.
  func renderPage(_ template: String, _ values: View.Members, into out: inout [UInt8]) {
    let start = out.count
    render(template, .object(values), into: &out)
    Fold.move(in: &out, from: start)
  }
}

/// Where the first screen of a page ends, as far as its text is read.
///
/// A style sheet that the head marks with `data-below` moves down to that place. In the body it does not block rendering
/// (HTML, "Render-blocking mechanism"), while browsers read no further before it is there: what stands above is on
/// the screen before the rest is read, and the first picture takes as long as the first screen, however long the page is.
struct Fold {
  /// About how many lines fill a screen of the usual heights, and how many bytes a line: too many rather than too few,
  /// for what can be seen should come at once.
  private static let screen = 34.0
  private static let line = 85.0
  /// How many lines the space above a part takes.
  private static let space = 1.5
  /// What part of its lines a block within an item takes, and so an item in columns: another stands beside it.
  private static let besideOthers = 0.5
  /// What follows must be worth a second painting, in bytes.
  private static let least = 2_000

  /// The lines of the page so far, and the elements open around: those that stay whole, lists, and those beside the page.
  private var lines = 0.0
  private var whole = 0
  private var lists = 0
  private var listMark: ListMark?
  private var apart = 0
  private var codeStart = 0
  /// The element that ended last, where nothing began since.
  private var closed: PageTag.Name?

  /// Moves the marked style sheet of the page that begins at `start`. It stays in the head where the page is short, and
  /// where its text is not well-formed.
  static func move(in page: inout [UInt8], from start: Int) {
    let found = page.withUnsafeBufferPointer { bytes -> (link: Range<Int>, place: Int)? in
      var tags = TagReader(bytes, from: start)
      guard let link = link(&tags), let place = place(&tags) else { return nil }
      return (link, place)
    }
    guard let (link, place) = found else { return }
    page.insert(contentsOf: Array(page[link]), at: place)
    page.removeSubrange(link)
  }

  /// The marked element of the head, with the end of its line.
  private static func link(_ tags: inout TagReader) -> Range<Int>? {
    while let tag = tags.next(), tag.name != .body {
      if tag.name == .link, tags.text(of: tag).hasSuffix(" data-below>") {
        return tag.range.lowerBound..<tags.lineEnd
      }
    }
    return nil
  }

  /// The first place below the first screen where a new part begins.
  private static func place(_ tags: inout TagReader) -> Int? {
    while let tag = tags.next(), tag.name != .main {}
    var fold = Fold()
    while let tag = tags.next(), tag.name != .main, fold.isWellFormed {
      let kind = Kind.of(tag.name)
      fold.add(Double(tag.bytesBefore) / line)
      if fold.isReached(by: tag, kind) { return tags.endsMain(within: least) ? nil : tag.range.lowerBound }
      if tag.isEnd { fold.end(tag, kind, tags) } else { fold.begin(tag, kind, tags) }
    }
    return nil
  }

  private var isWellFormed: Bool { whole >= 0 && lists >= 0 && apart >= 0 }

  /// A list is divided between two of its items: no style sheet may stand there, but at the end of the first.
  private func isReached(by tag: PageTag, _ kind: Kind) -> Bool {
    guard lines >= Fold.screen, whole == 0 else { return false }
    guard !tag.isEnd else { return tag.name == .item && lists == 1 && listMark != .whole }
    guard lists == 0, let closed else { return false }
    return Fold.begins(kind, tag.name, after: closed)
  }

  /// Adds lines where they stand in the page.
  private mutating func add(_ count: Double) {
    guard apart == 0 else { return }
    lines += lists > 0 && listMark == .columns ? count * Fold.besideOthers : count
  }

  private mutating func begin(_ tag: PageTag, _ kind: Kind, _ tags: TagReader) {
    if kind.contains(.block) { add(lists > 0 && tag.name != .item ? Fold.besideOthers : 1) }
    if kind.contains(.part) { add(Fold.space) }
    if kind.contains(.whole) { whole += 1 }
    if kind.contains(.list) {
      if lists == 0 { listMark = ListMark(endOf: tags.text(of: tag)) }
      lists += 1
    }
    if kind.contains(.apart) { apart += 1 }
    if kind.contains(.code) { codeStart = tag.range.upperBound }
    closed = nil
  }

  private mutating func end(_ tag: PageTag, _ kind: Kind, _ tags: TagReader) {
    if kind.contains(.whole) { whole -= 1 }
    if kind.contains(.list) { lists -= 1 }
    if kind.contains(.apart) { apart -= 1 }
    if kind.contains(.code) { add(Double(tags.lines(in: codeStart..<tag.range.lowerBound))) }
    closed = tag.name
  }

  /// Whether an element begins a new part after one that has ended. A heading and its text stay together, and so do
  /// columns.
  private static func begins(_ kind: Kind, _ name: PageTag.Name, after closed: PageTag.Name) -> Bool {
    let before = Kind.of(closed)
    guard !before.contains(.heading) else { return false }
    return kind.contains(.part) || kind.contains(.row) && name == closed || name == .div && before.contains(.text)
  }

  /// What the last attribute of a list says of its items, where they do not stand one below the other.
  private enum ListMark: String, CaseIterable {
    /// They stand beside each other, row by row.
    case columns = " data-columns>"
    /// They flow down columns of equal height: the list is not divided.
    case whole = " data-whole>"

    init?(endOf tag: String) {
      guard let mark = Self.allCases.first(where: { tag.hasSuffix($0.rawValue) }) else { return nil }
      self = mark
    }
  }

  /// What an element is to a fold.
  private struct Kind: OptionSet {
    var rawValue: UInt16
    static let heading = Kind(rawValue: 1)
    /// It begins a part of a page.
    static let part = Kind(rawValue: 2)
    /// It is text at the level of the page.
    static let text = Kind(rawValue: 4)
    /// It takes a line at least.
    static let block = Kind(rawValue: 8)
    /// No style sheet may stand in it, or should.
    static let whole = Kind(rawValue: 16)
    /// Its lines are those of its text.
    static let code = Kind(rawValue: 32)
    /// Its text takes no lines of the page: it is drawn, folded, or stands beside.
    static let apart = Kind(rawValue: 64)
    /// A part of the page begins between two of them.
    static let row = Kind(rawValue: 128)
    /// It is divided between two of its items.
    static let list = Kind(rawValue: 256)

    static func of(_ name: PageTag.Name) -> Kind { kinds[name] ?? [] }

    private static let kinds: [PageTag.Name: Kind] = {
      let groups: [(names: [PageTag.Name], kind: Kind)] = [
        (["h1", "h4", "h5", "h6"], [.heading, .block, .whole]),
        (["h2", "h3"], [.heading, .part, .block, .whole]),
        (["section", "aside", "footer"], .part),
        (["p"], [.text, .block, .whole, .row]),
        (["blockquote"], [.text, .block, .whole]),
        (["pre"], [.text, .block, .whole, .code]),
        (["dl"], [.text, .whole]),
        (["ul", "ol"], [.text, .list]),
        (["li", "tr", "dt", "dd", "figcaption"], .block),
        (["a", "button", "figure", "form", "table", "textarea"], .whole),
        (["details"], [.block, .whole, .apart, .row]),
        (["nav", "script", "select", "style", "svg", "template"], [.whole, .apart]),
      ]
      return Dictionary(uniqueKeysWithValues: groups.flatMap { group in group.names.map { ($0, group.kind) } })
    }()
  }
}
