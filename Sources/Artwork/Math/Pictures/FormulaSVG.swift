import PangoBinding

/// A formula as an SVG document of paths alone, on the pixels that it will be shown with.
struct FormulaSVG {
  /// How many pixels an em has: as many as the letters of a book have on paper-like screens of 300 dots to the inch.
  static let pixelsOfAnEm = 60.0
  /// How many units of the document an em has.
  private static let unitsOfAnEm = 1000.0

  /// In pixels: whole numbers, so that a pixel of the picture is a pixel of the drawing.
  let width: Int
  /// Above and below the line of the text.
  let height: Int
  let depth: Int
  private(set) var text = ""

  init(_ drawing: FormulaDrawing) {
    func pixels(_ length: Double) -> Int { Int((length * FormulaSVG.pixelsOfAnEm - 0.01).rounded(.up)) }
    let left = max(0, drawing.left.isFinite ? pixels(-drawing.left) : 0)
    width = max(1, left + max(1, pixels(max(drawing.width, drawing.right))))
    height = drawing.top.isFinite ? pixels(-drawing.top) : 1
    depth = max(1 - height, drawing.bottom.isFinite ? pixels(drawing.bottom) : 0)
    let scale = FormulaSVG.unitsOfAnEm / FormulaSVG.pixelsOfAnEm
    func units(_ pixels: Int) -> String { FormulaSVG.number(Double(pixels) * scale) }
    text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height + depth)\" viewBox=\""
      + "\(units(-left)) \(units(-height)) \(units(width)) \(units(height + depth))\">"
    write(drawing.elements)
    text += "</svg>"
  }

  /// Letters of one colour that follow each other are one path.
  private mutating func write(_ elements: [FormulaDrawing.Element]) {
    var open: String??
    func close(_ text: inout String) { if open != nil { text += "\"/>" } }
    for element in elements {
      if case .letters(let letters) = element {
        if open == nil || open != .some(letters.color) {
          close(&text)
          text += "<path\(FormulaSVG.fill(letters.color)) d=\""
          open = .some(letters.color)
        }
        add(letters)
        continue
      }
      close(&text)
      open = nil
      switch element {
      case .letters: break
      case .rectangle(let rectangle): add(rectangle)
      case .curves(let curves): add(curves)
      }
    }
    close(&text)
  }

  private mutating func add(_ letters: FormulaDrawing.Letters) {
    func place(_ point: Outline.Point) -> String {
      FormulaSVG.number((letters.x + Double(point.x) * letters.size) * FormulaSVG.unitsOfAnEm) + " "
        + FormulaSVG.number((letters.y - Double(point.y) * letters.size) * FormulaSVG.unitsOfAnEm)
    }
    for step in letters.outline.steps {
      switch step {
      case .move(let to): text += "M\(place(to))"
      case .line(let to): text += "L\(place(to))"
      case .quadratic(let control, let to): text += "Q\(place(control)) \(place(to))"
      case .cubic(let first, let second, let to): text += "C\(place(first)) \(place(second)) \(place(to))"
      case .close: text += "Z"
      }
    }
  }

  private mutating func add(_ rectangle: FormulaDrawing.Rectangle) {
    guard rectangle.isDashed else {
      text += "<rect\(frame(rectangle))\(FormulaSVG.fill(rectangle.color))/>"
      return
    }
    // Dashes as browsers have them: three times as long as the line is thick.
    let isLying = rectangle.width > rectangle.height
    let length = isLying ? rectangle.width : rectangle.height
    let step = 3 * (isLying ? rectangle.height : rectangle.width)
    for start in stride(from: 0, to: length, by: 2 * step) {
      var dash = rectangle
      if isLying {
        (dash.x, dash.width) = (rectangle.x + start, min(step, length - start))
      } else {
        (dash.y, dash.height) = (rectangle.y + start, min(step, length - start))
      }
      text += "<rect\(frame(dash))\(FormulaSVG.fill(rectangle.color))/>"
    }
  }

  private mutating func add(_ curves: FormulaDrawing.Curves) {
    let (frame, curves) = (curves.frame, curves.curves)
    for line in curves.lines where line.count == 5 {
      func x(_ share: Double) -> String { FormulaSVG.units(frame.x + share * frame.width) }
      func y(_ share: Double) -> String { FormulaSVG.units(frame.y + share * frame.height) }
      let color = FormulaSVG.color(frame.color)
      text +=
        "<line x1=\"\(x(line[0]))\" y1=\"\(y(line[1]))\" x2=\"\(x(line[2]))\" y2=\"\(y(line[3]))\""
        + " stroke=\"\(color)\" stroke-width=\"\(FormulaSVG.units(line[4]))\"/>"
    }
    guard !curves.paths.isEmpty, curves.view.width > 0, curves.view.height > 0 else { return }
    let view = "0 0 \(FormulaSVG.number(curves.view.width)) \(FormulaSVG.number(curves.view.height))"
    text +=
      "<svg\(self.frame(frame)) viewBox=\"\(view)\" preserveAspectRatio=\"\(curves.alignment)\""
      + "\(FormulaSVG.fill(frame.color))>"
    for path in curves.paths { text += "<path d=\"\(path)\"/>" }
    text += "</svg>"
  }

  private func frame(_ rectangle: FormulaDrawing.Rectangle) -> String {
    " x=\"\(FormulaSVG.units(rectangle.x))\" y=\"\(FormulaSVG.units(rectangle.y))\""
      + " width=\"\(FormulaSVG.units(rectangle.width))\" height=\"\(FormulaSVG.units(rectangle.height))\""
  }

  private static func fill(_ color: String?) -> String {
    let value = self.color(color)
    return value == "black" ? "" : " fill=\"\(value)\""
  }

  /// A colour of the author's, as far as it can be one; else black.
  private static func color(_ color: String?) -> String {
    guard let color, !color.isEmpty,
      color.utf8.allSatisfy({
        $0 == UInt8(ascii: "#") || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
      })
    else { return "black" }
    return color
  }

  private static func units(_ ems: Double) -> String { number(ems * unitsOfAnEm) }

  /// With at most one digit after the point.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
