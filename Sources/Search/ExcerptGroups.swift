/// The beginnings of texts and the headings, from which the page shows an excerpt: a file for some documents that follow
/// each other, so that it can be written as soon as these are read.
struct ExcerptGroups: Sendable {
  /// How many positions share a file.
  static let size = 4
  /// How much of a text is kept, in bytes.
  static let textLimit = 2048

  private var group = 0
  private var lines: [[UInt8]] = []
  private var complete: [SearchFile] = []

  mutating func add(_ document: SearchDocument, at position: Int) {
    if position / Self.size != group { endGroup() }
    group = position / Self.size
    precondition(lines.count <= position % Self.size, "the documents of a group come in their order")
    while lines.count < position % Self.size { lines.append([]) }
    lines.append(line(document))
  }

  mutating func takeComplete() -> [SearchFile] {
    defer { complete.removeAll() }
    return complete
  }

  mutating func takeAll() -> [SearchFile] {
    endGroup()
    return takeComplete()
  }

  private mutating func endGroup() {
    guard !lines.isEmpty else { return }
    var script = ScriptFile("text/\(group)")
    for line in lines {
      script.append(line)
      script.endLine()
    }
    complete.append(script.file)
    lines.removeAll(keepingCapacity: true)
  }

  /// The text, then each heading's id and text, set apart by tabs.
  private func line(_ document: SearchDocument) -> [UInt8] {
    var line = squeezed(document.text)
    for heading in document.headings.prefix(250) {
      line.append(9)
      line += heading.id.utf8
      line.append(9)
      line += squeezed(Array(heading.text.utf8))
    }
    return line
  }

  /// The text with one space for white space, cut between two words.
  private func squeezed(_ text: [UInt8]) -> [UInt8] {
    let out = [UInt8](unsafeUninitializedCapacity: min(text.count, Self.textLimit)) { out, count in
      for byte in text where byte > 32 || count > 0 && out[count - 1] != 32 {
        if count == Self.textLimit { return }
        out[count] = max(byte, 32)
        count += 1
      }
    }
    if out.count == Self.textLimit { return cut(out) }
    return out.last == 32 ? out.dropLast() : out
  }

  private func cut(_ text: [UInt8]) -> [UInt8] {
    let end = text.suffix(64).lastIndex(of: 32) ?? text.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    return text[..<end] + Array("…".utf8)
  }
}
