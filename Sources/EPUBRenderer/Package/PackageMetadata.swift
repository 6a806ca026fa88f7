import BookModel
import MarkupXML

/// The `metadata` of the package document (EPUB 3.3 §5.5).
extension Edition {
  func writeMetadata(_ xml: XMLWriter) {
    let attributes: XMLAttributes = ["xmlns:dc": "http://purl.org/dc/elements/1.1/"]
    xml.element("metadata", attributes) {
      xml.newline()
      term(xml, "dc:identifier", identifier, id: "book-id")
      titles(xml)
      for language in languages { term(xml, "dc:language", language) }
      for (index, contributor) in metadata.authors.enumerated() { person(xml, contributor, number: index + 1) }
      term(xml, "dc:publisher", metadata.publisher)
      term(xml, "dc:date", metadata.date.flatMap { PublicationDate($0)?.text })
      term(xml, "dc:rights", metadata.rights)
      term(xml, "dc:description", metadata.description)
      for subject in metadata.subjects { term(xml, "dc:subject", subject) }
      if let url = book.site.url { term(xml, "dc:source", WebAddress(url + book.site.baseURL)?.text) }
      property(xml, "dcterms:modified", options.modified)
      property(xml, "schema:version", metadata.version)
      Accessibility(self).write(to: xml)
      property(xml, "dcterms:conformsTo", options.conformance)
      if coverPath != nil {
        // Nook reads the attributes in this order only.
        xml.empty("meta", ["name": "cover", "content": "cover-image"])
        xml.newline()
      }
    }
    xml.newline()
  }

  /// The book's language first, then those of chapters that nobody has translated.
  private var languages: [String] {
    var languages = [language]
    for chapter in book.chapters {
      if let other = chapter.language, !languages.contains(other) { languages.append(other) }
    }
    return languages
  }

  private func titles(_ xml: XMLWriter) {
    term(xml, "dc:title", title, id: "book-title")
    refine(xml, "book-title", "title-type", "main")
    guard let subtitle = metadata.subtitle, !subtitle.isBlank else { return }
    refine(xml, "book-title", "display-seq", "1")
    term(xml, "dc:title", subtitle, id: "book-subtitle")
    refine(xml, "book-subtitle", "title-type", "subtitle")
    refine(xml, "book-subtitle", "display-seq", "2")
  }

  /// Authors are creators; who edited, drew or translated is a contributor.
  private func person(_ xml: XMLWriter, _ contributor: Contributor, number: Int) {
    guard !contributor.name.isBlank else { return }
    let isAuthor = contributor.role == "aut"
    let id = isAuthor ? "creator-\(number)" : "contributor-\(number)"
    term(xml, isAuthor ? "dc:creator" : "dc:contributor", contributor.name, id: id)
    refine(xml, id, "role", contributor.role, scheme: "marc:relators")
    refine(xml, id, "file-as", contributor.sortName)
    refine(xml, id, "display-seq", String(number))
  }

  /// Empty elements are errors (epubcheck): what has no text is left out.
  private func term(_ xml: XMLWriter, _ name: XMLName, _ text: String?, id: String? = nil) {
    guard let text, !text.isBlank else { return }
    xml.element(name, ["id": id], text: text)
    xml.newline()
  }

  private func property(_ xml: XMLWriter, _ name: String, _ text: String?) {
    guard let text, !text.isBlank else { return }
    xml.element("meta", ["property": name], text: text)
    xml.newline()
  }

  private func refine(_ xml: XMLWriter, _ id: String, _ name: String, _ text: String?, scheme: String? = nil) {
    guard let text, !text.isBlank else { return }
    xml.element("meta", ["refines": "#" + id, "property": name, "scheme": scheme], text: text)
    xml.newline()
  }
}

/// A date in one of the forms that `dc:date` takes here (W3C-DTF): `2026`, `2026-03`, `2026-03-31`.
struct PublicationDate {
  let text: String

  /// - Returns: nil for anything else, which stays out of the package (epubcheck OPF-053) but not off the colophon.
  init?(_ written: String) {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2].prefix(parts.count)
    guard parts.count <= 3,
      zip(parts, widths).allSatisfy({ part, width in
        part.utf8.count == width && part.utf8.allSatisfy { (48...57).contains($0) }
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    if numbers.count > 2, !(1...PublicationDate.days(in: numbers[1], of: numbers[0])).contains(numbers[2]) {
      return nil
    }
    text = written
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
