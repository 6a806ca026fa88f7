import BookModel
import MarkupXML
import MustacheBinding
import SourceText

extension Edition {
  static let titlePageName = "title.xhtml"

  /// Title, subtitle, who made the book, its version and its publisher.
  func titlePage(findings: inout Findings) -> ContentDocument {
    var values: [String: MustacheValue] = [
      "title": .text(isolated(title)), "credits": .list(credits.map { .object($0) }),
    ]
    values["subtitle"] = stated(metadata.subtitle)
    values["version"] = stated(metadata.version.flatMap { $0.isBlank ? nil : "\(words.version) \($0)" })
    values["publisher"] = stated(metadata.publisher)
    let content = options.templates.page(.titlePage, values, findings: &findings)
    let xml = XMLWriter()
    page(xml, title: title, bodyType: "frontmatter", bodyClass: "title-page") { filled(content, in: xml) }
    return ContentDocument(fileName: Edition.titlePageName, bytes: xml.output)
  }

  /// A text for a template; nil where there is nothing to read.
  func stated(_ text: String?) -> MustacheValue? {
    text.flatMap { $0.isBlank ? nil : .text(isolated($0)) }
  }

  /// Who made the book: authors by their names alone, others by what they did, in the order of first mention.
  private var credits: [[String: MustacheValue]] {
    var roles: [String] = []
    for author in metadata.authors where !roles.contains(author.role) { roles.append(author.role) }
    return roles.map { role in
      let names = metadata.authors.filter { $0.role == role }.map(\.name).joined(separator: ", ")
      return role == "aut"
        ? ["kind": .text("authors"), "names": .text(names)]
        : ["kind": .text("contributors"), "names": .text(words.fill(words.deed(of: role), name: isolated(names)))]
    }
  }
}
