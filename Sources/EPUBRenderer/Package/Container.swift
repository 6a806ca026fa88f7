import MarkupXML

/// The files by which a reader finds the package (EPUB 3.3 §4.2).
enum Container {
  /// The first file of the container, which says what it is.
  static let mimetype = EPUBFile(path: "mimetype", mediaType: "", bytes: Array("application/epub+zip".utf8))

  static func container() -> EPUBFile {
    let xml = XMLWriter()
    xml.prolog()
    let namespace = "urn:oasis:names:tc:opendocument:xmlns:container"
    xml.element("container", ["version": "1.0", "xmlns": namespace]) {
      xml.element("rootfiles") {
        xml.empty("rootfile", ["full-path": Edition.packagePath, "media-type": MediaType.package])
      }
    }
    xml.newline()
    return EPUBFile(path: "META-INF/container.xml", mediaType: "", bytes: xml.output)
  }
}
