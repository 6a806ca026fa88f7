/// The candidate nearest to a name that was not found, for `help: did you mean …?`.
///
/// Distance is Damerau-Levenshtein over Unicode scalars (optimal string alignment), letters compared without
/// case. A candidate counts as near when at most a third of the longer name differs.
/// - Returns: the nearest candidate; among equals the first in alphabetical order; nil when none is near.
package func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let limit = max(1, max(wanted.count, scalars.count) / 3)
    guard abs(wanted.count - scalars.count) <= limit else { continue }
    let distance = editDistance(wanted, scalars)
    guard distance <= limit else { continue }
    if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  var current = previous
  for i in a.indices {
    current[0] = i + 1
    for j in b.indices {
      let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
      current[j + 1] = min(substitution, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
      }
    }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[b.count]
}
