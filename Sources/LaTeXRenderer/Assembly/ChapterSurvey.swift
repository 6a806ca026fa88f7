import BookModel

/// What has to be known of a chapter before any is rendered: the pictures it shows and where its links lead.
struct ChapterSurvey: Sendable {
  /// In reading order, repeats included.
  private(set) var pictures: [AssetID] = []
  private(set) var targets: [AnchorName] = []

  init(_ chapter: Chapter) {
    visit(chapter.blocks)
    for note in chapter.footnotes { visit(note.blocks) }
  }

  private mutating func visit(_ blocks: [Block]) {
    blocks.walk { block in
      switch block.kind {
      case .figure(let figure): add(figure.image)
      case .cards(let cards): for card in cards { add(card.target) }
      case .paragraph, .plain, .heading, .thematicBreak, .quote, .list, .code, .diagram, .table, .math, .admonition,
        .details, .tabs, .element, .written:
        break
      }
    }
    blocks.walkInlines { inline in
      switch inline.kind {
      case .link(let link): add(link.target)
      case .image(let image): add(image)
      case .text, .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .code, .math, .footnoteReference,
        .element, .written:
        break
      }
    }
  }

  private mutating func add(_ image: Image) {
    if case .asset(let id) = image.source { pictures.append(id) }
  }

  private mutating func add(_ target: Link.Target) {
    if case .chapter(let chapter, let anchor) = target {
      targets.append(AnchorName(chapter: chapter.index + 1, anchor: anchor))
    }
  }
}
