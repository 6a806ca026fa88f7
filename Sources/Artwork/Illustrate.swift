import BookModel
import SourceText

/// Makes what a book asks for: its formulas and its listings in colour, each once.
///
/// The engines work beside each other, each on a thread of its own, and none is started for a book that does not ask
/// for it. What cannot be made is reported at the place that first asks for it, and is not in the result.
/// - Parameters:
///   - libraries: the machine's folder of libraries, `/usr/share`.
///   - workers: how many engines may work at once; the result does not depend on it.
package func illustrate(
  _ book: Book, libraries: any World, workers: Int, findings: inout Findings
) -> Illustrations {
  let requests = Requests(book, workers: workers)
  let made = parallelMap(Job.jobs(for: requests), workers: workers, findings: &findings) { job, findings in
    job.results(libraries: libraries, macros: book.site.rules.mathMacros, findings: &findings)
  }
  return made.reduce(into: Illustrations()) { $0.add($1) }
}

/// The work of one engine.
private enum Job: Sendable {
  case listings([Requests.Placed<Listing>])
  case formulas([Requests.Placed<InlineMath>])

  /// About how many formulas are worth an engine more, which takes 30 ms to start.
  private static let formulasOfAnEngine = 400

  /// The longest first.
  static func jobs(for requests: Requests) -> [Job] {
    var jobs: [Job] = []
    let formulas = requests.formulas
    if !formulas.isEmpty {
      let engines = formulas.count > formulasOfAnEngine ? 2 : 1
      let size = (formulas.count + engines - 1) / engines
      jobs += (0..<engines).map { .formulas(Array(formulas.dropFirst($0 * size).prefix(size))) }
    }
    if !requests.listings.isEmpty { jobs.append(.listings(requests.listings)) }
    return jobs
  }

  func results(libraries: any World, macros: [MathMacro], findings: inout Findings) -> Illustrations {
    do throws(MissingLibrary) {
      switch self {
      case .listings(let listings):
        return try highlighted(listings, libraries: libraries, findings: &findings)
      case .formulas(let formulas):
        return try typeset(formulas, libraries: libraries, macros: macros, findings: &findings)
      }
    } catch {
      findings.warning(
        .artworkLibraryMissing, "\(error.name) is not installed", notes: [consequence], help: error.remedy)
      return Illustrations()
    }
  }

  private var consequence: String {
    switch self {
    case .listings: "code stands without colours"
    case .formulas: "formulas are shown as their TeX source"
    }
  }
}

private func highlighted(
  _ listings: [Requests.Placed<Listing>], libraries: any World, findings: inout Findings
) throws(MissingLibrary) -> Illustrations {
  var illustrations = Illustrations()
  var highlighter = try Highlighter(libraries: libraries)
  for (listing, result) in zip(listings, try highlighter.highlight(listings.map(\.request))) {
    switch result {
    case .success(let tokens): illustrations.listings[listing.request] = tokens
    case .failure(.plain): break
    case .failure(.limit):
      findings.warning(
        .codeUncoloured, "Prism takes too long over this \(listing.request.language) code", at: listing.range,
        notes: ["it stands without colours"], help: "divide the listing, or name no language after its fence")
    }
  }
  return illustrations
}

private func typeset(
  _ formulas: [Requests.Placed<InlineMath>], libraries: any World, macros: [MathMacro], findings: inout Findings
) throws(MissingLibrary) -> Illustrations {
  var illustrations = Illustrations()
  let typesetter = try FormulaTypesetter(libraries: libraries, macros: macros)
  for (formula, result) in zip(formulas, try typesetter.typeset(formulas.map(\.request))) {
    switch result {
    case .success(let mathML): illustrations.formulas[formula.request] = Formula(mathML: mathML, tex: nil)
    case .failure(let error):
      illustrations.unreadable.insert(formula.request)
      findings.warning(
        .mathUnreadable, "KaTeX cannot read this formula: \(error.message)", at: formula.range,
        notes: (error.place.map { ["it stops at `\($0)`"] } ?? []) + ["the formula is shown as its TeX source"])
    }
  }
  return illustrations
}

extension Illustrations {
  fileprivate mutating func add(_ other: Illustrations) {
    drawings.merge(other.drawings) { first, _ in first }
    formulas.merge(other.formulas) { first, _ in first }
    unreadable.formUnion(other.unreadable)
    listings.merge(other.listings) { first, _ in first }
  }
}
