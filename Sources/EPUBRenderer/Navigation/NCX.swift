import MarkupXML

extension Edition {
  static let ncxName = "toc.ncx"

  /// `toc.ncx` (OPF 2.0.1 §2.4.1), the same tree as `nav.xhtml`: Kindle and old readers navigate by it.
  func ncx() -> [UInt8] {
    let xml = XMLWriter(capacity: 32_768)
    xml.prolog()
    let root: XMLAttributes = [
      "xmlns": "http://www.daisy.org/z3986/2005/ncx/", "version": "2005-1", "xml:lang": language,
    ]
    xml.element("ncx", root) {
      xml.newline()
      xml.element("head") {
        xml.empty("meta", ["name": "dtb:uid", "content": identifier])
        xml.empty("meta", ["name": "dtb:depth", "content": String(contentsOrTitle.depth)])
        xml.empty("meta", ["name": "dtb:totalPageCount", "content": "0"])
        xml.empty("meta", ["name": "dtb:maxPageNumber", "content": "0"])
      }
      xml.newline()
      xml.element("docTitle") { xml.element("text", text: title) }
      xml.newline()
      xml.element("navMap") {
        xml.newline()
        var playOrder = NCXPlayOrder()
        points(xml, contentsOrTitle, &playOrder)
      }
      xml.newline()
    }
    xml.newline()
    return xml.output
  }

  private func points(_ xml: XMLWriter, _ entries: [ReadingOrder.Entry], _ playOrder: inout NCXPlayOrder) {
    for entry in entries {
      guard let address = entry.firstAddress else { continue }
      let (id, place) = playOrder.next(for: address)
      xml.element("navPoint", ["id": id, "playOrder": String(place)]) {
        xml.element("navLabel") { xml.element("text", text: entry.label) }
        xml.empty("content", ["src": address])
        guard !entry.children.isEmpty else { return }
        xml.newline()
        points(xml, entry.children, &playOrder)
      }
      xml.newline()
    }
  }
}

/// Ids and places of navigation points: points that lead to the same place have the same `playOrder`
/// (epubcheck's NCX schema), and a section without a page leads where its first page does.
struct NCXPlayOrder {
  private var count = 0
  private var places: [String: Int] = [:]

  mutating func next(for address: String) -> (id: String, place: Int) {
    count += 1
    let place = places[address] ?? places.count + 1
    places[address] = place
    return ("point-\(count)", place)
  }
}

extension [ReadingOrder.Entry] {
  fileprivate var depth: Int {
    (map { $0.children.depth }.max() ?? -1) + 1
  }
}
