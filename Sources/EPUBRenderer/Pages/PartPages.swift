import MarkupXML
import MustacheBinding
import SourceText

extension Edition {
  /// The opening page of a part that no page of the handbook opens: its name, and what is in it.
  func partPage(_ part: ReadingOrder.PartPage, findings: inout Findings) -> ContentDocument {
    let contents = XMLWriter()
    list(contents, part.contents, depth: 2)
    var values: [String: MustacheValue] = [
      "title": .text(isolated(part.label)), "contents": .text(String(decoding: contents.output, as: UTF8.self)),
    ]
    values["number"] = part.number.map(MustacheValue.text)
    let content = options.templates.page(.partPage, values, findings: &findings)
    let xml = XMLWriter()
    page(xml, title: part.label, bodyType: "bodymatter", bodyClass: "part-page") { filled(content, in: xml) }
    return ContentDocument(fileName: part.fileName, bytes: xml.output)
  }

  /// What a template has made of its names. Found well-formed, and its text was escaped, when it was filled in.
  func filled(_ content: String, in xml: XMLWriter) {
    xml.markup(TrustedMarkup(trusting: content))
    if content.utf8.last != UInt8(ascii: "\n") { xml.newline() }
  }
}
