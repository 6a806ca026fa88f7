import BookModel

/// What has to be known of a chapter before any chapter is rendered: its anchors, how much it will weigh, the
/// pictures it shows and what accessibility metadata is computed from.
struct ChapterSurvey: Sendable {
  /// Where something stands: under a block of the chapter, or in one of its footnotes.
  enum Place: Equatable, Sendable {
    case block(Int)
    case footnote(Int)
  }

  struct Anchor: Sendable {
    let name: String
    let place: Place
  }

  struct Reference: Sendable {
    let number: Int
    let occurrence: Int
    let place: Place
  }

  /// In reading order, the first of a name first.
  private(set) var anchors: [Anchor] = []
  private(set) var references: [Reference] = []
  /// About how many bytes of XHTML each block of the chapter makes.
  private(set) var weights: [Int] = []
  /// The pictures that are shown, in reading order, repeats included.
  private(set) var pictures: [AssetID] = []
  /// The diagrams and formulas that are shown as pictures, repeats included.
  private(set) var diagrams: [Diagram] = []
  private(set) var formulas: [InlineMath] = []
  private(set) var holdings = Holdings()

  private var place = Place.block(0)
  private var weight = 0
  private let illustrations: Illustrations
  private let form: EPUBForm

  init(_ chapter: Chapter, illustrations: Illustrations = Illustrations(), form: EPUBForm = .modern) {
    self.illustrations = illustrations
    self.form = form
    for (index, block) in chapter.blocks.enumerated() {
      place = .block(index)
      weight = 0
      visit(block)
      weights.append(weight)
    }
    for (index, footnote) in chapter.footnotes.enumerated() {
      place = .footnote(index)
      footnote.blocks.forEach { visit($0) }
    }
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks { visit(block) }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines { visit(inline) }
  }

  private mutating func visit(_ block: Block) {
    weight += 20
    switch block.kind {
    case .paragraph(let content), .plain(let content): visit(content)
    case .heading(let heading):
      holdings.headings += 1
      add(anchor: heading.anchor)
      visit(heading.content)
    case .thematicBreak: break
    case .quote(let blocks): visit(blocks)
    case .list(let list): for item in list.items { visit(item.blocks) }
    case .code(let code):
      let tokens = Listing(code).flatMap { illustrations.listings[$0]?.count } ?? 0
      weigh(code.text, overhead: 120 + 30 * tokens)
    case .diagram(let diagram):
      visit(diagram)
    case .table(let table): visit(table)
    case .math(let tex): visit(InlineMath(tex: tex, isDisplay: true))
    case .admonition(let admonition):
      add(anchor: admonition.id)
      weight += 180
      visit(admonition.title ?? [])
      visit(admonition.blocks)
    case .details(let details):
      weight += 120
      visit(details.summary)
      visit(details.blocks)
    case .tabs(let tabs):
      for panel in tabs.panels {
        weigh(panel.label, overhead: 120)
        visit(panel.blocks)
      }
    case .figure(let figure):
      visit(figure.image)
      visit(figure.caption)
    case .cards(let cards): for card in cards { weigh(card.label, overhead: 120 + card.description.utf8.count) }
    case .element(let element):
      visit(attributesOf: element)
      visit(element.content)
    case .written(let written): visit(written)
    }
  }

  private mutating func visit(_ diagram: Diagram) {
    guard let drawing = illustrations.drawings[diagram], form == .modern || drawing.png != nil else {
      holdings.diagramsAsSource += 1
      return weigh(diagram.source, overhead: 200)
    }
    holdings.drawings += 1
    if drawing.hasMoreToSay { holdings.longDescriptions += 1 }
    guard form == .modern else {
      diagrams.append(diagram)
      return weigh(drawing.alternative, overhead: 300)
    }
    weight += drawing.svg.count + 200
  }

  private mutating func visit(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): weigh(text)
    case .softBreak: weight += 1
    case .lineBreak: weight += 6
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      weight += 17
      visit(content)
    case .code(let text): weigh(text, overhead: 13)
    case .math(let math): visit(math)
    case .link(let link):
      weight += 70
      visit(link.content)
    case .image(let image): visit(image)
    case .footnoteReference(let reference):
      weight += 120
      holdings.footnotes += 1
      references.append(Reference(number: reference.number, occurrence: reference.occurrence, place: place))
    case .element(let element):
      visit(attributesOf: element)
      visit(element.content)
    case .written(let written): visit(written)
    }
  }

  private mutating func visit(_ math: InlineMath) {
    if form == .legacy, illustrations.formulas[math]?.picture != nil {
      holdings.formulasAsPictures += 1
      formulas.append(math)
      weigh(math.tex, overhead: 130)
    } else if form == .modern, let formula = illustrations.formulas[math] {
      holdings.formulas += 1
      weigh(formula.mathML, overhead: 20)
    } else {
      holdings.formulasAsTeX += 1
      weigh(math.tex, overhead: 60)
    }
  }

  private mutating func visit(_ written: WrittenBlock) {
    switch written {
    case .directive(let directive):
      visit(directive.label ?? [])
      visit(directive.blocks ?? [])
    case .jsx(let element): visit(element.content)
    case .expression(let text), .esm(let text), .html(let text): weigh(text, overhead: 60)
    }
  }

  private mutating func visit(_ written: WrittenInline) {
    switch written {
    case .directive(let directive): visit(directive.label ?? [])
    case .jsx(let element): visit(element.content)
    case .expression(let text), .html(let text): weigh(text, overhead: 13)
    }
  }

  private mutating func visit(_ table: Table) {
    weight += 100 + 12 * table.rows.count
    for cell in table.head {
      weight += 32
      visit(cell.content)
    }
    for row in table.rows {
      for cell in row {
        weight += 10
        visit(cell.content)
      }
    }
  }

  private mutating func visit(_ image: Image) {
    weigh(image.alternative, overhead: 60)
    guard case .asset(let id) = image.source else { return }
    pictures.append(id)
    holdings.images += 1
    if image.alternative.isEmpty, !image.isDecorative { holdings.imagesWithoutAlternative += 1 }
  }

  private mutating func visit<Content>(attributesOf element: Element<Content>) {
    weight += 2 * element.name.utf8.count + 5
    for attribute in element.attributes {
      weigh(attribute.value, overhead: attribute.name.utf8.count + 4)
      if attribute.name == "id" { add(anchor: attribute.value) }
    }
  }

  private mutating func add(anchor: String?) {
    guard let anchor, !anchor.isEmpty else { return }
    weigh(anchor, overhead: 6)
    anchors.append(Anchor(name: anchor, place: place))
  }

  private mutating func weigh(_ text: String, overhead: Int = 0) {
    weight += text.utf8.count + overhead
  }
}
