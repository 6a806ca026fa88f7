/// What an SVG file is and what it wants from outside, read before a book takes it in.
package struct SVGSummary: Equatable, Sendable {
  /// The root element's local name: `svg`, unless the file is something else.
  package var rootName = ""
  /// `http://www.w3.org/2000/svg`, or nil where the author forgot it and no reading system would show anything.
  package var namespace: String?
  /// As written, such as `100%`.
  package var width: String?
  package var height: String?
  package var viewBox: String?
  /// The text of the first `title` below the root: a name for those who do not see the picture.
  package var title: String?
  /// Files and addresses that showing the picture would load, in the order found: `href` of everything but
  /// links, `url(…)`, `@import`, style sheets of the prolog. Fragments and `data:` are not among them.
  package var externalReferences: [String] = []
  /// Addresses of `a` elements.
  package var links: [String] = []
  /// Whether there is a `script`, a handler such as `onload` or an address `javascript:`.
  package var hasScripts = false
  /// Whether there is a `foreignObject`, which many reading systems do not show.
  package var hasForeignObjects = false
  /// The address of the document type's DTD; EPUB refuses external identifiers other than SVG 1.1's.
  package var documentType: String?
}

/// Reads an SVG file without a tree, a network or entities of other files (those of its own subset, which drawing
/// programs write, are read). Throws where it is not well-formed. May be called from any thread.
package func summarizeSVG(_ bytes: [UInt8]) throws(XMLError) -> SVGSummary {
  let reader = SVGReader()
  try parse(bytes, wanting: [.startTags, .endTags, .text, .prolog], allowsEntities: true, reader)
  return reader.summary
}

private final class SVGReader: ParserEvents {
  var summary = SVGSummary()
  private var open: [String] = []
  private var styleText = ""
  private var titleText = ""
  /// libxml2 leaves references to entities in attributes as they are written, which is how we want them read.
  private var entities: [(name: String, value: String)] = []

  override func documentType(publicID: String?, systemID: String?) {
    summary.documentType = systemID ?? publicID
  }

  override func instruction(target: String, data: String) {
    guard target == "xml-stylesheet", let start = data.firstRange(of: "href=") else { return }
    let rest = data[start.upperBound...]
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return }
    refer(to: String(rest.dropFirst().prefix { $0 != quote }))
  }

  override func entity(_ name: String, value: String) {
    entities.append((name, value))
  }

  /// One level deep, as drawing programs write it: `xmlns="&ns_svg;"`.
  private func expanded(_ value: String) -> String {
    guard !entities.isEmpty, value.hasPrefix("&"), value.hasSuffix(";") else { return value }
    let name = value.dropFirst().dropLast()
    return entities.first { $0.name == name }?.value ?? value
  }

  override func start(_ element: StartTag) {
    let name = element.name
    if open.isEmpty {
      summary.rootName = name
      summary.namespace = element.namespace.map(expanded)
    }
    if name == "script" { summary.hasScripts = true }
    if name == "foreignObject" { summary.hasForeignObjects = true }
    for (attribute, value) in element.allAttributes { read(attribute, expanded(value), of: name) }
    open.append(name)
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if open.last == "style" { styleText += String(decoding: bytes, as: UTF8.self) }
    if isInTitle { titleText += String(decoding: bytes, as: UTF8.self) }
  }

  override func end() {
    if open.last == "style" {
      readStyle(styleText)
      styleText = ""
    }
    if isInTitle, summary.title == nil {
      summary.title = titleText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    open.removeLast()
  }

  private var isInTitle: Bool { open.count == 2 && open[1] == "title" }

  private func read(_ attribute: String, _ value: String, of element: String) {
    switch attribute {
    case "width" where open.isEmpty: summary.width = value
    case "height" where open.isEmpty: summary.height = value
    case "viewBox" where open.isEmpty: summary.viewBox = value
    case "href" where element == "a":
      summary.links.append(value)
      noteScript(in: value)
    case "href", "src":
      refer(to: value)
      noteScript(in: value)
    default:
      if attribute.hasPrefix("on") { summary.hasScripts = true }
      if value.utf8.contains(UInt8(ascii: "(")) { readStyle(value) }
    }
  }

  private func noteScript(in address: String) {
    let start = address.drop(while: \.isWhitespace).prefix(11)
    if start.lowercased() == "javascript:" { summary.hasScripts = true }
  }

  private func refer(to address: String) {
    let trimmed = String(address.drop(while: \.isWhitespace))
    let isInside = trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.prefix(5).lowercased() == "data:"
    guard !isInside, !summary.externalReferences.contains(trimmed) else { return }
    summary.externalReferences.append(trimmed)
  }

  /// `url(…)` and `@import "…"` of CSS.
  private func readStyle(_ text: String) {
    for opening in ["url(", "@import"] {
      var rest = text[...]
      while let found = rest.firstRange(of: opening) {
        rest = rest[found.upperBound...].drop(while: \.isWhitespace)
        guard let first = rest.first else { break }
        let isQuoted = first == "\"" || first == "'"
        if opening == "@import" && !isQuoted { continue }
        let body = isQuoted ? rest.dropFirst() : rest
        refer(to: String(body.prefix { isQuoted ? $0 != first : $0 != ")" && !$0.isWhitespace }))
      }
    }
  }
}
