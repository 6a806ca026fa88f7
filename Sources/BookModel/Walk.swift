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

extension Block {
  /// Calls the closures with the lists of blocks and inlines right inside, in order and without copying any, until
  /// one of them returns true.
  /// - Returns: whether one did.
  fileprivate func contains(blocks: ([Block]) -> Bool, inlines: ([Inline]) -> Bool) -> Bool {
    switch kind {
    case .paragraph(let content), .plain(let content): inlines(content)
    case .heading(let heading): inlines(heading.content)
    case .quote(let content): blocks(content)
    case .list(let list): list.items.contains { blocks($0.blocks) }
    case .table(let table):
      table.head.contains { inlines($0.content) } || table.rows.contains { $0.contains { inlines($0.content) } }
    case .admonition(let admonition): inlines(admonition.title ?? []) || blocks(admonition.blocks)
    case .details(let details): inlines(details.summary) || blocks(details.blocks)
    case .tabs(let tabs): tabs.panels.contains { blocks($0.blocks) }
    case .figure(let figure): inlines(figure.caption)
    case .element(let element): blocks(element.content)
    case .written(.directive(let directive)): inlines(directive.label ?? []) || blocks(directive.blocks ?? [])
    case .written(.jsx(let element)): blocks(element.content)
    case .thematicBreak, .code, .diagram, .math, .cards, .written(.expression), .written(.esm), .written(.html): false
    }
  }

  /// Whether the block itself, or any block or inline in it, passes a test.
  package func holds(_ isBlock: (Block.Kind) -> Bool, _ isInline: (Inline.Kind) -> Bool) -> Bool {
    if isBlock(kind) { return true }
    return contains(
      blocks: { $0.contains { $0.holds(isBlock, isInline) } }, inlines: { $0.contains { $0.holds(isInline) } })
  }
}

extension Block {
  /// Whether the block itself, or any block in it, passes a test.
  package func holds(_ isBlock: (Block.Kind) -> Bool) -> Bool {
    if isBlock(kind) { return true }
    return contains(blocks: { $0.contains { $0.holds(isBlock) } }, inlines: { _ in false })
  }
}

extension Inline {
  /// Whether the inline itself, or any in it, passes a test.
  package func holds(_ isInline: (Inline.Kind) -> Bool) -> Bool {
    if isInline(kind) { return true }
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .math, .image, .footnoteReference, .written(.expression),
      .written(.html):
      return false
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      return content.contains { $0.holds(isInline) }
    case .link, .element, .written: return children.contains { $0.holds(isInline) }
    }
  }
}

extension [Block] {
  /// Visits every block in reading order, parents before their children.
  package func walk(_ visit: (Block) -> Void) {
    for block in self {
      visit(block)
      _ = block.contains(
        blocks: { blocks in
          blocks.walk(visit)
          return false
        }, inlines: { _ in false })
    }
  }

  /// Visits every inline in reading order, parents before their children.
  package func walkInlines(_ visit: (Inline) -> Void) {
    for block in self {
      _ = block.contains(
        blocks: { blocks in
          blocks.walkInlines(visit)
          return false
        },
        inlines: { inlines in
          inlines.walk(visit)
          return false
        })
    }
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
