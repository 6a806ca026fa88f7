import CairoBinding
import PangoBinding

/// The back of a cover, at the left edge of a drawing: what the book is about and who publishes it.
struct CoverBack {
  let lettering: Lettering
  /// Pixels.
  let width: Int
  let height: Int
  /// The distance of texts from the edges.
  let margin: Float
  /// A white field at the foot for the bar code; nil for none.
  let barCodeField: (width: Int, height: Int)?

  /// - Returns: how many letters no font has.
  func add(_ blurb: String?, publisher: String?, to drawing: inout CoverDrawing) throws(TextError) -> Int {
    drawing.fill(x: 0..<width, y: 0..<height, tone: CoverTone.ground)
    let left = Int(margin)
    drawing.fill(x: left..<left + 150, y: left..<left + 14, tone: CoverTone.accent)
    let measure = Float(width) - 2 * margin
    let text = try lettering.set(
      blurb ?? "",
      in: Lettering.Style(
        sizes: 34...60, width: measure, height: Float(height) * 0.5, maximumLines: 18, lineHeight: 1.45, isBold: false))
    drawing.fill(text.shape.moved(x: margin, y: margin + 120), tone: CoverTone.letters)
    if let field = barCodeField {
      let right = width - left
      drawing.fill(
        x: right - field.width..<right, y: height - left - field.height..<height - left, tone: CoverTone.letters)
    }
    let imprint = try lettering.set(
      publisher ?? "",
      in: Lettering.Style(
        sizes: 30...40, width: measure - Float(barCodeField.map { $0.width + 60 } ?? 0), height: 60, maximumLines: 1,
        lineHeight: 1.2, isBold: false))
    drawing.fill(
      imprint.shape.moved(x: margin, y: Float(height) - margin - imprint.height), tone: CoverTone.quietLetters)
    return text.missingLetters + imprint.missingLetters
  }
}

/// The back cover of a printed book as a page of its own, in the palette of its front.
/// - Parameters:
///   - blurb: what it says.
///   - page: its measures in millimetres, bleed included.
///   - bleed: what of them is cut off on each side.
/// - Returns: a PDF of one page of paths alone, and how many letters no font has; nil on a machine without librsvg.
package func drawBackCover(
  _ request: CoverRequest, blurb: String?, page: (width: Double, height: Double), bleed: Double
) throws(CoverError) -> (pdf: [UInt8], missingLetters: Int)? {
  do throws(TextError) {
    let scale = Double(CoverPage.width) / page.width
    let height = Int((page.height * scale).rounded())
    var drawing = CoverDrawing(width: CoverPage.width, height: height, ground: CoverTone.ground)
    let back = CoverBack(
      lettering: try Lettering(language: request.language), width: CoverPage.width, height: height,
      margin: Float((bleed + 12) * scale), barCodeField: nil)
    let missing = try back.add(blurb, publisher: request.publisher, to: &drawing)
    let palette = CoverPage.palette(of: request)
    guard let pdf = try? VectorPicture(svg: drawing.svg(palette, millimetres: page)).pdf() else { return nil }
    return (pdf, missing)
  } catch {
    throw CoverError(error)
  }
}
