extension Block {
  /// The blocks right inside this one, in order.
  package var childBlocks: [Block] {
    switch kind {
    case .quote(let blocks): blocks
    case .list(let list): list.items.flatMap(\.blocks)
    case .admonition(let admonition): admonition.blocks
    case .details(let details): details.blocks
    case .tabs(let tabs): tabs.panels.flatMap(\.blocks)
    case .element(let element): element.content
    case .written(.directive(let directive)): directive.blocks ?? []
    case .written(.jsx(let element)): element.content
    case .paragraph, .plain, .heading, .thematicBreak, .code, .diagram, .table, .math, .figure, .cards,
      .written(.expression), .written(.esm), .written(.html):
      []
    }
  }

  /// The inlines right inside this block, those of child blocks not included.
  package var childInlines: [Inline] {
    switch kind {
    case .paragraph(let content), .plain(let content): content
    case .heading(let heading): heading.content
    case .table(let table): (table.head + table.rows.joined()).flatMap(\.content)
    case .admonition(let admonition): admonition.title ?? []
    case .details(let details): details.summary
    case .figure(let figure): figure.caption
    case .written(.directive(let directive)): directive.label ?? []
    case .thematicBreak, .quote, .list, .code, .diagram, .math, .tabs, .cards, .element,
      .written(.jsx), .written(.expression), .written(.esm), .written(.html):
      []
    }
  }
}

extension Inline {
  /// The inlines right inside this one.
  package var children: [Inline] {
    switch kind {
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content
    case .link(let link): link.content
    case .element(let element): element.content
    case .written(.jsx(let element)): element.content
    case .written(.directive(let directive)): directive.label ?? []
    case .text, .softBreak, .lineBreak, .code, .math, .image, .footnoteReference,
      .written(.expression), .written(.html):
      []
    }
  }
}

extension [Block] {
  /// Visits every block in reading order, parents before their children.
  package func walk(_ visit: (Block) -> Void) {
    for block in self {
      visit(block)
      block.childBlocks.walk(visit)
    }
  }

  /// Visits every inline in reading order, parents before their children.
  package func walkInlines(_ visit: (Inline) -> Void) {
    walk { block in block.childInlines.walk(visit) }
  }
}

extension [Inline] {
  /// Visits every inline in reading order, parents before their children.
  package func walk(_ visit: (Inline) -> Void) {
    for inline in self {
      visit(inline)
      inline.children.walk(visit)
    }
  }

  /// The text alone, as in a title or an `alt`: marks dropped, images as their alternative, breaks as spaces.
  package var plainText: String {
    reduce(into: "") { text, inline in
      switch inline.kind {
      case .text(let string), .code(let string): text += string
      case .softBreak, .lineBreak: text += " "
      case .math(let math): text += math.tex
      case .image(let image): text += image.alternative
      case .emphasis, .strong, .strikethrough, .link, .element, .written(.jsx), .written(.directive):
        text += inline.children.plainText
      case .footnoteReference, .written(.expression), .written(.html): break
      }
    }
  }
}
