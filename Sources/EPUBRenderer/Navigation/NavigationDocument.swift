import MarkupXML

extension Edition {
  static let navigationName = "nav.xhtml"

  /// `nav.xhtml` (EPUB 3.3 §7): the contents, and the few landmarks that readers show or open a book at.
  func navigationDocument() -> [UInt8] {
    let xml = XMLWriter(capacity: 32_768)
    page(xml, title: words.contents, bodyType: "frontmatter") {
      xml.element("nav", ["epub:type": "toc", "role": "doc-toc", "aria-label": words.contents]) {
        xml.newline()
        xml.element("h1", text: words.contents)
        xml.newline()
        tree(xml, contentsOrTitle)
      }
      xml.newline()
      landmarks(xml)
    }
    return xml.output
  }

  /// The tree of the contents; a book without chapters has its title page in it, for a `nav` may not be empty.
  var contentsOrTitle: [ReadingOrder.Entry] {
    order.contents.isEmpty
      ? [ReadingOrder.Entry(label: title, address: Edition.titlePageName, children: [])] : order.contents
  }

  private func tree(_ xml: XMLWriter, _ entries: [ReadingOrder.Entry]) {
    xml.element("ol") {
      xml.newline()
      for entry in entries {
        xml.element("li") {
          label(xml, of: entry)
          if !entry.children.isEmpty { tree(xml, entry.children) }
        }
        xml.newline()
      }
    }
    xml.newline()
  }

  /// A link where the entry has an address, else its words alone.
  func label(_ xml: XMLWriter, of entry: ReadingOrder.Entry) {
    if let address = entry.address {
      xml.element("a", ["href": address]) { isolated(xml, entry.label) }
    } else {
      xml.element("span") { isolated(xml, entry.label) }
    }
  }

  /// Few, because Kobo shows them among the contents, and with one type each, because Apple Books reads only one.
  private func landmarks(_ xml: XMLWriter) {
    xml.element("nav", ["epub:type": "landmarks", "hidden": "hidden", "aria-label": words.landmarks]) {
      xml.newline()
      xml.element("h2", text: words.landmarks)
      xml.newline()
      xml.element("ol") {
        xml.newline()
        for landmark in landmarkList {
          xml.element("li") {
            xml.element("a", ["epub:type": landmark.type, "href": landmark.address], text: landmark.label)
          }
          xml.newline()
        }
      }
      xml.newline()
    }
    xml.newline()
  }

  struct Landmark: Equatable {
    /// The term of the structural semantics vocabulary.
    let type: String
    /// The term of EPUB 2's `guide`.
    let guideType: String
    let label: String
    let address: String
  }

  /// The landmarks of `nav.xhtml` and of the `guide`.
  var landmarkList: [Landmark] {
    let start = contentsOrTitle.lazy.compactMap(\.firstAddress).first ?? Edition.titlePageName
    let cover = coverPath.map { _ in
      Landmark(type: "cover", guideType: "cover", label: words.cover, address: Edition.coverPageName)
    }
    return [cover].compactMap(\.self) + [
      Landmark(type: "toc", guideType: "toc", label: words.contents, address: Edition.contentsPageName),
      Landmark(type: "bodymatter", guideType: "text", label: words.startOfText, address: start),
    ]
  }
}
