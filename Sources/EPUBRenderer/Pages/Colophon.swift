import BookModel
import MarkupXML
import MustacheBinding
import SourceText

extension Edition {
  static let colophonName = "colophon.xhtml"

  /// What edition this is, who holds the rights, and how it was made.
  func colophon(findings: inout Findings) -> ContentDocument {
    var values: [String: MustacheValue] = [
      "heading": .text(words.colophon), "facts": .list(facts.map { .object($0) }), "madeWith": .text(words.madeWith),
    ]
    values["rights"] = stated(metadata.rights)
    let content = options.templates.page(.colophon, values, findings: &findings)
    let xml = XMLWriter()
    page(xml, title: words.colophon, bodyType: "frontmatter", bodyClass: "colophon") { filled(content, in: xml) }
    return ContentDocument(fileName: Edition.colophonName, bytes: xml.output)
  }

  private var facts: [[String: MustacheValue]] {
    let website = book.site.url.flatMap { WebAddress($0 + book.site.baseURL)?.text }
    let facts: [(name: String, text: String?, address: String?)] = [
      (words.title, [title, metadata.subtitle].compactMap(\.self).joined(separator: ": "), nil),
      (words.version, metadata.version, nil), (words.commit, options.commit, nil), (words.date, metadata.date, nil),
      (words.publisher, metadata.publisher, nil), (words.identifier, identifier, nil),
      (words.website, website, website),
    ]
    return facts.compactMap { fact in
      guard let text = stated(fact.text) else { return nil }
      var values: [String: MustacheValue] = ["name": .text(fact.name), "text": text]
      values["address"] = fact.address.map(MustacheValue.text)
      return values
    }
  }
}
