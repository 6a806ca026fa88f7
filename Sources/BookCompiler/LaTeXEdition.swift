import Artwork
import BookModel
import BookPasses
import LaTeXRenderer
import PDFBuilder
import SourceText

extension LaTeXOptions {
  /// What is asked for, with the fonts of this machine and the book's SVG as PDF.
  /// - Parameters:
  ///   - print: the choices of the command line over those of the book.
  ///   - engine: what the edition is for.
  ///   - carriesFonts: whether the edition holds the files of its fonts.
  init(
    _ options: BuildOptions, print: PrintChoices, of book: Book, imprint: Imprint, engine: EngineKind,
    carriesFonts: Bool,
    findings: inout Findings
  ) {
    self.init()
    pictures = vectorPictures(of: book, workers: options.workers, findings: &findings)
    profile = print.profile ?? profile
    paper = print.paper ?? paper
    bodySize = print.bodySize ?? bodySize
    opensOnRecto = print.opensOnRecto ?? opensOnRecto
    bleed = print.bleed ?? bleed
    hasCropMarks = print.hasCropMarks ?? hasCropMarks
    // One palette and one set of signs in both editions.
    let theme = imprint.look.theme(accent: print.accent)
    self.theme = theme
    icons = imprint.look.icons(in: theme, findings: &findings)
    fonts = LaTeXFonts(of: FontFolders.standard, language: book.metadata.language)
    fonts.adopt(imprint.look.fonts)
    self.carriesFonts = carriesFonts
    if !engine.hasColourFonts { emojiPicture = Artwork.emojiPicture }
    cover = imprint.cover(for: paper, bleed: bleed)
    if print.hasBackCover == true {
      backCover = imprint.backCover(for: paper, bleed: bleed, of: book.metadata, findings: &findings)
    }
    date = String(BuildDate.modified(environment: options.environment, commit: imprint.commit).prefix(10))
    commit = imprint.commit?.name
    workers = options.workers
  }
}

extension Imprint {
  /// The cover for a page: one that the tool draws in the page's own proportions, as paths; an author's as it is.
  fileprivate func cover(for paper: Paper, bleed: Double) -> Asset? {
    let page = (width: paper.width + 2 * bleed, height: paper.height + 2 * bleed)
    guard let drawnCover, let pdf = try? drawPageCover(drawnCover, page: page) else { return cover }
    return Asset(path: "cover.pdf", mediaType: "application/pdf", bytes: pdf)
  }

  /// The back cover for a page, in the colours of the front, and what it says.
  fileprivate func backCover(
    for paper: Paper, bleed: Double, of metadata: Metadata, findings: inout Findings
  ) -> (pdf: [UInt8], alternative: String)? {
    let page = (width: paper.width + 2 * bleed, height: paper.height + 2 * bleed)
    let request = CoverRequest(metadata, style: look.theme.cover)
    do {
      guard let cover = try drawBackCover(request, blurb: metadata.description, page: page, bleed: bleed) else {
        findings.warning(
          .artworkLibraryMissing, "librsvg is not installed", notes: ["the book has no back cover"],
          help: "install librsvg: apt-get install librsvg2-2")
        return nil
      }
      if cover.missingLetters > 0 {
        findings.warning(
          .coverUnusable, "\(cover.missingLetters) letters on the back cover are in no font of this machine",
          notes: ["they are drawn as boxes"], help: "install a font that has them")
      }
      let words = [metadata.description ?? metadata.title, metadata.publisher].compactMap(\.self)
      return (cover.pdf, words.joined(separator: " – "))
    } catch {
      findings.warning(.coverUnusable, "no back cover was made", notes: [error.description])
      return nil
    }
  }
}

extension Look {
  /// The theme with the accent that the command line asks for, where it does.
  func theme(accent: Theme.Color?) -> Theme {
    var theme = theme
    if let accent { theme.accent.light = accent }
    return theme
  }

  /// The signs of admonitions as PDF, in the colours of a theme; none on a machine without librsvg, which is reported.
  func icons(in theme: Theme, findings: inout Findings) -> [Admonition.Style: [UInt8]] {
    var icons: [Admonition.Style: [UInt8]] = [:]
    for style in Admonition.Style.allCases {
      let svg = templates["icons/\(style.rawValue).svg"]
      icons[style] = vectorIcon(svg, color: theme[style].light)
    }
    if icons.isEmpty {
      findings.warning(
        .artworkLibraryMissing, "librsvg is not installed",
        notes: ["admonitions of the printed edition have no signs"], help: "install librsvg: apt-get install librsvg2-2"
      )
    }
    return icons
  }
}

/// The LaTeX edition of a book, with its fonts.
func setLaTeX(
  _ book: ResolvedBook, imprint: Imprint, illustrations: Illustrations, options: BuildOptions, print: PrintChoices,
  findings: inout Findings
) -> [LaTeXFile] {
  let latex = LaTeXOptions(
    options, print: print, of: book.book, imprint: imprint, engine: EngineKind(program: options.engine),
    carriesFonts: true, findings: &findings)
  return imprint.look.dress(
    renderLaTeX(book, illustrations: illustrations, options: latex, findings: &findings))
}

/// Writes the LaTeX edition to `<output>/<slug>-latex/`, whole or not at all.
/// - Returns: the folder.
func publishLaTeX(_ files: [LaTeXFile], of book: Book, to output: String) throws(BuildFailure) -> String {
  try makeFolder(output)
  let path = Paths.join(output, fileSlug(book.metadata.title) + "-latex")
  try replaceFolder(at: path, with: files.map { ($0.path, $0.bytes) })
  return path
}

/// The LaTeX edition of a book, written into a folder of its own.
/// - Returns: the path written.
func publishLaTeX(
  _ book: ResolvedBook, _ imprint: Imprint, _ illustrations: Illustrations, options: BuildOptions,
  print: PrintChoices, findings: inout Findings
) throws(BuildFailure) -> String {
  let files = setLaTeX(
    book, imprint: imprint, illustrations: illustrations, options: options, print: print, findings: &findings)
  return try publishLaTeX(files, of: book.book, to: options.output)
}
