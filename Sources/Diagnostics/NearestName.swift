/// The candidate that a writer most likely meant: the fewest edits away, at most a third of its length and at least one.
///
/// An edit is an insertion, a removal, a replacement or an exchange of two neighbouring characters. Ties go to the
/// candidate that comes first in the alphabet, so that the answer does not depend on the order of files.
package func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased())
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != name {
    let other = Array(candidate.lowercased())
    let limit = max(1, max(wanted.count, other.count) / 3)
    guard abs(wanted.count - other.count) <= limit else { continue }
    let distance = editDistance(wanted, other)
    guard distance <= limit else { continue }
    if best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true { best = (distance, candidate) }
  }
  return best?.name
}

/// `"; did you mean 'ana'?"`, or nothing where no candidate is near.
package func didYouMean(_ name: String, _ candidates: some Sequence<String>) -> String {
  nearestName(to: name, in: candidates).map { "; did you mean '\($0)'?" } ?? ""
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var rows = [Array(0...b.count)]
  for i in 1...max(a.count, 1) where !a.isEmpty {
    var row = [i]
    for j in 1...max(b.count, 1) where !b.isEmpty {
      var cost = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, rows[i - 2][j - 2] + 1) }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
