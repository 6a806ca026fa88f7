import BookModel
import MarkupXML

extension Edition {
  static let colophonName = "colophon.xhtml"

  /// What edition this is, who holds the rights, and how it was made.
  func colophon() -> ContentDocument {
    let xml = XMLWriter()
    page(xml, title: words.colophon, bodyType: "frontmatter", bodyClass: "colophon") {
      xml.element("section", ["epub:type": "colophon", "role": "doc-colophon", "aria-label": words.colophon]) {
        xml.newline()
        xml.element("h1", text: words.colophon)
        xml.newline()
        facts(xml)
        if let rights = metadata.rights, !rights.isBlank {
          xml.element("p", ["class": "rights"], text: rights)
          xml.newline()
        }
        xml.element("p", ["class": "made-with"], text: words.madeWith)
        xml.newline()
      }
      xml.newline()
    }
    return ContentDocument(fileName: Edition.colophonName, bytes: xml.output)
  }

  private func facts(_ xml: XMLWriter) {
    xml.element("dl") {
      xml.newline()
      fact(xml, words.title, ([title, metadata.subtitle].compactMap(\.self)).joined(separator: ": "))
      fact(xml, words.version, metadata.version)
      fact(xml, words.commit, options.commit)
      fact(xml, words.date, metadata.date)
      fact(xml, words.publisher, metadata.publisher)
      fact(xml, words.identifier, identifier)
      website(xml)
    }
    xml.newline()
  }

  private func fact(_ xml: XMLWriter, _ name: String, _ text: String?) {
    guard let text, !text.isBlank else { return }
    xml.element("dt", text: name)
    xml.element("dd") { isolated(xml, text) }
    xml.newline()
  }

  private func website(_ xml: XMLWriter) {
    guard let url = book.site.url, let address = WebAddress(url + book.site.baseURL) else { return }
    xml.element("dt", text: words.website)
    xml.element("dd") { xml.element("a", ["href": address.text]) { isolated(xml, address.text) } }
    xml.newline()
  }
}
