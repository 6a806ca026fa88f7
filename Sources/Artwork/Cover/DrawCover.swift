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
      png: png.encoded(), svg: painting.drawing.svg(painting.palette),
      size: PixelSize(width: canvas.width, height: canvas.height), description: page.description,
      missingLetters: painting.missingLetters)
  } catch {
    throw CoverError(error)
  }
}

/// A cover before it is a file.
struct CoverPainting {
  var drawing: CoverDrawing
  var palette: CoverPalette
  /// How many letters no font has.
  var missingLetters: Int

  var canvas: Canvas { drawing.rasterised() }
}

/// One cover, of which the design and the texts are worked out.
struct CoverPage {
  static let width = 1600
  static let height = 2560
  static let margin: Float = 130
  /// Where the tiles of a mosaic begin.
  static let ornamentTop = 1360
  private static let gap: Float = 64

  private let request: CoverRequest
  private let height: Int
  let design: CoverStyle.Design
  private let layout: CoverLayout
  private let lettering: Lettering

  /// - Parameter height: at least 1800 pixels, for texts and ornament to have room.
  init(_ request: CoverRequest, height: Int = CoverPage.height) throws(TextError) {
    self.request = request
    self.height = max(1800, height)
    // Numbers of its own, so that a book whose design is named keeps its colours.
    var numbers = SplitMix64(seed: "design of " + (request.seed ?? request.title))
    let designs = CoverStyle.Design.allCases
    design = request.style.design ?? designs[numbers.number(below: designs.count)]
    layout = CoverLayout(design, height: self.height)
    lettering = try Lettering(language: request.language)
  }

  func paint() throws(TextError) -> CoverPainting {
    var numbers = SplitMix64(seed: request.seed ?? request.title)
    let palette = CoverPage.palette(of: request, drawnFrom: &numbers)
    var drawing = CoverDrawing(width: CoverPage.width, height: height, ground: layout.ground)
    design.draw(on: &drawing, numbers: &numbers)
    let missingLetters = try drawLetters(on: &drawing)
    return CoverPainting(drawing: drawing, palette: palette, missingLetters: missingLetters)
  }

  /// The palette that the style names, else one that the title decides on.
  static func palette(of request: CoverRequest) -> CoverPalette {
    var numbers = SplitMix64(seed: request.seed ?? request.title)
    return palette(of: request, drawnFrom: &numbers)
  }

  private static func palette(of request: CoverRequest, drawnFrom numbers: inout SplitMix64) -> CoverPalette {
    let drawn = CoverPalette.all[numbers.number(below: CoverPalette.all.count)]
    return CoverPalette(request.style) ?? drawn
  }

  /// - Returns: how many letters no font has.
  private func drawLetters(on drawing: inout CoverDrawing) throws(TextError) -> Int {
    let left = Int(layout.margin)
    drawing.fill(x: left..<left + 150, y: 140..<154, tone: layout.bar)
    let imprint = try set(imprint, 30...40, height: 40, lines: 1)
    let authors = try set(request.authors.joined(separator: ", "), 46...94, height: 210, lines: 2)
    let authorsBottom = self.imprint.isEmpty ? layout.imprintBottom : layout.authorsBottom
    let authorsTop = authorsBottom - authors.height
    let wanted = try set(self.subtitle, 38...72, height: 230, lines: 3)
    let title = try setTitle(above: authorsTop, subtitle: wanted)
    let subtitleTop = layout.titleTop + title.foot + 1.5 * CoverPage.gap
    let room = authorsTop - subtitleTop - 1.5 * CoverPage.gap
    let subtitle = wanted.height <= room ? wanted : try set(self.subtitle, 38...72, height: room, lines: 3)

    let texts = [
      (title, layout.titleTop, layout.letters), (subtitle, subtitleTop, layout.quietLetters),
      (authors, authorsTop, layout.letters),
      (imprint, layout.imprintBottom - imprint.height, layout.quietLetters),
    ]
    for (text, top, tone) in texts { drawing.fill(text.shape.moved(x: layout.margin, y: top), tone: tone) }
    return texts.reduce(0) { $0 + $1.0.missingLetters }
  }

  /// - Parameter subtitle: as large as it would like to be; it gets that, or else room for three small lines.
  private func setTitle(above authorsTop: Float, subtitle: Lettering.Setting) throws(TextError) -> Lettering.Setting {
    // The largest letters reach 60 pixels below their line.
    let reserved = self.subtitle.isEmpty ? 160 : min(380, subtitle.foot + 3 * CoverPage.gap + 60)
    let height = min(layout.titleHeight, authorsTop - layout.titleTop - reserved)
    return try lettering.set(
      request.title,
      in: Lettering.Style(
        sizes: 60...300, width: layout.textWidth, height: height, maximumLines: 7, lineHeight: 1.04, isBold: true))
  }

  /// A text in the quiet weight.
  private func set(
    _ text: String, _ sizes: ClosedRange<Float>, height: Float, lines: Int
  ) throws(TextError) -> Lettering.Setting {
    try lettering.set(
      text,
      in: Lettering.Style(
        sizes: sizes, width: layout.textWidth, height: height, maximumLines: lines, lineHeight: 1.28,
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
