import BookModel
import MarkupXML

extension ContentWriter {
  /// An element of HTML that the lowering pass kept: `<div class="x">` → itself. One that holds running text alone
  /// but has blocks in it, as MDX makes of `<p>` on a line of its own, becomes a `div`.
  func element(_ element: Element<Block>) {
    let isMisplaced = ContentModel.holdsPhrasingOnly(element.name) && !element.content.isPhrasing
    write(isMisplaced ? "div" : element.name, element.attributes, isEmpty: element.content.isEmpty) {
      blocks(element.content)
    }
  }

  /// The same in running text: `<kbd>Ctrl</kbd>` → itself. One that may not stand there becomes a `span`.
  func element(_ element: Element<Inline>) {
    let isMisplaced = isPhrasing && ContentModel.isFlow(element.name)
    let holdsPhrasing = ContentModel.holdsPhrasingOnly(element.name)
    write(isMisplaced ? "span" : element.name, element.attributes, isEmpty: element.content.isEmpty) {
      if holdsPhrasing || isMisplaced { phrasing(element.content) } else { inlines(element.content) }
    }
  }

  private func write(_ name: String, _ written: [ElementAttribute], isEmpty: Bool, content: () -> Void) {
    guard let elementName = XMLName(checking: name) else { return content() }
    if name == "a" { return anchor(written, content: content) }
    if edition.options.form == .legacy, name == "math" {
      // Its words, since such readers know no MathML.
      legacyMath += 1
      xml.element("span", ["class": "math"], content: content)
      legacyMath -= 1
      return
    }
    if legacyMath > 0 { return content() }
    let attributes = attributes(written, of: name)
    if isEmpty, ContentWriter.voidElements.contains(name) {
      xml.empty(elementName, attributes)
    } else {
      xml.element(elementName, attributes, content: content)
    }
  }

  /// The elements that HTML knows without content (HTML §13.1.2).
  private static let voidElements: Set<String> = ["area", "br", "col", "hr", "img", "wbr", "source", "track"]

  /// A place to link to, or a link that the lowering pass left as an element; inside another link a `span`.
  private func anchor(_ written: [ElementAttribute], content: () -> Void) {
    var attributes = attributes(written.filter { $0.name != "href" }, of: "a")
    guard openLinks == 0 else { return xml.element("span", attributes, content: content) }
    let href = written.first { $0.name == "href" }.flatMap { WebAddress($0.value)?.text }
    attributes.append("href", href)
    openLinks += href == nil ? 0 : 1
    xml.element("a", attributes, content: content)
    openLinks -= href == nil ? 0 : 1
  }

  private func attributes(_ written: [ElementAttribute], of element: String) -> XMLAttributes {
    var attributes: XMLAttributes = [:]
    for attribute in written {
      guard let name = XMLName(checking: attribute.name) else { continue }
      switch attribute.name {
      case "id": attributes.append(name, claim(attribute.value))
      case "lang":
        attributes.append(name, attribute.value)
        attributes.append("xml:lang", attribute.value)
      default: attributes.append(name, attribute.value)
      }
    }
    addNamespace(of: element, to: &attributes)
    return attributes
  }

  /// SVG and MathML have namespaces of their own, and the manifest has to name them.
  private func addNamespace(of element: String, to attributes: inout XMLAttributes) {
    switch element {
    case "svg":
      hasSVG = true
      if !attributes.has("xmlns") { attributes.append("xmlns", "http://www.w3.org/2000/svg") }
    case "math":
      hasMathML = true
      if !attributes.has("xmlns") { attributes.append("xmlns", "http://www.w3.org/1998/Math/MathML") }
    default: break
    }
  }
}
