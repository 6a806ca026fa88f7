import BookModel
import MarkupXML
import SourceText

extension ContentWriter {
  /// ```` ```mermaid ```` → `<figure class="diagram"><svg role="img">…</svg></figure>`: the drawing stands in the page,
  /// so that its letters can be searched and copied. What one sentence cannot say stands below it, folded up.
  ///
  /// Where drawings are pictures → `<img src="images/d001.png" alt="…" style="width: …em"/>` in its place.
  ///
  /// Without a drawing → `<figure class="diagram"><figcaption>Diagram (mermaid)</figcaption><pre>…`, reported: the source
  /// is the nearest honest form of a picture that cannot be drawn.
  func diagram(_ diagram: Diagram, at range: SourceRange) {
    guard let drawing = edition.illustrations.drawings[diagram],
      edition.options.form == .modern || drawing.png != nil
    else { return source(of: diagram, at: range) }
    xml.element("figure", ["class": "diagram"]) {
      if let path = edition.drawnPictures[diagram] {
        let style = "width: \((drawing.width / ContentWriter.pixelsOfAnEm).inEms)em"
        xml.empty("img", ["src": path, "alt": drawing.alternative, "title": drawing.title, "style": style])
      } else {
        hasSVG = true
        // Made by us of paths and escaped text.
        xml.markup(TrustedMarkup(trusting: String(decoding: drawing.svg, as: UTF8.self)))
      }
      if drawing.hasMoreToSay { description(of: drawing) }
    }
  }

  /// CSS pixels in the height of a reader's letters before anybody changes it.
  static let pixelsOfAnEm = 16.0

  private func description(of drawing: Drawing) {
    xml.newline()
    xml.element("details", ["class": "description"]) {
      xml.element("summary", text: words.diagramDescription)
      xml.newline()
      xml.element("ul") {
        for statement in drawing.longDescription {
          xml.element("li", text: statement)
          xml.newline()
        }
      }
    }
  }

  private func source(of diagram: Diagram, at range: SourceRange) {
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

extension Drawing {
  /// Whether the sentence of the alternative leaves something out that the long description says.
  var hasMoreToSay: Bool {
    longDescription.joined(separator: "; ").utf8.count > alternative.utf8.count
  }
}
