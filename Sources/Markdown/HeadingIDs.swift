/// Gives headings the ids that GitHub gives them: lower case, spaces as hyphens, other marks dropped, numbered where
/// they repeat. A heading without a letter or digit is a `section`.
struct HeadingIDs {
  private var used: [String: Int] = [:]

  mutating func id(for text: String) -> String {
    let base = HeadingIDs.slug(text)
    guard var number = used[base] else {
      used[base] = 0
      return base
    }
    var id: String
    repeat {
      number += 1
      id = "\(base)-\(number)"
    } while used[id] != nil
    used[base] = number
    used[id] = 0
    return id
  }

  static func slug(_ text: String) -> String {
    let slug = text.utf8.allSatisfy({ $0 < 128 }) ? ascii(text) : unicode(text)
    return slug.isEmpty ? "section" : slug
  }

  private static func unicode(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil || properties.generalCategory.isMark
        || "-_".unicodeScalars.contains(scalar)
      {
        slug.unicodeScalars.append(scalar)
      } else if scalar == " " {
        slug.append("-")
      }
    }
    return slug
  }

  private static func ascii(_ text: String) -> String {
    String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
      var count = 0
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): buffer[count] = byte | 32
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
          UInt8(ascii: "_"):
          buffer[count] = byte
        case 32: buffer[count] = UInt8(ascii: "-")
        default: continue
        }
        count += 1
      }
      return count
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}
