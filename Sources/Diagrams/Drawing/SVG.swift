import BookModel
import MarkupXML

/// A scene as an SVG document that librsvg, WebKit and Chromium draw alike: paths and text with attributes alone; no
/// style sheet, marker, foreignObject, id or reference. The classes `node`, `edge`, `group` and `title` only
/// tell what a part is.
enum SVG {
  /// Around everything, in CSS pixels.
  static let margin = 12.0

  /// The document and its size. A light ground keeps the drawing legible on a dark or coloured page.
  /// - Parameters:
  ///   - title: becomes `title`; the reader's tool tip and a screen reader's name.
  ///   - description: becomes `desc`.
  static func document(_ scene: Scene, title: String, description: String) -> (bytes: [UInt8], size: Size) {
    let box = (scene.bounds ?? Rect(0, 0, 10, 10)).expanded(by: margin)
    let (width, height) = (max(1, box.width.rounded(.up)), max(1, box.height.rounded(.up)))
    let offset = Point(margin - (scene.bounds?.minX ?? 0), margin - (scene.bounds?.minY ?? 0))
    let xml = XMLWriter(capacity: 4096)
    let attributes: XMLAttributes = [
      "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(number(width)) \(number(height))",
      "width": number(width), "height": number(height), "role": "img",
      "font-family": "Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif",
    ]
    xml.element("svg", attributes) {
      xml.element("title", text: title)
      if !description.isEmpty { xml.element("desc", text: description) }
      xml.empty("rect", ["width": number(width), "height": number(height), "rx": "6", "fill": Palette.paper.hex])
      var marks = scene.marks[...]
      while !marks.isEmpty { write(&marks, offset: offset, to: xml) }
    }
    return (xml.output, Size(width, height))
  }

  /// Writes marks up to the end of the thing they belong to.
  private static func write(_ marks: inout ArraySlice<Scene.Mark>, offset: Point, to xml: XMLWriter) {
    while let mark = marks.popFirst() {
      switch mark {
      case .path(let path, let paint): write(path, paint, offset: offset, to: xml)
      case .text(let line): write(line, offset: offset, to: xml)
      case .begin(let role): xml.element("g", ["class": role.rawValue]) { write(&marks, offset: offset, to: xml) }
      case .end: return
      }
    }
  }

  private static func write(_ path: Path, _ paint: Paint, offset: Point, to xml: XMLWriter) {
    var attributes: XMLAttributes = ["d": data(of: path, offset: offset), "fill": paint.fill?.hex ?? "none"]
    attributes.append("fill-opacity", paint.fill.flatMap { $0.alpha == 255 ? nil : number(Double($0.alpha) / 255) })
    if let stroke = paint.stroke {
      attributes.append("stroke", stroke.hex)
      attributes.append("stroke-width", number(paint.width))
      attributes.append("stroke-dasharray", paint.dash.isEmpty ? nil : paint.dash.map(number).joined(separator: " "))
      attributes.append("stroke-linejoin", "round")
      attributes.append("stroke-linecap", paint.dash.isEmpty ? "round" : nil)
    }
    xml.empty("path", attributes)
  }

  private static func write(_ line: Scene.TextLine, offset: Point, to xml: XMLWriter) {
    let origin = line.origin + offset
    let attributes: XMLAttributes = [
      "x": number(origin.x), "y": number(origin.y), "font-size": number(line.style.size), "fill": line.style.color.hex,
      "font-weight": line.style.isBold ? "bold" : "500", "font-style": line.style.isItalic ? "italic" : nil,
      "font-family": line.style.isMonospaced ? "'JetBrains Mono', Menlo, Consolas, monospace" : nil,
      // Whatever font a reader puts in its place, the line is as wide as it was measured.
      "textLength": line.text.unicodeScalars.count > 1 ? number(line.width) : nil,
      "lengthAdjust": line.text.unicodeScalars.count > 1 ? "spacingAndGlyphs" : nil,
      "transform": line.rotation == 0
        ? nil : "rotate(\(number(line.rotation)) \(number(origin.x)) \(number(origin.y)))",
    ]
    xml.element("text", attributes, text: line.text)
  }

  private static func data(of path: Path, offset: Point) -> String {
    var data = ""
    func add(_ letter: String, _ points: Point...) {
      data += letter
      for (index, point) in points.enumerated() {
        if index > 0 { data += " " }
        data += number(point.x + offset.x) + " " + number(point.y + offset.y)
      }
    }
    for step in path.steps {
      switch step {
      case .move(let point): add("M", point)
      case .line(let point): add("L", point)
      case .curve(let first, let second, let point): add("C", first, second, point)
      case .close: data += "Z"
      }
    }
    return data
  }

  /// With two places after the point at most, whatever the locale.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
    return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
