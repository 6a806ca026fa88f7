import BookModel
import SourceText

extension PageLowering {
  /// An element of HTML that stands among paragraphs: as the construct it is where the book has one, else as an
  /// element with what XHTML lets it hold.
  mutating func htmlBlocks(_ element: MarkupElement) -> [Block] {
    switch element.name {
    case "p": return htmlParagraph(element)
    case "h1", "h2", "h3", "h4", "h5", "h6": return htmlHeading(element)
    case "hr": return [Block(.thematicBreak, at: element.range)]
    case "blockquote": return [Block(.quote(flow(element.children, runs: .paragraphs)), at: element.range)]
    case "ul", "menu", "dir", "ol": return htmlList(element)
    case "li":
      return htmlList(MarkupElement(name: "ul", attributes: [], children: [.element(element)], range: element.range))
    case "dl": return definitionList(element)
    case "dt", "dd":
      return definitionList(
        MarkupElement(name: "dl", attributes: [], children: [.element(element)], range: element.range))
    case "table": return htmlTable(element)
    case "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col":
      return htmlTable(
        MarkupElement(name: "table", attributes: [], children: [.element(element)], range: element.range))
    case "details": return details(element)
    case "summary", "legend": return strongParagraph(element)
    case "figure": return htmlFigure(element)
    case "pre", "xmp": return preformatted(element)
    case "center": return container("div", element, classes: ["center"])
    case "section", "article", "aside", "header", "footer", "address": return container(element.name, element)
    case "form":
      reportForm(element)
      return container("div", element)
    case "body", "html", "noscript", "hgroup": return flow(element.children, runs: .paragraphs)
    case let name where HTMLRules.block.contains(name): return container("div", element)
    case let name where HTMLRules.embedded.contains(name):
      return paragraph(lowered: embedded(element), at: element.range)
    default:
      if !HTMLRules.isKnown(element.name) { reportUnknown(element) }
      return flow(element.children, runs: .paragraphs)
    }
  }

  /// A container; a `div` that says nothing gives way to what it holds.
  private mutating func container(_ name: String, _ element: MarkupElement, classes: [String] = []) -> [Block] {
    let content = flow(element.children, runs: .paragraphs)
    let attributes = attributes(of: element, as: name, adding: classes)
    if content.isEmpty, attributes.first(where: { $0.name == "id" }) == nil { return [] }
    if name == "div", attributes.isEmpty { return content }
    return [Block(.element(Element(name: name, attributes: attributes, content: content)), at: element.range)]
  }

  private mutating func htmlParagraph(_ element: MarkupElement) -> [Block] {
    let attributes = attributes(of: element, as: "p")
    let nodes = element.children
    let content: [Block]
    if nodes.contains(where: { isBlock($0) }) {
      content = flow(nodes, runs: .paragraphs)
    } else {
      content = paragraph(lowered: phrasing(nodes), at: element.range)
    }
    guard !attributes.isEmpty else { return content }
    if content.count == 1, case .paragraph(let inlines) = content[0].kind {
      let plain = Block(.plain(inlines), at: element.range)
      return [Block(.element(Element(name: "p", attributes: attributes, content: [plain])), at: element.range)]
    }
    guard !content.isEmpty else { return [] }
    return [Block(.element(Element(name: "div", attributes: attributes, content: content)), at: element.range)]
  }

  private mutating func htmlHeading(_ element: MarkupElement) -> [Block] {
    let content = phrasing(element.children).trimmed
    guard !content.isEmpty else { return [] }
    let id = text(of: element["id"]).flatMap(AttributeRules.id)
    let level = Int(element.name.dropFirst()) ?? 2
    return [Block(.heading(Heading(level: level, content: content, explicitID: id)), at: element.range)]
  }

  private mutating func strongParagraph(_ element: MarkupElement) -> [Block] {
    let content = phrasing(element.children).trimmed
    guard !content.isEmpty else { return [] }
    return [Block(.paragraph([Inline(.strong(content), at: element.range)]), at: element.range)]
  }

  /// `figure`: an image and its caption where that is all, else the element.
  private mutating func htmlFigure(_ element: MarkupElement) -> [Block] {
    var rest: [MarkupNode] = []
    var caption: [Inline] = []
    for node in element.children.structural {
      if case .element(let child) = node, child.name == "figcaption" {
        caption += phrasing(child.children).trimmed
      } else {
        rest.append(node)
      }
    }
    let content = flow(rest, runs: .paragraphs)
    if content.count == 1, case .figure(var figure) = content[0].kind {
      if !caption.isEmpty { figure.caption = caption }
      return [Block(.figure(figure), at: element.range)]
    }
    var parts = content
    if !caption.isEmpty {
      let plain = Block(.plain(caption), at: element.range)
      parts.append(Block(.element(Element(name: "figcaption", content: [plain])), at: element.range))
    }
    guard !parts.isEmpty else { return [] }
    let attributes = attributes(of: element, as: "figure")
    return [Block(.element(Element(name: "figure", attributes: attributes, content: parts)), at: element.range)]
  }

  mutating func reportForm(_ element: MarkupElement) {
    tally.count(
      Diagnostic(
        .note, .htmlForm, "`<\(element.name)>` is shown as text: a book has no forms", at: element.range,
        help: "say in words what the reader would do"))
  }
}
