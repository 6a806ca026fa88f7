import MarkupXML

extension Edition {
  static let coverPageName = "cover.xhtml"

  /// Where the cover's picture stands, relative to the package document; nil for a book without one,
  /// and for a picture that reading systems need not show.
  var coverPath: String? {
    guard let cover = options.cover, Pictures.isSupported(cover.mediaType) else { return nil }
    return "images/cover." + FileNames.fileExtension(of: cover.mediaType)
  }

  /// The cover alone on a page of its own, as stores ask for it.
  func coverPage() -> ContentDocument? {
    guard let coverPath else { return nil }
    let xml = XMLWriter()
    page(xml, title: words.cover, bodyType: "cover", bodyClass: "cover") {
      let alternative = words.fill(words.coverAlternative, name: title)
      xml.empty("img", ["src": coverPath, "alt": alternative, "role": "doc-cover"])
      xml.newline()
    }
    return ContentDocument(fileName: Edition.coverPageName, bytes: xml.output)
  }
}
