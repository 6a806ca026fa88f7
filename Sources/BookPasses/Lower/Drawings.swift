import BookModel
import SourceText

extension PageLowering {
  /// `<svg>` in the page: a picture of its own, cleaned of what runs; its alternative is its title, its label or the
  /// words in it.
  mutating func drawing(_ element: MarkupElement) -> [Inline] {
    var writer = DrawingWriter(page: self)
    writer.write(element, isRoot: true)
    for what in writer.dropped {
      tally.count(
        Diagnostic(
          .warning, .htmlDrawing, "\(what) of a drawing is left out: nothing in a book runs or comes from elsewhere",
          at: element.range, help: "draw it with shapes, gradients and text alone"))
    }
    let title = writer.title ?? text(of: element["aria-label"]) ?? text(of: element["title"])
    let words = writer.words.joined(separator: " ")
    guard writer.hasShapes else { return title.map { [Inline(.text($0), at: element.range)] } ?? [] }
    let address =
      "data:image/svg+xml,"
      + writer.text.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "%25")
    var image = Image(source: .written(address), alternative: title ?? words)
    image.width = writer.width
    image.height = writer.height
    image.isDecorative = isDecorative(element, image.alternative)
    return identified(element, [Inline(.image(image), at: element.range)])
  }
}

/// Writes the tree of a drawing as an SVG file.
private struct DrawingWriter {
  let page: PageLowering
  var text = ""
  var title: String?
  /// The text that stands in the drawing.
  var words: [String] = []
  /// What was left out, in words, each once.
  var dropped: [String] = []
  var hasShapes = false
  var width: Int?
  var height: Int?
  private var depth = 0

  init(page: PageLowering) { self.page = page }

  mutating func write(_ element: MarkupElement, isRoot: Bool = false) {
    let name = SVGNames.element(element.name)
    switch name {
    case "script", "foreignObject", "iframe", "style", "animate", "set", "animateMotion", "animateTransform":
      drop("the `\(name)`")
      return
    case "a", "":
      write(element.children)
      return
    case "title", "desc": if title == nil { title = element.children.rawText.collapsingSpace.trimmed }
    case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use": hasShapes = true
    default: break
    }
    guard depth < Nesting.limit else { return }
    depth += 1
    text += "<\(name)"
    if isRoot { text += " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"" }
    var seen: Set = ["xmlns", "xmlns:xlink"]
    for attribute in element.attributes { write(attribute, isRoot: isRoot, seen: &seen) }
    text += ">"
    write(element.children)
    text += "</\(name)>"
    depth -= 1
  }

  private mutating func write(_ nodes: [MarkupNode]) {
    for node in nodes {
      switch node {
      case .element(let element): write(element)
      case .paragraph(let inner, _): write(inner)
      case .text, .inline, .block:
        let shown = [node].rawText
        if !shown.trimmed.isEmpty { words.append(shown.collapsingSpace.trimmed) }
        text += shown.escapedAsMarkup
      case .close: break
      }
    }
  }

  private mutating func write(_ attribute: JSXAttribute, isRoot: Bool, seen: inout Set<String>) {
    let name = SVGNames.attribute(attribute.name)
    guard SVGNames.isName(name), seen.insert(name).inserted else { return }
    if name.lowercased().hasPrefix("on") { return drop("the handler `\(attribute.name)`") }
    guard let value = value(of: attribute, named: name) else { return }
    let address = value.filter { !$0.isWhitespace }.lowercased()
    let isLink = name == "href" || name == "xlink:href" || name == "src"
    if isLink, !address.hasPrefix("#"), !address.hasPrefix("data:image/") { return drop("the reference `\(value)`") }
    if address.contains("javascript:") || (address.contains("url(") && !address.contains("url(#")) {
      return drop("the reference `\(value)`")
    }
    if isRoot, name == "width" { width = size(value) }
    if isRoot, name == "height" { height = size(value) }
    text += " \(name)=\"\(value.escapedAsMarkup)\""
  }

  private func value(of attribute: JSXAttribute, named name: String) -> String? {
    if name == "style", case .expression(let expression) = attribute.value,
      let members = page.value(of: expression)?.members
    {
      let declarations = StyleRules.declarations(in: members)
      return declarations.keys.sorted().map { "\($0): \(declarations[$0] ?? "")" }.joined(separator: "; ")
    }
    return attribute.value == .flag ? "" : page.text(of: attribute.value)
  }

  private func size(_ text: String) -> Int? {
    let number = text.hasSuffix("px") ? String(text.dropLast(2)) : text
    return Double(number).flatMap { $0 >= 1 && $0 < 100_000 ? Int($0.rounded()) : nil }
  }

  private mutating func drop(_ what: String) {
    if !dropped.contains(what) { dropped.append(what) }
  }
}

/// Names of SVG as XML spells them, from those of HTML, which knows no capitals, and of React, which knows no hyphens.
enum SVGNames {
  static func element(_ name: String) -> String { elements[name.lowercased()] ?? name }

  static func attribute(_ name: String) -> String {
    let lowered = name.lowercased()
    if let known = attributes[lowered] { return known }
    switch lowered {
    case "classname": return "class"
    case "xlinkhref": return "xlink:href"
    case "xmlspace": return "xml:space"
    default: break
    }
    guard name.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return name }
    return name.utf8.reduce(into: "") { result, byte in
      if byte >= 0x41, byte <= 0x5A { result += "-" }
      result += String(UnicodeScalar(byte.lowercasedASCII))
    }
  }

  /// Whether a text can be the name of an attribute here: ASCII, with no prefix but those we declare.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isLetter else { return false }
    if text.contains(":"), !["xlink:href", "xml:space", "xml:lang"].contains(text) { return false }
    return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_:.".utf8.contains($0) }
  }

  private static func table(_ words: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: words.split { $0 == " " || $0 == "\n" }.map { ($0.lowercased(), String($0)) })
  }

  /// The HTML standard §13.2.6.5, the tag names that a parser adjusts.
  private static let elements = table(
    """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient
    radialGradient textPath
    """)

  /// The same section, the attributes.
  private static let attributes = table(
    """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits
    glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust
    limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength
    patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
    primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures specularConstant
    specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX
    targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan
    """)
}

extension String {
  /// As text or as an attribute's value between double quotes, in HTML or XML.
  var escapedAsMarkup: String {
    reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
