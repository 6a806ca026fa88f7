import BookModel
import SourceText

extension ContentWriter {
  /// ```` ```mermaid ```` → the drawing as a figure; without one, its source as a listing, reported.
  func diagram(_ diagram: Diagram, at range: SourceRange) {
    guard let drawing = edition.illustrations.drawings[diagram], let pdf = drawing.pdf else {
      findings.note(
        .diagramAsListing, "the \(diagram.language) diagram is shown as its source", at: range,
        help: "describe in the text what the diagram shows")
      return listing(
        CodeBlock(language: diagram.language, text: diagram.source),
        title: words.fill(words.diagram, name: diagram.language))
    }
    let number = drawings.count + 1
    let path = "images/\(FileNames.numbered("d", chapter.id.index + 1, slug: chapter.docID))-\(number).pdf"
    drawings.append(LaTeXFile(path: path, bytes: pdf))
    write(Picture(drawing, path: path), caption: drawing.title.map { [Inline(.text($0), at: range)] } ?? [])
  }
}

extension ContentWriter.Picture {
  init(_ drawing: Drawing, path: String) {
    // The letters of a drawing are as large as those of a site; at this scale they are as large as a book's.
    let point = 0.62
    self.init(
      path: path, width: drawing.width * point, height: drawing.height * point, alternative: drawing.alternative)
  }
}
