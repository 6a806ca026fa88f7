import BookModel
import SourceText

/// Writes the blocks and inlines of one chapter; one file of extensions a block family.
final class ContentWriter {
  let tex: LaTeXWriter
  let edition: Edition
  let chapter: Chapter
  var findings = Findings()
  var needs = FontNeeds()
  /// Files that the chapter needs beside its own: its drawings.
  var drawings: [LaTeXFile] = []

  var levels = HeadingLevels()
  /// What is left of a line between the margins of lists and boxes, in points.
  var measure: Double
  /// What running text is set in here.
  var role = FontRole.body
  /// Whether what is written can break over pages; not in a footnote or a cell.
  var isBoxed = false
  /// How many lists are open.
  var listDepth = 0
  /// Whether a block stands at the left margin of the page, in no list or box.
  var isTopLevel = true
  /// Whether the page is on its side already, for the heading of a table.
  var isPageTurned = false
  /// How many links are open: one may not stand in another.
  var openLinks = 0
  /// Footnotes with their text that cannot stand here and follow the block: in the head of a table, a heading.
  var heldNotes: [(number: Int, write: () -> Void)]?
  /// The numbers of footnotes as printed, by the number of the model.
  var noteNumbers: [Int: Int] = [:]
  var noteCount = 0
  /// Notes that stood in notes, to be written behind the outer one.
  var notesInNotes: [(number: Int, write: () -> Void)] = []
  /// How many notes are open: one that refers to another is not written in it.
  var openNotes = 0
  /// Addresses that stand in a footnote of the chapter already, with its number.
  var addressNotes: [String: Int] = [:]
  /// The letter that was written last in this paragraph, for scripts where a line may break between letters.
  var lastLetter: Unicode.Scalar?
  /// What has been written of the paragraph that is open, where its letters may run both ways.
  var paragraph: DirectedText?
  /// How many lines of paragraphs were ended.
  var directedLines = 0
  /// Which way the text runs: as the chapter, or in its opener as the book.
  var direction: Direction
  /// Whether something in the chapter runs from right to left.
  let hasDirections: Bool
  private var usedAnchors = Set<AnchorName>()

  init(_ edition: Edition, chapter: Chapter) {
    self.edition = edition
    self.chapter = chapter
    tex = LaTeXWriter(capacity: 16_384)
    measure = edition.layout.textWidth
    direction = chapter.language.map(Direction.init(language:)) ?? edition.direction
    hasDirections = direction == .rightToLeft || chapter.hasRightToLeftLetters
  }

  var words: InterfaceWords { edition.words }
  var shelf: FontShelf { edition.shelf }

  func blocks(_ blocks: some Collection<Block>) {
    var rest = Array(blocks)[...]
    while let block = rest.popFirst() { self.block(block, following: rest) }
  }

  /// One block, with a blank line behind it. A heading wants to know what follows it.
  func block(_ block: Block, following: ArraySlice<Block> = []) {
    tex.place = block.range
    switch block.kind {
    case .paragraph(let content), .plain(let content): paragraph(content)
    case .heading(let heading): self.heading(heading, following: following)
    case .thematicBreak: tex.closing("hprule")
    case .quote(let blocks): quote(blocks)
    case .list(let list): self.list(list)
    case .code(let code): self.code(code)
    case .diagram(let diagram): self.diagram(diagram, at: block.range)
    case .table(let table): self.table(table, at: block.range)
    case .math(let text): displayMath(text, at: block.range)
    case .admonition(let admonition): self.admonition(admonition)
    case .details(let details): self.details(details)
    case .tabs(let tabs): self.tabs(tabs)
    case .figure(let figure): self.figure(figure, at: block.range)
    case .cards(let cards): self.cards(cards)
    case .element(let element): self.element(element, at: block.range)
    case .written(let written): self.written(written)
    }
    tex.blankLine()
  }

  /// `text` → `\para text\endpara`; a picture alone in its paragraph is a figure.
  func paragraph(_ content: [Inline]) {
    guard !content.isEmpty else { return }
    if let figure = content.onlyPicture, !isBoxed { return self.figure(figure.figure, at: figure.range) }
    tex.newline()
    guard hasDirections, direction.isOpposite(of: content) else { return runningText(content, direction) }
    tex.environment("hpopposite") { runningText(content, direction.opposite) }
  }

  private func runningText(_ content: [Inline], _ direction: Direction) {
    tex.opening("para")
    lastLetter = nil
    directed(direction) { inlines(content.trimmed) }
    tex.closing("endpara")
  }

  /// `> text` → a block in italics behind a bar.
  private func quote(_ blocks: [Block]) {
    tex.environment("hpquote") { inset(18) { self.blocks(blocks) } }
  }

  /// Runs the closure with a narrower measure, inside something.
  func inset(_ points: Double, _ content: () -> Void) {
    let (measure, wasTopLevel) = (self.measure, isTopLevel)
    self.measure = max(60, measure - points)
    isTopLevel = false
    content()
    self.measure = measure
    isTopLevel = wasTopLevel
  }

  /// Runs the closure with another font for running text.
  func set(in role: FontRole, _ content: () -> Void) {
    let previous = self.role
    self.role = role
    // Code stands in a line, other roles are lines of their own.
    if role != .mono { lastLetter = nil }
    content()
    self.role = previous
  }

  /// The place that links lead to; the first of a name counts.
  func anchor(_ anchor: String?) {
    guard let anchor, !anchor.isEmpty else { return }
    self.anchor(edition.anchor(of: chapter.id, anchor))
  }

  /// The place of a term of the glossary, where its words begin.
  func termAnchor(at range: SourceRange) {
    if let name = edition.glossary.anchors[range] { anchor(name) }
  }

  private func anchor(_ name: AnchorName) {
    guard usedAnchors.insert(name).inserted else { return }
    tex.command("hpanchor", .anchor(name))
    let showsPage = edition.isPrint && edition.wanted.contains(name) || edition.glossary.indexed.contains(name)
    if showsPage { tex.command("hplabel", .anchor(name)) }
  }
}

extension [Inline] {
  /// Without the breaks and the white space at its ends.
  var trimmed: ArraySlice<Inline> {
    var slice = self[...]
    while let first = slice.first, first.isSpace { slice.removeFirst() }
    while let last = slice.last, last.isSpace { slice.removeLast() }
    return slice
  }

  /// The picture, when nothing else stands in the paragraph.
  var onlyPicture: (figure: Figure, range: SourceRange)? {
    let content = trimmed
    guard content.count == 1, let only = content.first, case .image(let image) = only.kind else { return nil }
    return (Figure(image: image), only.range)
  }
}

extension Inline {
  fileprivate var isSpace: Bool {
    switch kind {
    case .softBreak, .lineBreak: true
    case .text(let text): text.isBlank
    case .emphasis, .strong, .strikethrough, .code, .math, .link, .image, .footnoteReference, .element, .written:
      false
    }
  }
}
