import BookModel
import SourceText

extension PageLowering {
  /// An element of HTML in running text.
  mutating func htmlInlines(_ element: MarkupElement) -> [Inline] {
    let name = element.name
    switch name {
    case "br": return [Inline(.lineBreak, at: element.range)]
    case "wbr": return [Inline(.text("\u{200B}"), at: element.range)]
    case "img": return image(element)
    case "picture": return phrasing(element.children.filter { $0.isElement("img") })
    case "a": return anchor(element)
    case "strong": return wrapped(element) { .strong($0) }
    case "em": return wrapped(element) { .emphasis($0) }
    case "s", "strike", "del": return wrapped(element) { .strikethrough($0) }
    case "code", "tt": return code(element)
    case "li": return [Inline(.text("• "), at: element.range)] + phrasing(element.children).trimmed
    case "hr": return [Inline(.lineBreak, at: element.range)]
    case "pre", "xmp": return preformatted(element).flatMap(\.runningText)
    case "ruby": return ruby(element)
    case "rt", "rp": return phrasing(element.children)
    case "bdo" where text(of: element["dir"]) == nil: return phrasing(element.children)
    case "h1", "h2", "h3", "h4", "h5", "h6", "summary": return wrapped(element) { .strong($0) }
    case "script":
      reportScript("the script", at: element.range)
      return []
    case _ where HTMLRules.dropped.contains(name): return []
    case _ where HTMLRules.embedded.contains(name): return embedded(element)
    case "svg": return drawing(element)
    case "math": return mathML(element)
    case "canvas": return canvas(element)
    case _ where HTMLRules.form.contains(name): return formControl(element)
    default: break
    }
    if HTMLRules.phrasing.contains(name) { return kept(element, as: name) }
    if let other = HTMLRules.renamed[name] { return kept(element, as: other, classes: name == "font" ? ["font"] : []) }
    if HTMLRules.block.contains(name) { return phrasing(element.children).trimmed }
    return unknownElement(element)
  }

  private mutating func wrapped(_ element: MarkupElement, in kind: ([Inline]) -> Inline.Kind) -> [Inline] {
    let content = phrasing(element.children)
    guard !content.isEmpty else { return [] }
    return identified(element, [Inline(kind(content), at: element.range)])
  }

  /// Keeps an id that the model's own construct has no place for, as an empty span before it.
  func identified(_ element: MarkupElement, _ inlines: [Inline]) -> [Inline] {
    guard let id = text(of: element["id"]).flatMap(AttributeRules.id) else { return inlines }
    let target = Element<Inline>(name: "span", attributes: [ElementAttribute(name: "id", value: id)])
    return [Inline(.element(target), at: element.range)] + inlines
  }

  /// An element as it is; a `span` that says nothing gives way to its text.
  private mutating func kept(_ element: MarkupElement, as name: String, classes: [String] = []) -> [Inline] {
    let content = phrasing(element.children)
    let attributes = attributes(of: element, as: name, adding: classes)
    if name == "span", attributes.isEmpty { return content }
    if content.isEmpty, attributes.first(where: { $0.name == "id" }) == nil { return [] }
    return [Inline(.element(Element(name: name, attributes: attributes, content: content)), at: element.range)]
  }

  /// `ruby`: XHTML lets `rt` and `rp` stand in it alone, and wants at least one `rt`.
  private mutating func ruby(_ element: MarkupElement) -> [Inline] {
    guard element.children.contains(where: { $0.isElement("rt") }) else { return phrasing(element.children) }
    var content: [Inline] = []
    for node in element.children {
      if case .element(let child) = node, child.name == "rt" || child.name == "rp" {
        content.append(Inline(.element(Element(name: child.name, content: phrasing(child.children))), at: child.range))
      } else {
        content += phrasing([node])
      }
    }
    return [Inline(.element(Element(name: "ruby", content: content)), at: element.range)]
  }

