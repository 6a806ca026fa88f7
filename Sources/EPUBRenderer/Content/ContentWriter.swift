import BookModel
import MarkupXML
import SourceText

/// Writes the blocks and inlines of one content document; one file of extensions a block family.
final class ContentWriter {
  let xml: XMLWriter
  let edition: Edition
  let chapter: Chapter
  /// Which of the chapter's documents this is.
  let document: Int
  var findings = Findings()
  var levels = HeadingLevels()
  /// What the manifest must say of the document.
  var hasSVG = false
  var hasMathML = false
  /// How many links are open: an `a` may not stand in another (HTML §4.5.1).
  var openLinks = 0
  /// How many formulas of raw MathML are open whose words alone are shown.
  var legacyMath = 0
  /// Whether only running text may be written.
  var isPhrasing = false
  var codeBlocks = 0
  var wideTables = 0
  private var labels = 0
  private var usedIDs = Set<String>()

  init(_ edition: Edition, chapter: Chapter, document: Int, capacity: Int) {
    self.edition = edition
    self.chapter = chapter
    self.document = document
    xml = XMLWriter(capacity: capacity)
  }

  var words: InterfaceWords { edition.words }
  var addresses: Addresses.Entry { edition.addresses[chapter.id] }

  func blocks(_ blocks: some Sequence<Block>) {
    for block in blocks { self.block(block) }
  }

  /// One block, with a line feed behind it.
  func block(_ block: Block) {
    switch block.kind {
    case .paragraph(let content): paragraph(content)
    case .plain(let content): inlines(content)
    case .heading(let heading): self.heading(heading)
    case .thematicBreak: xml.empty("hr")
    case .quote(let blocks): quote(blocks)
    case .list(let list): self.list(list)
    case .code(let code): self.code(code)
    case .diagram(let diagram): self.diagram(diagram, at: block.range)
    case .table(let table): self.table(table)
    case .math(let tex): displayMath(tex, at: block.range)
    case .admonition(let admonition): self.admonition(admonition)
    case .details(let details): self.details(details)
    case .tabs(let tabs): self.tabs(tabs)
    case .figure(let figure): self.figure(figure)
    case .cards(let cards): self.cards(cards)
    case .element(let element): self.element(element)
    case .written(let written): self.written(written)
    }
    xml.newline()
  }

  /// `text` → `<p>text</p>`; nothing for a paragraph in which nothing stands, and a `div` for one that holds what may
  /// not stand in a `p`.
  private func paragraph(_ content: [Inline]) {
    guard !content.isEmpty else { return }
    guard !content.holdsFlow else { return xml.element("div", ["class": "paragraph"]) { inlines(content) } }
    xml.element("p", ["dir": direction(of: content)]) { phrasing(content) }
  }

  /// `> text` → `<blockquote>…</blockquote>`
  private func quote(_ blocks: [Block]) {
    xml.element("blockquote") {
      xml.newline()
      self.blocks(blocks)
    }
  }

  /// The `id` for an anchor of the chapter: nil when it stands in the document already, or another document of
  /// the chapter has it.
  func claim(_ anchor: String?) -> String? {
    guard let anchor, let fragment = addresses.fragments[anchor] else { return nil }
    return fragment.document == document ? claim(id: fragment.id) : nil
  }

  /// The `id` itself, unless the document has it already.
  func claim(id: String) -> String? {
    usedIDs.insert(id).inserted ? id : nil
  }

  /// A new `id` for a label that something of the document is named by.
  func labelID() -> String {
    labels += 1
    return AnchorID.label(labels)
  }
}
