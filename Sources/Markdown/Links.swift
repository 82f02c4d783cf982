import Diagnostics

// Links, images and bare addresses (CommonMark 6.3 to 6.5, GFM 6.9).
extension RenderingPass {
  mutating func openLink(_ node: CMarkNode) {
    if let note = footnote(of: node) { return openFootnoteUse(note, node) }
    linkDepth += 1
    linkStart = searchStart
    out.append("<a href=\"" as StaticString)
    writeAddress(node.url, kind: .link)
    writeTitle(node)
    out.append("\">" as StaticString)
  }

  mutating func closeLink(_ node: CMarkNode) {
    if let note = footnote(of: node) { return closeFootnoteUse(note, node) }
    linkDepth -= 1
    out.append("</a>" as StaticString)
  }

  mutating func writeImage(_ node: CMarkNode) {
    if let note = footnote(of: node) {
      out.append(UInt8(ascii: "!"))
      return writeFootnoteUse(note)
    }
    out.append("<img src=\"" as StaticString)
    let start = searchStart
    let size = writeAddress(node.url, kind: .image)
    out.append("\" alt=\"" as StaticString)
    let alternative = PlainText.of(node)
    out.appendEscaped(alternative)
    writeTitle(node)
    if let size { out += "\" width=\"\(size.width)\" height=\"\(size.height)".utf8 }
    out.append(isSite ? "\">" : "\" />")
    if isSite, alternative.utf8.allSatisfy(\.isSpace) {
      result.diagnostics.append(.noAlternative(at: place(of: node.url, from: start)))
    }
  }

  mutating func writeAutolink(_ text: UnsafeBufferPointer<UInt8>, prefix: StaticString) {
    out.append("<a href=\"" as StaticString)
    if prefix.utf8CodeUnitCount == 0 {
      writeAddress(text, kind: .autolink)
    } else {
      var whole = Array(UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
      whole.append(contentsOf: text)
      _ = whole.withUnsafeBufferPointer { writeAddress($0, kind: .autolink, written: text) }
    }
    out.append("\">" as StaticString)
    out.appendEscaped(text)
    out.append("</a>" as StaticString)
  }

  /// The second half of an attribute, and a title where there is one; the closing quote is the caller's.
  private mutating func writeTitle(_ node: CMarkNode) {
    let title = node.title
    guard !title.isEmpty else { return }
    out.append("\" title=\"" as StaticString)
    out.appendEscaped(title)
  }

  /// Writes where a link leads, as its resolver says.
  ///
  /// - Parameter written: how the source writes the address, where it writes it another way.
  @discardableResult
  mutating func writeAddress(
    _ url: UnsafeBufferPointer<UInt8>, kind: LinkKind, written: UnsafeBufferPointer<UInt8>? = nil
  ) -> PixelSize? {
    guard isSite else {
      out.appendAddress(url)
      return nil
    }
    let place = place(of: written ?? url, from: searchStart)
    guard !UnsafeAddress.isUnsafe(url, isImage: kind == .image) else {
      result.diagnostics.append(.unsafeAddress(url, at: place))
      return nil
    }
    address.removeAll(keepingCapacity: true)
    let size = references.resolve(url, kind, place, &address)
    let isSafe = address.withUnsafeBufferPointer { !UnsafeAddress.isUnsafe($0, isImage: kind == .image) }
    if isSafe { address.withUnsafeBufferPointer { out.appendAddress($0) } }
    return size
  }

  /// Where a destination stands: in the block that is rendered, else where the text defines it, else the block.
  private mutating func place(of url: UnsafeBufferPointer<UInt8>, from start: Int) -> SourceRange {
    if let found = lines.bytes.destination(url, in: start..<max(start, block.upperBound)) {
      searchStart = found.upperBound
      return range(of: found)
    }
    if let found = lines.bytes.definition(of: url) { return range(of: found) }
    let line = lines[lines.line(holding: block.lowerBound)]
    return range(
      of: max(line.lowerBound, block.lowerBound)..<max(block.lowerBound, min(line.upperBound, block.upperBound)))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where some bytes stand in a part of these.
  func firstRange(of wanted: UnsafeBufferPointer<UInt8>, in part: Range<Int>) -> Range<Int>? {
    guard let first = wanted.first, part.count >= wanted.count else { return nil }
    for start in part.lowerBound...(part.upperBound - wanted.count) where self[start] == first {
      if (1..<wanted.count).allSatisfy({ self[start + $0] == wanted[$0] }) { return start..<start + wanted.count }
    }
    return nil
  }

  /// Where a part of these names a destination: behind `](` or `<`, else anywhere.
  fileprivate func destination(_ url: UnsafeBufferPointer<UInt8>, in part: Range<Int>) -> Range<Int>? {
    var (start, first) = (part.lowerBound, Range<Int>?.none)
    while let found = firstRange(of: url, in: start..<part.upperBound) {
      var before = found.lowerBound - 1
      while before > part.lowerBound, self[before].isSpace { before -= 1 }
      if before >= part.lowerBound, self[before] == UInt8(ascii: "(") || self[before] == UInt8(ascii: "<") {
        return found
      }
      first = first ?? found
      start = found.lowerBound + 1
    }
    return first
  }

  /// Where a link reference definition names a destination: behind `]:`.
  fileprivate func definition(of url: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var start = 0
    while let found = firstRange(of: url, in: start..<count) {
      var before = found.lowerBound - 1
      while before > 0, self[before].isSpace || self[before] == UInt8(ascii: "<") { before -= 1 }
      if before > 0, self[before] == UInt8(ascii: ":"), self[before - 1] == UInt8(ascii: "]") { return found }
      start = found.upperBound
    }
    return nil
  }
}

/// Schemes that would run a script or read a reader's disk.
enum UnsafeAddress {
  static func isUnsafe(_ url: UnsafeBufferPointer<UInt8>, isImage: Bool) -> Bool {
    guard let colon = url.prefix(64).firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = url[..<colon].filter { $0 > 32 }.map { $0 | 32 }
    if scheme.elementsEqual("data".utf8) {
      let harmless = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
      let start = String(decoding: url.prefix(24), as: UTF8.self).lowercased()
      return !(isImage && harmless.contains { start.hasPrefix($0) })
    }
    return ["javascript", "vbscript", "file"].contains { scheme.elementsEqual($0.utf8) }
  }
}

extension Diagnostic {
  fileprivate static func noAlternative(at range: SourceRange) -> Diagnostic {
    .warning("image-alt", "An image has no alternative text: write what it shows between the brackets", at: range)
  }

  fileprivate static func unsafeAddress(_ url: UnsafeBufferPointer<UInt8>, at range: SourceRange) -> Diagnostic {
    let scheme = String(decoding: url.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    return .warning("link-scheme", "'\(scheme):' is not let pass in links; the page leads nowhere here", at: range)
  }
}