  private mutating func code(_ element: MarkupElement) -> [Inline] {
    let content = phrasing(element.children)
    guard !content.isEmpty else { return [] }
    let isPlain = content.allSatisfy { inline in
      switch inline.kind {
      case .text, .softBreak, .code: true
      default: false
      }
    }
    if isPlain { return identified(element, [Inline(.code(content.plainText), at: element.range)]) }
    let attributes = attributes(of: element, as: "code")
    return [Inline(.element(Element(name: "code", attributes: attributes, content: content)), at: element.range)]
  }

  /// `a`: a link, or the target of one.
  private mutating func anchor(_ element: MarkupElement) -> [Inline] {
    guard let address = text(of: element["href"]) ?? text(of: element["to"]) else {
      let content = phrasing(element.children)
      let attributes = attributes(of: element, as: "a").filter { $0.name == "id" }
      guard !attributes.isEmpty else { return content }
      return [Inline(.element(Element(name: "span", attributes: attributes, content: content)), at: element.range)]
    }
    let title = text(of: element["title"])
    return identified(element, link(to: address, title: title, element.children, at: element.range))
  }

  /// A link around nodes; inside another link, only what it holds.
  mutating func link(to address: String, title: String?, _ nodes: [MarkupNode], at range: SourceRange) -> [Inline] {
    let content = withinLink { $0.phrasing(nodes) }.trimmed
    guard !insideLink else { return content }
    return [Inline(.link(Link(target: .written(address), title: title, content: content)), at: range)]
  }

  /// What stands in a `canvas` is for those who cannot see it drawn.
  private mutating func canvas(_ element: MarkupElement) -> [Inline] {
    findings.warning(
      .htmlDrawing, "the drawing in `<canvas>` is left out", at: element.range,
      help: "save it as a picture file beside the page and show it as an image")
    return phrasing(element.children)
  }

  private mutating func formControl(_ element: MarkupElement) -> [Inline] {
    if element.name == "input", text(of: element["type"])?.lowercased() == "checkbox" {
      let isTicked = element["checked"] != nil || element["defaultChecked"] != nil
      return [Inline(.text(isTicked ? "☑" : "☐"), at: element.range)]
    }
    reportForm(element)
    if element.name == "input" {
      return text(of: element["value"] ?? element["placeholder"]).map { [Inline(.text($0), at: element.range)] } ?? []
    }
    return phrasing(element.children)
  }

  /// A name HTML does not know: around text the text is kept, alone it is most likely meant to be read, as in
  /// `<your-name>`.
  private mutating func unknownElement(_ element: MarkupElement) -> [Inline] {
    let content = phrasing(element.children)
    reportUnknown(element)
    if element.isClosed, !content.isBlank { return content }
    return [Inline(.text("<\(element.name)>"), at: element.range)] + content
  }
}

extension PageLowering {
  mutating func reportUnknown(_ element: MarkupElement) {
    tally.count(
      Diagnostic(
        .note, .htmlUnknown, "`<\(element.name)>` is no element of HTML", at: element.range,
        help: "write `&lt;\(element.name)>` or put it in backticks to show it as text"))
  }
}

extension MarkupNode {
  func isElement(_ name: String) -> Bool {
    if case .element(let element) = self { element.name == name } else { false }
  }
}

extension [MarkupNode] {
  /// The text alone, white space as written.
  var rawText: String {
    reduce(into: "") { text, node in
      switch node {
      case .text(let string, _): text += string
      case .inline(let inline):
        text += inline.kind == .softBreak || inline.kind == .lineBreak ? "\n" : [inline].plainText
      case .element(let element): text += element.name == "br" ? "\n" : element.children.rawText
      case .paragraph(let nodes, _): text += nodes.rawText
      case .block(let block):
        if case .code(let code) = block.kind { text += code.text } else { text += block.runningText.plainText }
      case .close: break
      }
    }
  }
}
