package import Diagnostics

/// What a page asks of the site: `{{ now delivery engineer }}`.
package struct Directive: Sendable {
  package struct Word: Sendable {
    package var text: String
    package var range: SourceRange
  }

  package var name: Word
  package var arguments: [Word]
  /// All of it, with the braces.
  package var range: SourceRange
  /// Whether it is all that its paragraph holds, so that it may become a block.
  package var isAlone: Bool
  /// Whether it stands in a link, which holds no other.
  package var isInLink: Bool
}

/// The words between two pairs of braces. Quotes hold a word with spaces together.
struct DirectiveWords {
  /// The bytes of each word, its quotes left out.
  private(set) var words: [Range<Int>] = []

  init(_ text: UnsafeBufferPointer<UInt8>, in part: Range<Int>) {
    var index = part.lowerBound
    while index < part.upperBound {
      if text[index].isSpace {
        index += 1
        continue
      }
      let isQuoted = text[index] == UInt8(ascii: "\"")
      let start = isQuoted ? index + 1 : index
      index = start
      while index < part.upperBound, isQuoted ? text[index] != UInt8(ascii: "\"") : !text[index].isSpace { index += 1 }
      words.append(start..<index)
      if isQuoted { index += 1 }
    }
  }
}
