import BookModel
import PangoBinding

/// Draws a cover for a book that gives none: 1600 by 2560 pixels, the size and shape that stores ask for.
///
/// The title stands large on a dark ground, so that it can be read in a list of thumbnails; an ornament below is
/// drawn from a seed. The same request gives the same bytes on every machine, as long as the text is in Latin,
/// Greek or Cyrillic letters; others are set in the machine's fonts.
package func drawCover(_ request: CoverRequest) throws(CoverError) -> Cover {
  do throws(TextError) {
    let page = try CoverPage(request)
    let painting = try page.paint()
    let canvas = painting.canvas
    let png = IndexedPNG(
      width: canvas.width, height: canvas.height, palette: painting.palette.colors,
      pixels: canvas.numbered(by: CoverTone.nearest))
    return Cover(
      png: png.encoded(), size: PixelSize(width: canvas.width, height: canvas.height),
      description: page.description, missingLetters: painting.missingLetters)
  } catch {
    throw CoverError(error)
  }
}

/// The layout, in pixels from the top left corner.
struct CoverPage {
  static let width = 1600
  static let height = 2560
  static let margin: Float = 130
  static let ornamentTop = 1360
  private static let textWidth = Float(width) - 2 * margin
  private static let titleTop: Float = 236
  private static let authorsBottom: Float = 1190
  private static let imprintBottom: Float = 1284
  private static let gap: Float = 64

  private let request: CoverRequest
  private let lettering: Lettering

  init(_ request: CoverRequest) throws(TextError) {
    self.request = request
    lettering = try Lettering(language: request.language)
  }

  func paint() throws(TextError) -> (canvas: Canvas, palette: CoverPalette, missingLetters: Int) {
    var numbers = SplitMix64(seed: request.seed ?? request.title)
    let palette = CoverPalette.all[numbers.number(below: CoverPalette.all.count)]
    let pattern = CoverPattern.allCases[numbers.number(below: CoverPattern.allCases.count)]
    var canvas = Canvas(width: CoverPage.width, height: CoverPage.height, tone: CoverTone.ground)
    let top = CoverPage.ornamentTop
    pattern.draw(on: &canvas, top: top, height: CoverPage.height - top, numbers: &numbers)
    let missingLetters = try drawLetters(on: &canvas)
    return (canvas, palette, missingLetters)
  }

  /// - Returns: how many letters no font has.
  private func drawLetters(on canvas: inout Canvas) throws(TextError) -> Int {
    let left = Int(CoverPage.margin)
    canvas.fill(x: left..<left + 150, y: 140..<154, tone: CoverTone.accent)
    let imprint = try set(imprint, 30...40, height: 40, lines: 1)
    let authors = try set(request.authors.joined(separator: ", "), 46...94, height: 210, lines: 2)
    let authorsBottom = self.imprint.isEmpty ? CoverPage.imprintBottom : CoverPage.authorsBottom
    let authorsTop = authorsBottom - authors.height
    let wanted = try set(self.subtitle, 38...72, height: 230, lines: 3)
    let title = try setTitle(above: authorsTop, subtitle: wanted)
    let subtitleTop = CoverPage.titleTop + title.foot + 1.5 * CoverPage.gap
    let room = authorsTop - subtitleTop - 1.5 * CoverPage.gap
    let subtitle = wanted.height <= room ? wanted : try set(self.subtitle, 38...72, height: room, lines: 3)

    let texts = [
      (title, CoverPage.titleTop, CoverTone.letters), (subtitle, subtitleTop, CoverTone.quietLetters),
      (authors, authorsTop, CoverTone.letters),
      (imprint, CoverPage.imprintBottom - imprint.height, CoverTone.quietLetters),
    ]
    for (text, top, tone) in texts { canvas.fill(text.shape.moved(x: CoverPage.margin, y: top), tone: tone) }
    return texts.reduce(0) { $0 + $1.0.missingLetters }
  }

  /// - Parameter subtitle: as large as it would like to be; it gets that, or else room for three small lines.
  private func setTitle(above authorsTop: Float, subtitle: Lettering.Setting) throws(TextError) -> Lettering.Setting {
    // The largest letters reach 60 pixels below their line.
    let reserved = self.subtitle.isEmpty ? 160 : min(380, subtitle.foot + 3 * CoverPage.gap + 60)
    return try lettering.set(
      request.title,
      in: Lettering.Style(
        sizes: 60...300, width: CoverPage.textWidth, height: min(700, authorsTop - CoverPage.titleTop - reserved),
        maximumLines: 7, lineHeight: 1.04, isBold: true))
  }

  /// A text in the quiet weight.
  private func set(
    _ text: String, _ sizes: ClosedRange<Float>, height: Float, lines: Int
  ) throws(TextError) -> Lettering.Setting {
    try lettering.set(
      text,
      in: Lettering.Style(
        sizes: sizes, width: CoverPage.textWidth, height: height, maximumLines: lines, lineHeight: 1.28,
        isBold: false))
  }

  private var subtitle: String { request.subtitle ?? "" }

  private var imprint: String {
    [request.publisher, request.version].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  var description: String {
    let parts = [request.title, subtitle, request.authors.joined(separator: ", "), imprint]
    return parts.filter { !$0.isEmpty }.joined(separator: " – ")
  }
}
