import BookModel
import MarkupXML

extension Edition {
  static let packagePath = "EPUB/package.opf"

  /// `package.opf` (EPUB 3.3 §5): metadata, every file, their order, and EPUB 2's guide, without which old Kindles do
  /// not know where a book begins.
  func packageDocument(_ documents: [ContentDocument]) -> [UInt8] {
    let xml = XMLWriter(capacity: 65_536)
    xml.prolog()
    let root: XMLAttributes = [
      "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "book-id", "xml:lang": language,
      "dir": directionName,
    ]
    xml.element("package", root) {
      xml.newline()
      writeMetadata(xml)
      manifest(xml, documents)
      spine(xml, documents)
      guide(xml)
    }
    xml.newline()
    return xml.output
  }

  private func manifest(_ xml: XMLWriter, _ documents: [ContentDocument]) {
    xml.element("manifest") {
      xml.newline()
      item(xml, "nav", Edition.navigationName, MediaType.xhtml, properties: "nav")
      item(xml, "ncx", Edition.ncxName, MediaType.ncx)
      item(xml, "css", Stylesheet.fileName, MediaType.css)
      for (index, font) in embeddedFonts.enumerated() {
        item(xml, "font-\(index + 1)", font.path, font.mediaType)
      }
      for document in documents {
        let properties = document.properties.isEmpty ? nil : document.properties.joined(separator: " ")
        item(xml, document.manifestID, document.fileName, MediaType.xhtml, properties: properties)
      }
      if let cover = options.cover, let coverPath {
        item(xml, "cover-image", coverPath, cover.mediaType, properties: "cover-image")
      }
      for (index, picture) in pictures.entries.enumerated() {
        item(xml, "picture-\(index + 1)", picture.path, book[picture.asset].mediaType)
      }
      for (index, picture) in drawnPictures.entries.enumerated() {
        item(xml, "drawn-\(index + 1)", picture.path, MediaType.png)
      }
    }
    xml.newline()
  }

  private func item(
    _ xml: XMLWriter, _ id: String, _ path: String, _ mediaType: String, properties: String? = nil
  ) {
    xml.empty("item", ["id": id, "href": path, "media-type": mediaType, "properties": properties])
    xml.newline()
  }

  private func spine(_ xml: XMLWriter, _ documents: [ContentDocument]) {
    xml.element("spine", ["toc": "ncx", "page-progression-direction": directionName]) {
      xml.newline()
      for document in documents {
        xml.empty("itemref", ["idref": document.manifestID])
        xml.newline()
      }
    }
    xml.newline()
  }

  private func guide(_ xml: XMLWriter) {
    xml.element("guide") {
      xml.newline()
      for landmark in landmarkList {
        xml.empty("reference", ["type": landmark.guideType, "title": landmark.label, "href": landmark.address])
        xml.newline()
      }
    }
    xml.newline()
  }
}

/// The media types of the book's own files.
enum MediaType {
  static let xhtml = "application/xhtml+xml"
  static let ncx = "application/x-dtbncx+xml"
  static let css = "text/css"
  static let png = "image/png"
  static let package = "application/oebps-package+xml"
}
