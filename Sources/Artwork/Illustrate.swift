import BookModel
import Diagrams
import SourceText

/// Makes what a book asks for: its diagrams, its formulas, and its listings in colour, each once.
///
/// The engines work beside each other, each on a thread of its own, and none is started for a book that does not ask
/// for it. What cannot be made is reported at the place that first asks for it, and is not in the result.
/// - Parameters:
///   - files: the files of the book, where problems of diagrams are pointed at.
///   - portfolio: what was made earlier; afterwards, exactly what this book asks for.
///   - libraries: the machine's folder of libraries, `/usr/share`.
///   - forms: what is wanted beside MathML and SVG.
///   - workers: how many engines may work at once; the result does not depend on it.
package func illustrate(
  _ book: Book, files: SourceFiles, portfolio: inout Portfolio, libraries: any World,
  forms: ArtworkForms = [], workers: Int, findings: inout Findings
) -> Illustrations {
  let workshop = Workshop(
    requests: Requests(book, workers: workers), macros: book.site.rules.mathMacros, libraries: libraries,
    forms: forms, workers: workers)
  workshop.fill(&portfolio, findings: &findings)
  var illustrations = Illustrations()
  workshop.addDrawings(of: portfolio, to: &illustrations, files: files, findings: &findings)
  workshop.addFormulas(of: portfolio, to: &illustrations, findings: &findings)
  workshop.addListings(of: portfolio, to: &illustrations, findings: &findings)
  workshop.forgetLimits(of: &portfolio)
  return illustrations
}

/// The forms of artwork that editions ask for beside those that every edition has.
package struct ArtworkForms: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Formulas as TeX too, and drawings as PDF.
  package static let printed = ArtworkForms(rawValue: 1)
  /// Formulas and drawings as PNG too, for readers that know neither MathML nor the text of SVG.
  package static let pictured = ArtworkForms(rawValue: 2)
}

/// What a book asks for, and what it is made with.
struct Workshop {
  let requests: Requests
  let macros: [MathMacro]
  let libraries: any World
  let forms: ArtworkForms
  let workers: Int
}

extension Workshop {
  func addFormulas(of portfolio: Portfolio, to illustrations: inout Illustrations, findings: inout Findings) {
    let table = forms.contains(.printed) ? TeXMacros(macros) : nil
    for formula in requests.formulas {
      switch portfolio.formulas[formula.request] {
      case nil: break
      case .success(let set):
        let tex = table.flatMap { printable(formula, set.plainTeX, $0, findings: &findings) }
        let picture = picture(of: formula, in: portfolio, findings: &findings)
        illustrations.formulas[formula.request] = Formula(mathML: set.mathML, tex: tex, picture: picture)
      case .failure(let error):
        illustrations.unreadable.insert(formula.request)
        findings.warning(
          .mathUnreadable, "KaTeX cannot read this formula: \(error.message)", at: formula.range,
          notes: (error.place.map { ["it stops at `\($0)`"] } ?? []) + ["the formula is shown as its TeX source"])
      }
    }
  }

  private func picture(
    of formula: Requests.Placed<InlineMath>, in portfolio: Portfolio, findings: inout Findings
  ) -> FormulaPicture? {
    guard forms.contains(.pictured) else { return nil }
    switch portfolio.formulaPictures[formula.request] {
    case nil: return nil
    case .success(let picture): return picture
    case .failure(let error):
      findings.warning(
        .mathUndrawn, "no picture is made of this formula: \(error.message)", at: formula.range,
        notes: ["where formulas are pictures, it is shown as its TeX source"])
      return nil
    }
  }

  private func printable(
    _ formula: Requests.Placed<InlineMath>, _ plain: String?, _ macros: TeXMacros, findings: inout Findings
  ) -> String? {
    do throws(TeXRefusal) {
      let math = InlineMath(tex: plain ?? formula.request.tex, isDisplay: formula.request.isDisplay)
      return try PrintableTeX.text(of: math, macros: macros)
    } catch {
      findings.warning(
        .mathNotPrintable, "this formula is printed as its TeX source: \(error.reason)", at: formula.range,
        help: "use commands of amsmath and unicode-math")
      return nil
    }
  }

  func addListings(of portfolio: Portfolio, to illustrations: inout Illustrations, findings: inout Findings) {
    for listing in requests.listings {
      if let tokens = portfolio.listings[listing.request] ?? nil { illustrations.listings[listing.request] = tokens }
      guard portfolio.slowListings.contains(listing.request) else { continue }
      findings.warning(
        .codeUncoloured, "Prism takes too long over this \(listing.request.language) code", at: listing.range,
        notes: ["it stands without colours"], help: "divide the listing, or name no language after its fence")
    }
  }

  /// What took too long is tried again by the next build: that is no property of the book.
  func forgetLimits(of portfolio: inout Portfolio) {
    for formula in requests.formulas where portfolio.formulas[formula.request] == .failure(.limit) {
      portfolio.formulas[formula.request] = nil
    }
    for formula in requests.formulas where portfolio.formulaPictures[formula.request] == .failure(.limit) {
      portfolio.formulaPictures[formula.request] = nil
    }
    portfolio.slowListings = []
  }
}
