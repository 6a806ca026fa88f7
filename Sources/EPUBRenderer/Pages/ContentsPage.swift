import MarkupXML

extension Edition {
  static let contentsPageName = "contents.xhtml"

  /// The contents as a page of the book: nested lists of links, without page numbers, which no e-book has.
  func contentsPage() -> ContentDocument {
    let xml = XMLWriter()
    page(xml, title: words.contents, bodyType: "frontmatter", bodyClass: "contents") {
      xml.element(
        "section", ["class": "contents", "role": "doc-toc", "epub:type": "toc", "aria-label": words.contents]
      ) {
        xml.newline()
        xml.element("h1", text: words.contents)
        xml.newline()
        list(xml, contentsOrTitle, depth: .max)
      }
      xml.newline()
    }
    return ContentDocument(fileName: Edition.contentsPageName, bytes: xml.output)
  }

  /// - Parameter depth: how many levels of the tree are shown.
  func list(_ xml: XMLWriter, _ entries: [ReadingOrder.Entry], depth: Int) {
    guard depth > 0, !entries.isEmpty else { return }
    xml.element("ul", ["class": "toc"]) {
      xml.newline()
      for entry in entries {
        xml.element("li") {
          label(xml, of: entry)
          list(xml, entry.children, depth: depth == .max ? depth : depth - 1)
        }
        xml.newline()
      }
    }
    xml.newline()
  }
}
