import BookModel
import SourceText

/// Puts diagrams in the place of images whose files hold a diagram's source: `![The flow](flow.mmd)`.
///
/// The image's text describes the diagram, and its title is its caption, as with any image. A file that is not there
/// stays an image, which the resolving pass reports.
package func embedDiagrams(
  in book: Book, world: any World, files: SourceFiles, workers: Int, findings: inout Findings
) -> Book {
  var book = book
  book.chapters = parallelMap(book.chapters, workers: workers, findings: &findings) { [site = book.site] chapter, _ in
    var embedding = DiagramEmbedding(finder: AssetFinder(site: site, world: world), files: files, page: chapter.path)
    return chapter.edited(with: &embedding)
  }
  return book
}

private struct DiagramEmbedding: Editor {
  let finder: AssetFinder
  let files: SourceFiles
  let page: String

  /// The languages of diagrams by the extensions of their files.
  private static let languages = ["mmd": "mermaid", "mermaid": "mermaid", "dot": "dot", "gv": "dot"]

  func concerns(_ block: Block.Kind) -> Bool {
    if case .figure = block { true } else { false }
  }

  func concerns(_ inline: Inline.Kind) -> Bool { false }

  mutating func edit(_ inline: Inline) -> [Inline] { [inline] }

  mutating func edit(_ block: Block) -> [Block] {
    guard case .figure(let figure) = block.kind else { return [block.editingChildren(with: &self)] }
    guard case .written(let address) = figure.image.source,
      let language = DiagramEmbedding.languages[Paths.fileExtension(of: address)],
      let source = source(at: address, range: block.range)
    else { return [block] }
    let description = figure.image.alternative
    let diagram = Diagram(language: language, source: source, description: description.isEmpty ? nil : description)
    let caption = figure.caption.isEmpty ? [] : [Block(.paragraph(figure.caption), at: block.range)]
    return [Block(.diagram(diagram), at: block.range)] + caption
  }

  private func source(at address: String, range: SourceRange) -> String? {
    let folder = Paths.folder(of: files[range.file]?.path ?? page)
    for candidate in finder.candidates(Addresses.decoded(address), folder: folder) {
      if let bytes = try? finder.world.read(candidate) { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }
}
