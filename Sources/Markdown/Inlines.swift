import Diagnostics

// Inlines (CommonMark chapter 6, GFM 6).
extension RenderingPass {
  /// Writes a run of texts that stand side by side as one, so that addresses are seen whole.
  mutating func enterText(_ node: inout CMarkNode, _ links: inout some LinkResolver) -> Bool {
    guard hasExtensions else {
      out.appendEscaped(node.literal)
      return false
    }
    let first = node
    let skipped = markLength(first)
    while let next = node.next, next.kind == .text { node = next }
    if first == node, !strikes.touches(first) {
      write(text: first.literal.dropFirst(skipped), &links)
      return false
    }
    var run: [UInt8] = []
    var current = first
    while true {
      strikes.append(current, to: &run)
      if current == node { break }
      current = current.next!
    }
    run.withUnsafeBufferPointer { write(run: UnsafeBufferPointer(rebasing: $0.dropFirst(skipped)), &links) }
    return false
  }

  private mutating func write(text: Slice<UnsafeBufferPointer<UInt8>>, _ links: inout some LinkResolver) {
    let bytes = UnsafeBufferPointer(rebasing: text)
    guard linkDepth == 0, Autolinks.mayHold(bytes) else { return out.appendEscaped(bytes) }
    writeWithAddresses(bytes, &links)
  }

  /// Writes text in which strikethrough marks stand as bytes that no text can hold.
  private mutating func write(run: UnsafeBufferPointer<UInt8>, _ links: inout some LinkResolver) {
    var start = 0
    for index in run.indices where run[index] == Strikethrough.opening || run[index] == Strikethrough.closing {
      write(text: run[start..<index], &links)
      out.append(run[index] == Strikethrough.opening ? "<del>" : "</del>")
      start = index + 1
    }
    write(text: run[start...], &links)
  }

  private mutating func writeWithAddresses(_ text: UnsafeBufferPointer<UInt8>, _ links: inout some LinkResolver) {
    var start = 0
    for match in Autolinks.matches(text) {
      out.appendEscaped(text[start..<match.range.lowerBound])
      out.append("<a href=\"" as StaticString)
      out.append(match.prefix)
      out.appendAddress(text[match.range])
      out.append("\">" as StaticString)
      out.appendEscaped(text[match.range])
      out.append("</a>" as StaticString)
      start = match.range.upperBound
    }
    out.appendEscaped(text[start...])
  }

  mutating func writeCode(_ node: CMarkNode) {
    out.append("<code>" as StaticString)
    out.appendEscaped(node.literal)
    out.append("</code>" as StaticString)
  }

  mutating func openLink(_ node: CMarkNode, _ links: inout some LinkResolver) {
    linkDepth += 1
    out.append("<a href=\"" as StaticString)
    writeAddress(node.url, kind: .link, &links)
    writeTitle(node)
    out.append("\">" as StaticString)
  }

  mutating func closeLink(_ node: CMarkNode) {
    linkDepth -= 1
    out.append("</a>" as StaticString)
  }

  /// The second half of an attribute, and a title where there is one; the closing quote is the caller's.
  private mutating func writeTitle(_ node: CMarkNode) {
    guard !node.title.isEmpty else { return }
    out.append("\" title=\"" as StaticString)
    out.appendEscaped(node.title)
  }

  mutating func writeImage(_ node: CMarkNode, _ links: inout some LinkResolver) {
    out.append("<img src=\"" as StaticString)
    let start = searchStart
    writeAddress(node.url, kind: .image, &links)
    out.append("\" alt=\"" as StaticString)
    let alternative = PlainText.of(node)
    out.appendEscaped(alternative.utf8)
    writeTitle(node)
    out.append(isSite ? "\">" : "\" />")
    if isSite, alternative.allSatisfy(\.isWhitespace) {
      result.diagnostics.append(.noAlternative(at: place(of: node.url, from: start)))
    }
  }

  private mutating func writeAddress(
    _ url: UnsafeBufferPointer<UInt8>, kind: LinkKind, _ links: inout some LinkResolver
  ) {
    guard isSite else { return out.appendAddress(url) }
    guard !UnsafeAddress.isUnsafe(url, isImage: kind == .image) else { return }
    var address: [UInt8] = []
    links.resolve(url, kind: kind, at: place(of: url, from: searchStart), into: &address)
    out.appendAddress(address)
  }

  /// Where a destination stands: in the block that is rendered, else where the text defines it, else the block.
  private mutating func place(of url: UnsafeBufferPointer<UInt8>, from start: Int) -> SourceRange {
    let source = lines.bytes
    if let found = source.firstRange(of: url, in: start..<max(start, block.upperBound)) {
      searchStart = found.upperBound
      return range(of: found)
    }
    if let found = source.definition(of: url) { return range(of: found) }
    return range(of: lines[lines.line(holding: block.lowerBound)])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where some bytes stand in a part of these.
  func firstRange(of wanted: UnsafeBufferPointer<UInt8>, in part: Range<Int>) -> Range<Int>? {
    guard let first = wanted.first, part.count >= wanted.count else { return nil }
    for start in part.lowerBound...(part.upperBound - wanted.count) where self[start] == first {
      if self[start..<start + wanted.count].elementsEqual(wanted) { return start..<start + wanted.count }
    }
    return nil
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
    var scheme: [UInt8] = []
    for byte in url where byte > 32 {
      if byte == UInt8(ascii: ":") { return isUnsafe(scheme: scheme, url, isImage) }
      guard byte.isASCIILetter, scheme.count < 12 else { return false }
      scheme.append(byte | 32)
    }
    return false
  }

  private static func isUnsafe(scheme: [UInt8], _ url: UnsafeBufferPointer<UInt8>, _ isImage: Bool) -> Bool {
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
}
