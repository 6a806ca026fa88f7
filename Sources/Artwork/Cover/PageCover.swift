import CairoBinding
import PangoBinding

/// The same cover for a printed page: drawn anew in the page's proportions, so that it reaches all four edges and nothing
/// of it is cut off.
/// - Parameter page: its measures in millimetres, bleed included.
/// - Returns: a PDF of one page of paths alone; nil for a page broader than 5:6, which leaves texts and ornament no room,
///   and on a machine without librsvg.
package func drawPageCover(
  _ request: CoverRequest, page: (width: Double, height: Double)
) throws(CoverError) -> [UInt8]? {
  guard page.width > 0, page.height >= 1.2 * page.width else { return nil }
  do throws(TextError) {
    let height = Int((Double(CoverPage.width) * page.height / page.width).rounded())
    let painting = try CoverPage(request, height: height).paint()
    return try? VectorPicture(svg: painting.drawing.svg(painting.palette, millimetres: page)).pdf()
  } catch {
    throw CoverError(error)
  }
}
