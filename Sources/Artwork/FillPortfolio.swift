import BookModel
import CairoBinding
import DeflateBinding
import Diagrams
import JavaScriptBinding
import SourceText

extension Workshop {
  /// Makes what the portfolio lacks, and drops from it what this book does not ask for.
  func fill(_ portfolio: inout Portfolio, findings: inout Findings) {
    var kept = remains(of: portfolio)
    let jobs = jobs(lacking: kept)
    let results = parallelMap(jobs, workers: workers) { job in job.results(self) }
    for (job, result) in zip(jobs, results) {
      kept.add(result)
      guard let missing = result.missing else { continue }
      findings.warning(
        .artworkLibraryMissing, "\(missing.name) is not installed", notes: [job.consequence], help: missing.remedy)
    }
    if isPrinted { addPDFs(to: &kept, findings: &findings) }
    kept.isChanged = kept.isChanged || !jobs.isEmpty
    portfolio = kept
  }

  /// What of a portfolio the book asks for, and was made with the engines that are installed.
  private func remains(of portfolio: Portfolio) -> Portfolio {
    var kept = Portfolio()
    for diagram in requests.diagrams { kept.drawings[diagram.request] = portfolio.drawings[diagram.request] }
    kept.formulaStamp = requests.formulas.isEmpty ? "" : formulaStamp
    if kept.formulaStamp == portfolio.formulaStamp {
      for formula in requests.formulas { kept.formulas[formula.request] = portfolio.formulas[formula.request] }
    }
    kept.listingStamp = requests.listings.isEmpty ? "" : listingStamp
    if kept.listingStamp == portfolio.listingStamp {
      for listing in requests.listings {
        if let known = portfolio.listings[listing.request] { kept.listings.updateValue(known, forKey: listing.request) }
      }
    }
    return kept
  }

  /// KaTeX itself and the macros: another version may set a formula otherwise.
  private var formulaStamp: String {
    let library = (try? libraries.read(FormulaTypesetter.libraryPath)) ?? []
    let definitions = macros.map { $0.name + "\u{1}" + $0.body }.joined(separator: "\u{2}")
    return "\(crc32(library)) \(library.count) \(definitions)"
  }

  /// Prism's version.
  private var listingStamp: String {
    let package = (try? libraries.read(Grammars.folder + "/package.json")) ?? []
    return "\(crc32(package)) \(package.count)"
  }

  /// About how many formulas are worth an engine more, which takes 30 ms to start.
  private static let formulasOfAnEngine = 400

  /// The longest first.
  private func jobs(lacking known: Portfolio) -> [ArtworkJob] {
    var jobs: [ArtworkJob] = []
    let diagrams = requests.diagrams.map(\.request)
      .filter { known.drawings[$0] == nil && DiagramDrafter.draws($0.language) }
    if !diagrams.isEmpty { jobs.append(.diagrams(diagrams)) }
    let listings = requests.listings.map(\.request).filter { known.listings[$0] == nil }
    if !listings.isEmpty { jobs.append(.listings(listings)) }
    let formulas = requests.formulas.map(\.request).filter { known.formulas[$0] == nil }
    let engines = formulas.count > Workshop.formulasOfAnEngine ? 2 : 1
    let size = (formulas.count + engines - 1) / engines
    for start in stride(from: 0, to: formulas.count, by: max(1, size)) {
      jobs.append(.formulas(Array(formulas[start..<min(start + size, formulas.count)])))
    }
    return jobs
  }

  /// Drawings for print; one that librsvg cannot read stays without.
  private func addPDFs(to portfolio: inout Portfolio, findings: inout Findings) {
    let wanted = requests.diagrams.map(\.request).filter { portfolio.drawings[$0]?.drawing?.pdf == nil }
      .compactMap { diagram in portfolio.drawings[diagram]?.drawing.map { (diagram, $0) } }
    let made = parallelMap(wanted, workers: workers) { _, drawing in
      Result { () throws(PictureError) in
        try VectorPicture(svg: drawing.svg, size: (drawing.width, drawing.height)).pdf()
      }
    }
    for ((diagram, _), result) in zip(wanted, made) {
      switch result {
      case .success(let pdf): portfolio.drawings[diagram]?.drawing?.pdf = pdf
      case .failure(.libraryMissing):
        findings.warning(
          .artworkLibraryMissing, "librsvg is not installed", notes: ["diagrams are printed as their source"],
          help: PictureError.remedy)
        return
      case .failure(.unreadable(let reason)):
        fatalError("a drawing was written as SVG that cannot be read, which is a bug in Handpress: \(reason)")
      case .failure(.undrawable): break
      }
      portfolio.isChanged = true
    }
  }
}

/// The work of one engine.
enum ArtworkJob: Sendable {
  case diagrams([Diagram])
  case listings([Listing])
  case formulas([InlineMath])

  struct Results: Sendable {
    var drawings: [(Diagram, DiagramOutcome)] = []
    var formulas: [(InlineMath, TypesetFormula)] = []
    var listings: [(Listing, Result<[CodeToken], Highlighter.Failure>)] = []
    var missing: MissingLibrary?
  }

  func results(_ workshop: Workshop) -> Results {
    var results = Results()
    do throws(MissingLibrary) {
      switch self {
      case .diagrams(let diagrams):
        results.drawings = try drawn(diagrams)
      case .listings(let listings):
        var highlighter = try Highlighter(libraries: workshop.libraries)
        results.listings = Array(zip(listings, try highlighter.highlight(listings)))
      case .formulas(let formulas):
        let typesetter = try FormulaTypesetter(libraries: workshop.libraries, macros: workshop.macros)
        results.formulas = Array(zip(formulas, try typesetter.typeset(formulas)))
      }
    } catch {
      results.missing = error
    }
    return results
  }

  /// Of a library that is missing.
  var consequence: String {
    switch self {
    case .diagrams: "diagrams are shown as their source"
    case .listings: "code stands without colours"
    case .formulas: "formulas are shown as their TeX source"
    }
  }
}

extension Portfolio {
  fileprivate mutating func add(_ results: ArtworkJob.Results) {
    for (diagram, outcome) in results.drawings { drawings[diagram] = outcome }
    for (formula, typeset) in results.formulas { formulas[formula] = typeset }
    for (listing, result) in results.listings {
      switch result {
      case .success(let tokens): listings.updateValue(tokens, forKey: listing)
      case .failure(.plain): listings.updateValue(nil, forKey: listing)
      case .failure(.limit): slowListings.insert(listing)
      }
    }
  }
}
