/// The words of rendered HTML, for the search: without tags, pictures, anchors of headings and labels of code.
package enum PageText {
  package static func of(_ html: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(html.count)
    html.withUnsafeBufferPointer { html in
      var index = 0
      while index < html.count {
        switch html[index] {
        case UInt8(ascii: "<"): index = pass(html, tagAt: index, &out)
        case UInt8(ascii: "&"): index = appendReference(html, index, &out)
        default:
          out.append(html[index])
          index += 1
        }
      }
    }
    return out
  }

  /// Elements whose content is not text of the page, by how they open and close.
  private static let left: [(open: StaticString, close: StaticString)] = [
    ("<svg", "</svg>"), ("<a class=\"anchor\"", "</a>"), ("<p class=\"code-label\"", "</p>"),
  ]

  /// Moves behind a tag, or behind the whole element where that is left out; blocks leave a space.
  private static func pass(_ html: UnsafeBufferPointer<UInt8>, tagAt index: Int, _ out: inout [UInt8]) -> Int {
    let name = index + 1 < html.count ? html[index + 1] : 0
    let mayBeLeft = name == UInt8(ascii: "s") || name == UInt8(ascii: "a") || name == UInt8(ascii: "p")
    for (open, close) in mayBeLeft ? left : [] where starts(html, index, open) {
      var end = index
      while end < html.count, !starts(html, end, close) { end += 1 }
      return min(end + close.utf8CodeUnitCount, html.count)
    }
    if !isInline(html, index), out.last != 32 { out.append(32) }
    var end = index
    while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
    return min(end + 1, html.count)
  }

  private static func starts(_ html: UnsafeBufferPointer<UInt8>, _ index: Int, _ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= html.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { html[index + $0] == text.utf8Start[$0] }
  }

  /// Whether a tag stands inside words: emphasis, code, links, spans.
  private static func isInline(_ html: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let start = index + 1 < html.count && html[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
    guard start < html.count else { return false }
    switch html[start] {
    case UInt8(ascii: "a"): return starts(html, start, "a ") || starts(html, start, "a>")
    case UInt8(ascii: "e"): return starts(html, start, "em>")
    case UInt8(ascii: "s"): return starts(html, start, "strong>") || starts(html, start, "span")
    case UInt8(ascii: "c"): return starts(html, start, "code")
    case UInt8(ascii: "d"): return starts(html, start, "del>")
    case UInt8(ascii: "t"): return starts(html, start, "time")
    default: return false
    }
  }

  private static func appendReference(_ html: UnsafeBufferPointer<UInt8>, _ index: Int, _ out: inout [UInt8]) -> Int {
    let references: [(StaticString, UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")),
    ]
    for (text, byte) in references where starts(html, index, text) {
      out.append(byte)
      return index + text.utf8CodeUnitCount
    }
    out.append(UInt8(ascii: "&"))
    return index + 1
  }
}
