import BookModel
import MarkupXML

extension Edition {
  static let titlePageName = "title.xhtml"

  /// Title, subtitle, who made the book, its version and its publisher.
  func titlePage() -> ContentDocument {
    let xml = XMLWriter()
    page(xml, title: title, bodyType: "frontmatter", bodyClass: "title-page") {
      xml.element("section", ["epub:type": "titlepage", "class": "title-page"]) {
        xml.newline()
        xml.element("h1") { isolated(xml, title) }
        xml.newline()
        line(xml, metadata.subtitle, ["class": "subtitle", "epub:type": "subtitle", "role": "doc-subtitle"])
        for credit in credits {
          line(xml, credit.text, ["class": credit.isAuthors ? "authors" : "contributors"])
        }
        line(xml, metadata.version.map { "\(words.version) \($0)" }, ["class": "edition"])
        line(xml, metadata.publisher, ["class": "publisher"])
      }
      xml.newline()
    }
    return ContentDocument(fileName: Edition.titlePageName, bytes: xml.output)
  }

  private func line(_ xml: XMLWriter, _ text: String?, _ attributes: XMLAttributes) {
    guard let text, !text.isBlank else { return }
    let opposite = direction.isOpposite(of: text) ? direction.opposite.rawValue : nil
    xml.element("p", attributes + ["dir": opposite], text: text)
    xml.newline()
  }

  /// Who made the book: authors by their names alone, others by what they did, in the order of first mention.
  private var credits: [(text: String, isAuthors: Bool)] {
    var roles: [String] = []
    for author in metadata.authors where !roles.contains(author.role) { roles.append(author.role) }
    return roles.map { role in
      let names = metadata.authors.filter { $0.role == role }.map(\.name).joined(separator: ", ")
      return role == "aut" ? (names, true) : (words.fill(words.deed(of: role), name: names), false)
    }
  }
}

extension InterfaceWords {
  /// What a contributor did, by the MARC relator code.
  fileprivate func deed(of role: String) -> String {
    switch role {
    case "edt": editors
    case "ill": illustrators
    case "trl": translators
    default: contributors
    }
  }
}
