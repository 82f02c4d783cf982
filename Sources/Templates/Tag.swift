internal import Diagnostics

/// One tag of a template, read but not yet understood in its surroundings.
struct Tag {
  enum Kind {
    case text, raw, section, inverted, close, partial, comment
  }

  var kind: Kind
  /// The tag with its braces.
  var range: Range<Int>
  /// The name without the white space around it; for a comment its text.
  var name: Range<Int>

  /// Whether a tag of this kind takes its line with it when nothing else stands there.
  var mayStandAlone: Bool { kind != .text && kind != .raw }
}

/// A tag that cannot be read, and the offset where reading goes on.
struct TagFault: Error {
  var diagnostic: Diagnostic
  var resume: Int
}

extension TemplateSource {
  /// Reads the tag that opens at an offset where `{{` stands.
  func tag(at start: Int) -> Result<Tag, TagFault> {
    let inner = start + 2
    let sigil = inner < bytes.count ? bytes[inner] : 0
    if sigil == UInt8(ascii: "{") { return tripleTag(at: start) }
    guard let close = firstPair(UInt8(ascii: "}"), from: inner) else { return .failure(unclosed(start)) }
    let kind = Tag.Kind(sigil: sigil)
    if kind != .comment, let next = firstPair(UInt8(ascii: "{"), from: inner), next < close {
      return .failure(unclosed(start, resume: next))
    }
    if let other = foreign(sigil, start..<close + 2) { return .failure(other) }
    let name = trimmed((kind == .text ? inner : inner + 1)..<close)
    return checked(Tag(kind: kind, range: start..<close + 2, name: name))
  }

  /// The offset of the first two equal bytes in a row.
  func firstPair(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == byte, bytes[index + 1] == byte { return index }
      index += 1
    }
    return nil
  }

  private func tripleTag(at start: Int) -> Result<Tag, TagFault> {
    let inner = start + 3
    guard let close = firstPair(UInt8(ascii: "}"), from: inner) else { return .failure(unclosed(start)) }
    if let next = firstPair(UInt8(ascii: "{"), from: inner), next < close {
      return .failure(unclosed(start, resume: next))
    }
    guard close + 2 < bytes.count, bytes[close + 2] == UInt8(ascii: "}") else {
      return .failure(lacksBrace(start..<close + 2))
    }
    return checked(Tag(kind: .raw, range: start..<close + 3, name: trimmed(inner..<close)))
  }

  private func checked(_ tag: Tag) -> Result<Tag, TagFault> {
    let fits =
      switch tag.kind {
      case .comment: true
      case .partial: isPartialName(tag.name)
      case .text, .raw, .section, .inverted, .close: isName(tag.name)
      }
    return fits ? .success(tag) : .failure(noName(tag))
  }

  /// Names joined by dots, or one dot alone.
  private func isName(_ range: Range<Int>) -> Bool {
    let name = bytes[range]
    if name.elementsEqual(".".utf8) { return true }
    return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isInName) }
  }

  private func isPartialName(_ range: Range<Int>) -> Bool {
    !range.isEmpty && bytes[range].allSatisfy { $0.isInName || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let first = bytes[range].firstIndex(where: { !$0.isWhiteSpace }),
      let last = bytes[range].lastIndex(where: { !$0.isWhiteSpace })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }
}

extension Tag.Kind {
  fileprivate init(sigil: UInt8) {
    switch sigil {
    case UInt8(ascii: "&"): self = .raw
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "!"): self = .comment
    default: self = .text
    }
  }
}

extension UInt8 {
  fileprivate var isInName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  fileprivate var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension TemplateSource {
  private func fault(_ summary: String, _ range: Range<Int>, resume: Int? = nil) -> TagFault {
    TagFault(
      diagnostic: .error("template-syntax", summary, at: place(range)), resume: resume ?? range.upperBound)
  }

  private func unclosed(_ start: Int, resume: Int? = nil) -> TagFault {
    fault("'{{' has no '}}'", start..<start + 2, resume: resume ?? bytes.count)
  }

  private func lacksBrace(_ range: Range<Int>) -> TagFault {
    fault("'\(string(range))' needs a third closing brace", range)
  }

  private func noName(_ tag: Tag) -> TagFault {
    guard !tag.name.isEmpty else { return fault("'\(string(tag.range))' names nothing", tag.range) }
    return fault("'\(string(tag.name))' is no name: letters, digits, '-' and '_', joined by dots", tag.name)
  }

  /// Tags of other dialects, said by name so that nobody looks for a misspelling.
  private func foreign(_ sigil: UInt8, _ range: Range<Int>) -> TagFault? {
    switch sigil {
    case UInt8(ascii: "="): fault("'\(string(range))' sets delimiters, which templates here cannot", range)
    case UInt8(ascii: "<"), UInt8(ascii: "$"):
      fault("'\(string(range))' is a tag of template inheritance; use a partial, '{{> name}}'", range)
    default: nil
    }
  }
}
