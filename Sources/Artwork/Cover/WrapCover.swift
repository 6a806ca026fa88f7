import CairoBinding
import PangoBinding

/// A cover that goes round a printed book.
package struct WrapCover: Equatable, Sendable {
  /// An SVG file of paths alone, in millimetres.
  package var svg: [UInt8]
  /// The same as a PDF of one page; nil where the machine has no librsvg.
  package var pdf: [UInt8]?
  /// Letters that no font has, drawn as boxes.
  package var missingLetters: Int
}

/// Draws the cover of a printed book as one sheet: the back with what the book is about, the spine, and the front as the
/// e-book has it.
/// - Parameter blurb: what the back says.
package func drawWrapCover(
  _ request: CoverRequest, blurb: String?, format: WrapFormat
) throws(CoverError) -> WrapCover {
  do throws(TextError) {
    let sheet = try WrapSheet(request, format)
    var drawing = CoverDrawing(width: sheet.width, height: sheet.height, ground: CoverTone.ground)
    let front = try sheet.addFront(to: &drawing)
    var missing = front.missingLetters
    missing += try sheet.addBack(blurb, to: &drawing)
    missing += try sheet.addSpine(to: &drawing)
    let svg = drawing.svg(front.palette, millimetres: (format.width, format.height))
    return WrapCover(svg: svg, pdf: try? VectorPicture(svg: svg).pdf(), missingLetters: missing)
  } catch {
    throw CoverError(error)
  }
}

/// The sheet in pixels, of which the front with its bleed has the 1600 of a cover.
private struct WrapSheet {
  let request: CoverRequest
  let format: WrapFormat
  let lettering: Lettering
  /// Pixels for a millimetre.
  let scale: Double
  let panel = CoverPage.width
  let spine: Int
  let height: Int
  /// Distance of texts from the edge of the sheet: a centimetre within the cut.
  let margin: Float

  var width: Int { 2 * panel + spine }

  init(_ request: CoverRequest, _ format: WrapFormat) throws(TextError) {
    self.request = request
    self.format = format
    lettering = try Lettering(language: request.language)
    scale = Double(CoverPage.width) / (format.trimWidth + format.bleed)
    spine = Int((format.spine * scale).rounded())
    height = max(1800, Int((format.height * scale).rounded()))
    margin = Float((format.bleed + 12) * scale)
  }

  func addFront(to drawing: inout CoverDrawing) throws(TextError) -> CoverPainting {
    let front = try CoverPage(request, height: height).paint()
    let left = panel + spine
    drawing.fill(x: left..<width, y: 0..<height, tone: front.drawing.ground)
    for layer in front.drawing.layers {
      switch layer.area {
      case .rectangle(let x, let y):
        drawing.fill(x: x.lowerBound + left..<x.upperBound + left, y: y, tone: layer.tone)
      case .shape(let shape): drawing.fill(shape.moved(x: Float(left), y: 0), tone: layer.tone)
      }
    }
    return front
  }

  func addBack(_ blurb: String?, to drawing: inout CoverDrawing) throws(TextError) -> Int {
    // Printers put the bar code on themselves.
    let field = (width: Int(50.8 * scale), height: Int(30.5 * scale))
    let back = CoverBack(
      lettering: lettering, width: panel, height: height, margin: margin, barCodeField: field)
    return try back.add(blurb, publisher: request.publisher, to: &drawing)
  }

  /// Title and authors from the head to the foot, where the spine is broad enough.
  func addSpine(to drawing: inout CoverDrawing) throws(TextError) -> Int {
    drawing.fill(x: panel..<panel + spine, y: 0..<height, tone: CoverTone.deep)
    guard format.hasSpineText else { return 0 }
    // A sixteenth of an inch stays free on both sides.
    let room = min(110, Float(spine) - 2 * Float(1.6 * scale))
    guard room >= 18 else { return 0 }
    let length = Float(height) - 2 * margin
    let title = try set(request.title, room, length * 0.62, isBold: true)
    let authors = try set(request.authors.joined(separator: ", "), room * 0.8, length * 0.34, isBold: false)
    let middle = Float(panel) + Float(spine) / 2
    drawing.fill(title.shape.turned(x: middle + title.height / 2, y: margin), tone: CoverTone.letters)
    drawing.fill(
      authors.shape.turned(x: middle + authors.height / 2, y: Float(height) - margin - authors.width),
      tone: CoverTone.quietLetters)
    return title.missingLetters + authors.missingLetters
  }

  private func set(
    _ text: String, _ size: Float, _ width: Float, isBold: Bool
  ) throws(TextError) -> Lettering.Setting {
    try lettering.set(
      text,
      in: Lettering.Style(
        sizes: min(14, size)...size, width: width, height: size * 1.2, maximumLines: 1, lineHeight: 1, isBold: isBold))
  }
}
