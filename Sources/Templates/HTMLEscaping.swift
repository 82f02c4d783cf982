extension TemplateValue {
  /// Appends text with the five characters that HTML gives a meaning written as references; nothing for other values.
  func appendEscaped(to out: inout [UInt8]) {
    switch self {
    case .text(var text): text.withUTF8 { appendEscapedHTML($0, to: &out) }
    case .bytes(let bytes), .html(let bytes): bytes.withUnsafeBufferPointer { appendEscapedHTML($0, to: &out) }
    case .flag, .list, .object: break
    }
  }

  /// Appends text as it is; nothing for other values.
  func appendRaw(to out: inout [UInt8]) {
    switch self {
    case .text(let text): out.append(contentsOf: text.utf8)
    case .bytes(let bytes), .html(let bytes): out.append(contentsOf: bytes)
    case .flag, .list, .object: break
    }
  }
}

private func appendEscapedHTML(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
  var plain = 0
  for index in text.indices {
    guard let reference = htmlReference(text[index]) else { continue }
    out.append(contentsOf: text[plain..<index])
    out.append(contentsOf: reference.utf8)
    plain = index + 1
  }
  out.append(contentsOf: text[plain...])
}

private func htmlReference(_ byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
