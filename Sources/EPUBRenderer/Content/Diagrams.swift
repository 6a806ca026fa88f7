import BookModel
import MarkupXML
import SourceText

extension ContentWriter {
  /// ```` ```mermaid ```` → `<figure class="diagram"><figcaption>Diagram (mermaid)</figcaption><pre>…`, reported: the
  /// source is the nearest honest form of a picture that cannot be drawn.
  func diagram(_ diagram: Diagram, at range: SourceRange) {
    findings.note(
      .diagramAsListing, "the \(diagram.language) diagram is shown as its source", at: range,
      help: "describe in the text what the diagram shows")
    let caption = words.fill(words.diagram, name: diagram.language)
    xml.element("figure", ["class": "diagram"]) {
      xml.element("figcaption", text: caption)
      xml.newline()
      listing(name: diagram.language, className: "language-\(diagram.language.lowercased())") {
        xml.text(diagram.source.withoutFinalLineFeed)
      }
    }
  }
}
