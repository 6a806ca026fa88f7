import Artwork
import BookModel
import BookPasses
import LaTeXRenderer
import SourceText

/// What is asked of the printed edition; what is not asked for is the profile's own.
public struct PrintOptions: Sendable {
  /// A4, Letter, 6x9in, 7x10in, or a width and a height as `170x240mm`.
  public var paper = "A4"
  /// `screen` or `print`.
  public var profile = "screen"
  /// Points.
  public var bodySize = 10.5
  public var opensOnRecto = false
  /// Millimetres.
  public var bleed = 0.0
  public var hasCropMarks = false
  /// `RRGGBB`; nil for the theme's own.
  public var accent: String?

  public init() {}

  /// Why the options cannot be; nil when they can.
  public var complaint: String? {
    if LaTeXOptions.Profile(rawValue: profile) == nil { return "there is no profile `\(profile)`: screen, print" }
    if Paper(named: paper) == nil { return "there is no paper `\(paper)`: A4, Letter, 6x9in, 7x10in, 170x240mm" }
    if !(7...16).contains(bodySize) { return "the body size must be from 7 to 16 points" }
    if !(0...20).contains(bleed) { return "the bleed must be from 0 to 20 millimetres" }
    if let accent, Theme.Color(digits: accent) == nil {
      return "`\(accent)` is no colour: write six hexadecimal digits"
    }
    return nil
  }
}

extension Paper {
  /// By its name, or by its measures with a unit.
  init?(named name: String) {
    switch name.lowercased() {
    case "a4": self = .a4
    case "letter": self = .letter
    case "6x9in", "6x9": self = .sixByNine
    case "7x10in", "7x10": self = .sevenByTen
    default:
      let text = name.lowercased()
      guard let unit = ["mm", "cm", "in"].first(where: { text.hasSuffix($0) }) else { return nil }
      let sides = text.dropLast(2).split(separator: "x").compactMap { Double($0) }
      let factor = unit == "in" ? 25.4 : unit == "cm" ? 10 : 1
      guard sides.count == 2, sides.allSatisfy({ (80...600).contains($0 * factor) }) else { return nil }
      self.init(width: sides[0] * factor, height: sides[1] * factor)
    }
  }
}

extension LaTeXOptions {
  /// What the command line asks for, with the fonts of this machine and the book's SVG as PDF.
  /// - Parameter carriesFonts: whether the edition holds the files of its fonts.
  init(_ options: BuildOptions, of book: Book, imprint: Imprint, carriesFonts: Bool, findings: inout Findings) {
    self.init()
    pictures = vectorPictures(of: book, workers: options.workers, findings: &findings)
    let print = options.print
    profile = Profile(rawValue: print.profile) ?? .screen
    paper = Paper(named: print.paper) ?? .a4
    bodySize = print.bodySize
    opensOnRecto = print.opensOnRecto
    bleed = print.bleed
    hasCropMarks = print.hasCropMarks
    // One palette and one set of signs in both editions.
    let theme = imprint.look.theme(accent: print.accent.flatMap(Theme.Color.init(digits:)))
    self.theme = theme
    icons = imprint.look.icons(in: theme, findings: &findings)
    fonts = LaTeXFonts(of: FontFolders.standard, language: book.metadata.language)
    fonts.adopt(imprint.look.fonts)
    self.carriesFonts = carriesFonts
    cover = imprint.cover(for: paper, bleed: print.bleed)
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

extension Theme.Color {
  /// `1F4E85`, with or without `#`.
  fileprivate init?(digits: String) {
    guard digits.utf8.count >= 6 else { return nil }
    self.init(hex: digits.hasPrefix("#") ? digits : "#" + digits)
  }
}

/// The LaTeX edition of a book, with its fonts.
func setLaTeX(
  _ book: ResolvedBook, imprint: Imprint, illustrations: Illustrations, options: BuildOptions,
  findings: inout Findings
) -> [LaTeXFile] {
  let latex = LaTeXOptions(options, of: book.book, imprint: imprint, carriesFonts: true, findings: &findings)
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
  findings: inout Findings
) throws(BuildFailure) -> String {
  let files = setLaTeX(
    book, imprint: imprint, illustrations: illustrations, options: options, findings: &findings)
  return try publishLaTeX(files, of: book.book, to: options.output)
}
