import BookModel
import CairoBinding
import JavaScriptBinding
import SourceText

/// A formula as a picture, or why there is none.
typealias DrawnFormula = Result<FormulaPicture, FormulaError>

extension KaTeX {
  /// How large KaTeX's letters are beside those of the text around them: their small letters are 0.43 ems high, those
  /// of the fonts in readers about 0.47. (katex.css has 1.21, for the fonts of screens.)
  private static let letterSize = 1.1

  /// The formulas as pictures, in their order.
  /// - Parameter libraries: the machine's folder of libraries, `/usr/share`, where KaTeX's fonts are.
  func draw(_ formulas: [InlineMath], libraries: any World) throws(MissingLibrary) -> [DrawnFormula] {
    let fonts = FormulaFonts(libraries: libraries)
    let boxes = try call(.boxes, formulas)
    var drawn: [DrawnFormula] = []
    drawn.reserveCapacity(formulas.count)
    for (formula, record) in zip(formulas, boxes) {
      switch record {
      case .failure(let error): drawn.append(.failure(error))
      case .success(let record): drawn.append(try KaTeX.picture(of: formula, Array(record), fonts))
      }
    }
    return drawn
  }

  private static func picture(
    of formula: InlineMath, _ record: [UInt8], _ fonts: FormulaFonts
  ) throws(MissingLibrary) -> DrawnFormula {
    do throws(FormulaPictureError) {
      let svg = try svg(of: formula, record, fonts)
      return .success(try picture(svg))
    } catch {
      switch error {
      case .missing(let library): throw library
      case .refused(let reason): return .failure(FormulaError(message: reason))
      }
    }
  }

  /// - Parameter record: JSON of a `FormulaPage`.
  static func svg(
    of formula: InlineMath, _ record: [UInt8], _ fonts: FormulaFonts
  ) throws(FormulaPictureError) -> FormulaSVG {
    guard case .success(let value) = JSONReader.read(record), let page = FormulaPage(value) else {
      throw .refused("it is nested too deeply")
    }
    let drawing = try FormulaLayout.drawing(of: page, isDisplay: formula.isDisplay, fonts: fonts)
    return FormulaSVG(drawing)
  }

  private static func picture(_ svg: FormulaSVG) throws(FormulaPictureError) -> FormulaPicture {
    do throws(PictureError) {
      let picture = try VectorPicture(svg: Array(svg.text.utf8))
      let pixels = try picture.pixels(scale: 1)
      let gray = IndexedPNG(gray: pixels)
      let png = if let gray { gray.encoded() } else { try picture.png(scale: 1) }
      let em = FormulaSVG.pixelsOfAnEm / letterSize
      return FormulaPicture(
        png: png, width: Double(svg.width) / em, height: Double(svg.height) / em, depth: Double(svg.depth) / em)
    } catch {
      switch error {
      case .libraryMissing: throw .missing(.librsvg)
      case .unreadable(let reason): throw .refused(reason)
      case .undrawable: throw .refused("it is too large")
      }
    }
  }
}
