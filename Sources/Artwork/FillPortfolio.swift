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
    if forms.contains(.printed) {
      addPrints(to: &kept, \.pdf, findings: &findings) { picture throws(PictureError) in try picture.pdf() }
    }
    if forms.contains(.pictured) {
      addPrints(to: &kept, \.png, findings: &findings) { picture throws(PictureError) in try picture.storePNG() }
    }
    kept.isChanged = kept.isChanged || !jobs.isEmpty
    portfolio = kept
  }

  /// What of a portfolio the book asks for, and was made with the engines that are installed.
  private func remains(of portfolio: Portfolio) -> Portfolio {
    var kept = Portfolio()
    for diagram in requests.diagrams { kept.drawings[diagram.request] = portfolio.drawings[diagram.request] }
    kept.formulaStamp = requests.formulas.isEmpty ? "" : formulaStamp
    if kept.formulaStamp == portfolio.formulaStamp {
      for formula in requests.formulas {
        kept.formulas[formula.request] = portfolio.formulas[formula.request]
        kept.formulaPictures[formula.request] = portfolio.formulaPictures[formula.request]
      }
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
    let library = (try? libraries.read(KaTeX.libraryPath)) ?? []
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
  /// How many formulas are drawn at a time.
  private static let picturesOfAnEngine = 250

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
    jobs += formulas.parts(of: (formulas.count + engines - 1) / engines).map { .formulas($0) }
    guard forms.contains(.pictured) else { return jobs }
    let pictures = requests.formulas.map(\.request).filter { known.formulaPictures[$0] == nil }
    return jobs + pictures.parts(of: Workshop.picturesOfAnEngine).map { .formulaPictures($0) }
  }

  /// Drawings in another form; one that librsvg cannot read stays without.
  private func addPrints(
    to portfolio: inout Portfolio, _ form: WritableKeyPath<Drawing, [UInt8]?> & Sendable, findings: inout Findings,
    make: @Sendable (VectorPicture) throws(PictureError) -> [UInt8]
  ) {
    let wanted = requests.diagrams.map(\.request)
      .compactMap { diagram in portfolio.drawings[diagram]?.drawing.map { (diagram, $0) } }
      .filter { _, drawing in drawing[keyPath: form] == nil }
    let made = parallelMap(wanted, workers: workers) { _, drawing in
      Result { () throws(PictureError) in
        try make(VectorPicture(svg: drawing.svg, size: (drawing.width, drawing.height)))
      }
    }
    for ((diagram, _), result) in zip(wanted, made) {
      switch result {
      case .success(let bytes): portfolio.drawings[diagram]?.drawing?[keyPath: form] = bytes
      case .failure(.libraryMissing):
        findings.warning(
          .artworkLibraryMissing, "librsvg is not installed",
          notes: ["diagrams are shown as their source where they cannot be SVG"],
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
  case formulaPictures([InlineMath])

  struct Results: Sendable {
    var drawings: [(Diagram, DiagramOutcome)] = []
    var formulas: [(InlineMath, TypesetFormula)] = []
    var formulaPictures: [(InlineMath, DrawnFormula)] = []
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
        let katex = try KaTeX(libraries: workshop.libraries, macros: workshop.macros)
        results.formulas = Array(zip(formulas, try katex.typeset(formulas)))
      case .formulaPictures(let formulas):
        let katex = try KaTeX(libraries: workshop.libraries, macros: workshop.macros)
        results.formulaPictures = Array(zip(formulas, try katex.draw(formulas, libraries: workshop.libraries)))
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
    case .formulaPictures: "formulas are shown as their TeX source where they cannot be MathML"
    }
  }
}

extension Portfolio {
  fileprivate mutating func add(_ results: ArtworkJob.Results) {
    for (diagram, outcome) in results.drawings { drawings[diagram] = outcome }
    for (formula, typeset) in results.formulas { formulas[formula] = typeset }
    for (formula, drawn) in results.formulaPictures { formulaPictures[formula] = drawn }
    for (listing, result) in results.listings {
      switch result {
      case .success(let tokens): listings.updateValue(tokens, forKey: listing)
      case .failure(.plain): listings.updateValue(nil, forKey: listing)
      case .failure(.limit): slowListings.insert(listing)
      }
    }
  }
}

extension Array {
  /// The elements in their order, so many at a time.
  fileprivate func parts(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: Swift.max(1, size)).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
