/// The first words of a page, for its description where nobody wrote one.
enum Excerpt {
  /// The text of the first paragraph of some HTML, at most about 160 bytes, cut at a space.
  static func text(of html: [UInt8]) -> String {
    guard let start = paragraph(in: html) else { return "" }
    var out: [UInt8] = []
    var isTag = false
    var index = start
    while index < html.count, out.count <= 160 {
      let byte = html[index]
      if byte == UInt8(ascii: "<"), html[index...].starts(with: "</p>".utf8) { break }
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { out.append(byte == UInt8(ascii: "\n") ? 32 : byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
      index += 1
    }
    return plain(out)
  }

  /// Where the text of the first `<p>` begins.
  private static func paragraph(in html: [UInt8]) -> Int? {
    html.indices.dropLast(3).first {
      html[$0] == UInt8(ascii: "<") && html[$0 + 1] == UInt8(ascii: "p") && html[$0 + 2] == UInt8(ascii: ">")
    }.map { $0 + 3 }
  }

  private static func plain(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(reference, with: character)
    }
    guard bytes.count > 160, let space = text.lastIndex(of: " ") else { return text.filter { $0 != "\u{FFFD}" } }
    return text[..<space] + "…"
  }
}
