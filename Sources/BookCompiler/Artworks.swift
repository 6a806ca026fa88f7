import Artwork
import BookModel
import BookPasses
import SourceText

/// A book whose pictures are safe and such as every store takes.
func suitingPictures(of book: ResolvedBook, workers: Int, findings: inout Findings) -> ResolvedBook {
  let drawings = checkDrawings(book.book.assets, workers: workers, findings: &findings)
  return book.replacing(assets: suitPictures(drawings, rules: .epub, workers: workers, findings: &findings))
}

/// The same with every drawing a picture, for readers that do not draw SVG well.
func picturingDrawings(of book: ResolvedBook, workers: Int, findings: inout Findings) -> ResolvedBook {
  book.replacing(assets: picturesOfDrawings(book.book.assets, workers: workers, findings: &findings))
}

/// What the tool draws and sets for a book: worked out beside its links and numbers, since it depends on neither.
struct Artworks: Sendable {
  private let illustrations: Illustrations
  private let findings: Findings

  /// Libraries are read where Debian's packages put them.
  init(of book: Book, files: SourceFiles, options: BuildOptions) {
    var findings = Findings()
    let cache = options.cacheFolder.map { ArtworkCache(folder: $0) }
    var portfolio = cache?.portfolio(of: book) ?? Portfolio()
    illustrations =
      (try? DiskWorld(root: "/usr/share")).map { libraries in
        illustrate(
          book, files: files, portfolio: &portfolio, libraries: libraries, forms: options.artworkForms,
          workers: options.workers, findings: &findings)
      } ?? Illustrations()
    if portfolio.isChanged { cache?.keep(portfolio, of: book, findings: &findings) }
    self.findings = findings
  }

  /// The results; what was found goes with the other findings.
  func take(_ findings: inout Findings) -> Illustrations {
    findings.append(self.findings)
    return illustrations
  }
}

extension BuildOptions {
  /// What the editions ask for beside what every edition has.
  fileprivate var artworkForms: ArtworkForms {
    var forms: ArtworkForms = []
    if formats.contains(.pdf) || formats.contains(.latex) { forms.insert(.printed) }
    if formats.contains(.legacyEPUB) { forms.insert(.pictured) }
    return forms
  }
}
