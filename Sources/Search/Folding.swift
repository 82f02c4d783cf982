/// What a letter is searched as: in lower case, Latin letters without their marks. `search.js` folds in the same way.
enum Folding {
  /// What a code point folds to.
  enum Letter {
    /// It ends a word.
    case none
    /// It belongs to the word and leaves nothing, as a combining mark does.
    case nothing
    case ascii(UInt8)
    /// `ß` is searched as `ss`.
    case two(UInt8, UInt8)
    /// It stays, in lower case.
    case other
  }

  static func letter(_ scalar: Unicode.Scalar) -> Letter {
    switch scalar.value {
    case 0xC0..<0x250: letter(latin[Int(scalar.value - 0xC0)])
    case 0x300..<0x370: .nothing
    case 0x1E00..<0x1F00: letter(latinAdditional[Int(scalar.value - 0x1E00)])
    default: isWordPart(scalar) ? .other : .none
    }
  }

  /// Whether the code point is of a script that writes words without spaces between them.
  static func runsOn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xE00..<0xF00, 0x1000..<0x10A0, 0x1780..<0x1800: true
    case 0x3040..<0x3100, 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x40000: true
    default: false
    }
  }

  private static func letter(_ mark: UInt8) -> Letter {
    switch mark {
    case UInt8(ascii: "."): .none
    case UInt8(ascii: "-"): .other
    case UInt8(ascii: "1"): .two(UInt8(ascii: "s"), UInt8(ascii: "s"))
    case UInt8(ascii: "2"): .two(UInt8(ascii: "a"), UInt8(ascii: "e"))
    case UInt8(ascii: "3"): .two(UInt8(ascii: "o"), UInt8(ascii: "e"))
    case UInt8(ascii: "4"): .two(UInt8(ascii: "t"), UInt8(ascii: "h"))
    default: .ascii(mark)
    }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// From U+00C0: the base letter; `-` stays, `.` is no letter, a digit is a pair of letters.
  private static let latin = Array(
    """
    aaaaaa2ceeeeiiiidnooooo.ouuuuy41aaaaaa2ceeeeiiiidnooooo.ouuuuy4y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii--jjkk-llllll-\
    -llnnnnnn-nnoooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    --------------------------------oo-------------uu---------------\
    -------------aaiioouuuuuuuuuu-aaaa22--ggkkoooo--j---gg--nnaa22oo\
    aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------\
    ----------------
    """.utf8)

  /// From U+1E00, in the same way.
  private static let latinAdditional = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy-s--1-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------
    """.utf8)
}
