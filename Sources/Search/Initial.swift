/// The letter that a title stands under in a list from A to Z: the first letter or digit in upper case, a Latin one
/// without its marks; `nil` where that is a digit or the title has neither.
package func initial(of title: String) -> String? {
  for scalar in title.unicodeScalars {
    switch Folding.letter(scalar) {
    case .none, .nothing: continue
    case .ascii(let byte), .two(let byte, _): return String(Unicode.Scalar(byte)).uppercased()
    case .other: return scalar.properties.isAlphabetic ? capital(scalar) : nil
    }
  }
  return nil
}

/// Letters with the same small one have the same capital, so that their pages have addresses of their own.
private func capital(_ letter: Unicode.Scalar) -> String {
  let capitals = String(letter).lowercased().uppercased().unicodeScalars
  return capitals.first.map(String.init) ?? String(letter)
}
