import MarkupXML

extension Edition {
  /// The opening page of a part that no page of the handbook opens: its name, and what is in it.
  func partPage(_ part: ReadingOrder.PartPage) -> ContentDocument {
    let xml = XMLWriter()
    page(xml, title: part.label, bodyType: "bodymatter", bodyClass: "part-page") {
      let attributes: XMLAttributes = [
        "class": "part-page", "epub:type": "part", "role": "doc-part", "aria-label": part.label,
      ]
      xml.element("section", attributes) {
        xml.newline()
        xml.element("h1", text: part.label)
        xml.newline()
        list(xml, part.contents, depth: 2)
      }
      xml.newline()
    }
    return ContentDocument(fileName: part.fileName, bytes: xml.output)
  }
}
