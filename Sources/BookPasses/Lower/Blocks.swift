import BookModel
import SourceText

extension PageLowering {
  /// The blocks with everything in them lowered; siblings are seen together, because raw HTML may open an element
  /// in one block and close it in another.
  mutating func lower(_ written: [Block]) -> [Block] {
    let blocks = written.gatheringTabFences()
    if blocks.contains(where: \.holdsMarkup) { return flow(markup(of: blocks), runs: .paragraphs) }
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      if block.isPlain {
        result.append(block)
      } else {
        result += lower(block)
      }
    }
    return result
  }

  /// One block that is no markup itself.
  mutating func lower(_ block: Block) -> [Block] {
    switch block.kind {
    case .paragraph(let content): return paragraph(content, at: block.range)
    case .plain(let content): return [Block(.plain(lower(content)), at: block.range)]
    case .heading(let heading): return [Block(.heading(lower(heading)), at: block.range)]
    case .thematicBreak, .diagram, .math, .cards: return [block]
    case .quote(let blocks): return [Block(.quote(lower(blocks)), at: block.range)]
    case .list(let list): return [Block(.list(lower(list)), at: block.range)]
    case .code(let code): return lower(code, at: block.range)
    case .table(let table): return [Block(.table(lower(table)), at: block.range)]
    case .admonition(let admonition): return [Block(.admonition(lower(admonition, at: block.range)), at: block.range)]
    case .details(var details):
      details.summary = lower(details.summary)
      details.blocks = lower(details.blocks)
      return [Block(.details(details), at: block.range)]
    case .tabs(var tabs):
      for index in tabs.panels.indices { tabs.panels[index].blocks = lower(tabs.panels[index].blocks) }
      return [Block(.tabs(tabs), at: block.range)]
    case .figure(var figure):
      figure.caption = lower(figure.caption)
      return [Block(.figure(figure), at: block.range)]
    case .element(var element):
      element.content = lower(element.content)
      return [Block(.element(element), at: block.range)]
    case .written(.directive(let directive)): return lower(directive, at: block.range)
    case .written(.esm): return []
    case .written(.expression(let text)): return expressionBlocks(text, at: block.range)
    case .written(.html), .written(.jsx): return flow(markup(of: [block]), runs: .paragraphs)
    }
  }

  private mutating func lower(_ heading: Heading) -> Heading {
    var result = heading
    result.content = lower(heading.content)
    return result
  }

  private mutating func lower(_ list: List) -> List {
    var result = list
    for index in list.items.indices { result.items[index].blocks = lower(list.items[index].blocks) }
    return result
  }

  private mutating func lower(_ table: Table) -> Table {
    var result = table
    for column in table.head.indices { result.head[column].content = lower(table.head[column].content) }
    for row in table.rows.indices {
      for column in table.rows[row].indices {
        result.rows[row][column].content = lower(table.rows[row][column].content)
      }
    }
    return result
  }
}

extension Block {
  /// Whether nothing in it is for lowering: most of a book.
  fileprivate var isPlain: Bool {
    !holds(
      { block in
        switch block {
        case .written, .code: true
        case .admonition(let admonition):
          admonition.title == nil && AdmonitionKeywords.meaning(of: admonition.keyword).isAlias
        case .paragraph(let content): content.count < 3 && content.contains(where: \.isImage)
        default: false
        }
      },
      { inline in
        if case .written = inline { true } else { false }
      })
  }

  /// Whether this is raw HTML or JSX, or a paragraph that may hold a tag that belongs to its siblings.
  var holdsMarkup: Bool {
    switch kind {
    case .written(.html), .written(.jsx): true
    case .paragraph(let content): content.contains(where: \.isMarkup)
    default: false
    }
  }
}

extension Inline {
  fileprivate var isImage: Bool {
    if case .image = kind { true } else { false }
  }

  var isMarkup: Bool {
    switch kind {
    case .written(.html), .written(.jsx): true
    default: false
    }
  }

  var isMarkupOrExpression: Bool {
    if case .written(.expression) = kind { true } else { isMarkup }
  }
}
