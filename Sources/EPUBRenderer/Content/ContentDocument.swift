import MarkupXML

/// One XHTML file of the spine.
struct ContentDocument: Sendable {
  let fileName: String
  let bytes: [UInt8]
  /// What the manifest must say is in it (EPUB 3.3 §5.6.2.3): `svg`, `mathml`, in this order.
  var properties: [String] = []

  /// The `id` of its manifest item: the name without its ending.
  var manifestID: String { String(fileName.dropLast(".xhtml".utf8.count)) }
}

extension Edition {
  /// The frame of an XHTML document (EPUB 3.3 §6.1): everything around the content of its body.
  func page(
    _ xml: XMLWriter, title: String, bodyType: String? = nil, bodyClass: String? = nil, body: () -> Void
  ) {
    xml.prolog(doctype: "html")
    let root: XMLAttributes = [
      "xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops",
      "lang": language, "xml:lang": language, "dir": directionName,
    ]
    xml.element("html", root) {
      xml.newline()
      xml.element("head") {
        xml.empty("meta", ["charset": "utf-8"])
        xml.element("title", text: title.isBlank ? self.title : title)
        xml.empty("link", ["rel": "stylesheet", "type": "text/css", "href": Stylesheet.fileName])
      }
      xml.newline()
      xml.element("body", ["class": bodyClass, "epub:type": bodyType]) {
        xml.element("main") {
          xml.newline()
          body()
        }
      }
      xml.newline()
    }
    xml.newline()
  }
}
