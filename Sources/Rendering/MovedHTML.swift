import Site

/// Puts the HTML of one page's text into another page: links and pictures lead where they led, headings stand lower, and
/// the anchors of headings are left out.
struct MovedHTML {
  private typealias Parts = [ArraySlice<UInt8>]

  /// The folders of the page that the HTML was made for, and of the page that it goes into.
  private let source: Parts
  private let target: Parts
  private let levels: UInt8
  /// Stands before every id of the HTML, and before links to them.
  private let prefix: [UInt8]
  /// The id in the target that stands for a page, given by its percent-encoded address, and the prefix of ids in it.
  private let place: (ArraySlice<UInt8>) -> (id: [UInt8], prefix: [UInt8])?

  /// - Parameter levels: how much lower headings stand; none goes below the sixth.
  init(
    from source: Address, to target: Address, levels: Int, prefix: String = "",
    place: @escaping (ArraySlice<UInt8>) -> (id: [UInt8], prefix: [UInt8])? = { _ in nil }
  ) {
    self.source = MovedHTML.parts(Array(Address.encoded(source.description).utf8)).dropLast()
    self.target = MovedHTML.parts(Array(Address.encoded(target.description).utf8)).dropLast()
    self.levels = UInt8(levels)
    self.prefix = Array(prefix.utf8)
    self.place = place
  }

  func append(_ html: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var (copied, index) = (html.startIndex, html.startIndex)
    while index < html.endIndex {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let end = plainTagEnd(html, index)
      if let end {
        index = end
        continue
      }
      out += html[copied..<index]
      if html[index...].starts(with: "<a class=\"anchor\"".utf8) {
        if out.last == UInt8(ascii: " ") { out.removeLast() }
        index = MovedHTML.end(of: "</a>", in: html, from: index)
      } else {
        index = appendTag(html, at: index, to: &out)
      }
      copied = index
    }
    out += html[copied...]
  }

  /// The end of a tag that stays as it is: one without quotes that is no heading's.
  private func plainTagEnd(_ html: ArraySlice<UInt8>, _ start: Int) -> Int? {
    let name = start + (start + 1 < html.endIndex && html[start + 1] == UInt8(ascii: "/") ? 2 : 1)
    if name + 1 < html.endIndex, html[name] == UInt8(ascii: "h"), html[name + 1] <= UInt8(ascii: "6") { return nil }
    var end = name
    while end < html.endIndex, html[end] != UInt8(ascii: ">") {
      if html[end] == UInt8(ascii: "\"") { return nil }
      end += 1
    }
    return end
  }

  private static func end(of close: StaticString, in html: ArraySlice<UInt8>, from start: Int) -> Int {
    let close = UnsafeBufferPointer(start: close.utf8Start, count: close.utf8CodeUnitCount)
    var index = start
    while index < html.endIndex, !html[index...].starts(with: close) { index += 1 }
    return min(index + close.count, html.endIndex)
  }

  /// Appends one tag; the answer is where it ends.
  private func appendTag(_ html: ArraySlice<UInt8>, at start: Int, to out: inout [UInt8]) -> Int {
    var index = appendName(html, at: start, to: &out)
    while index < html.endIndex, html[index] != UInt8(ascii: ">") {
      guard html[index] == UInt8(ascii: "\"") else {
        out.append(html[index])
        index += 1
        continue
      }
      let close = html[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? html.endIndex
      out.append(UInt8(ascii: "\""))
      appendValue(html[(index + 1)..<close], behind: html[start..<index], to: &out)
      if close < html.endIndex { out.append(UInt8(ascii: "\"")) }
      index = min(close + 1, html.endIndex)
    }
    return index
  }

  /// Appends `<h3` for `<h2`, any other name as it is.
  private func appendName(_ html: ArraySlice<UInt8>, at start: Int, to out: inout [UInt8]) -> Int {
    let isClosing = html[start...].starts(with: "</".utf8)
    let name = start + (isClosing ? 2 : 1)
    guard name + 1 < html.endIndex, html[name] == UInt8(ascii: "h"),
      (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(html[name + 1])
    else {
      out.append(UInt8(ascii: "<"))
      return start + 1
    }
    out += html[start...name]
    out.append(min(html[name + 1] + levels, UInt8(ascii: "6")))
    return name + 2
  }

  private func appendValue(_ value: ArraySlice<UInt8>, behind tag: ArraySlice<UInt8>, to out: inout [UInt8]) {
    if tag.ends(with: " href=") || tag.ends(with: " src=") || tag.ends(with: " poster=") {
      appendLink(value, to: &out)
    } else {
      let isID = tag.ends(with: " id=") || tag.ends(with: " for=") || tag.ends(with: "labelledby=")
      if isID || tag.ends(with: "describedby=") { out += prefix }
      out += value
    }
  }
}

extension MovedHTML {
  /// Appends a link as the target needs it; one that leaves the site stays.
  private func appendLink(_ link: ArraySlice<UInt8>, to out: inout [UInt8]) {
    let end = link.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? link.endIndex
    let (path, rest) = (link[..<end], link[end...])
    guard !path.contains(UInt8(ascii: ":")), path.first != UInt8(ascii: "/") else {
      out += link
      return
    }
    let resolved = resolved(path)
    if let place = place(ArraySlice(resolved.joined(separator: [UInt8(ascii: "/")]))) {
      out.append(UInt8(ascii: "#"))
      let fragment = rest.firstIndex(of: UInt8(ascii: "#")).map { rest[($0 + 1)...] } ?? []
      out += fragment.isEmpty ? place.id : place.prefix + fragment
    } else {
      appendPath(resolved, to: &out)
      out += rest
    }
  }

  /// The parts of the address that a relative path means, from the root of the site; the last is a file's name, or
  /// empty.
  private func resolved(_ path: ArraySlice<UInt8>) -> Parts {
    var parts = source
    let steps = MovedHTML.parts(Array(path))
    for (position, step) in steps.enumerated() {
      let isLast = position == steps.count - 1
      switch step {
      case [UInt8(ascii: ".")]: if isLast { parts.append([]) }
      case [UInt8(ascii: "."), UInt8(ascii: ".")]:
        _ = parts.popLast()
        if isLast { parts.append([]) }
      default: parts.append(step)
      }
    }
    return parts
  }

  private func appendPath(_ parts: Parts, to out: inout [UInt8]) {
    var shared = 0
    while shared < target.count, shared < parts.count - 1, target[shared] == parts[shared] { shared += 1 }
    for _ in shared..<target.count { out += "../".utf8 }
    let rest = Array(parts[shared...].joined(separator: [UInt8(ascii: "/")]))
    if shared == target.count, rest.isEmpty { out += "./".utf8 }
    out += rest
  }

  private static func parts(_ path: [UInt8]) -> Parts {
    path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard self.count >= count else { return false }
    return (0..<count).allSatisfy { self[endIndex - count + $0] == text.utf8Start[$0] }
  }
}
