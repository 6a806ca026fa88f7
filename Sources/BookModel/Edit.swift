/// A rewriting of a tree: each block and inline becomes none, one or several.
///
/// An editor decides for itself when children are visited, by calling `editingChildren(with:)`; the defaults
/// visit them and change nothing else.
package protocol Editor {
  mutating func edit(_ block: Block) -> [Block]
  mutating func edit(_ inline: Inline) -> [Inline]
}

extension Editor {
  package mutating func edit(_ block: Block) -> [Block] { [block.editingChildren(with: &self)] }
  package mutating func edit(_ inline: Inline) -> [Inline] { [inline.editingChildren(with: &self)] }
}

extension [Block] {
  package func edited(with editor: inout some Editor) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(count)
    for block in self { result.append(contentsOf: editor.edit(block)) }
    return result
  }
}

extension [Inline] {
  package func edited(with editor: inout some Editor) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(count)
    for inline in self { result.append(contentsOf: editor.edit(inline)) }
    return result
  }
}

extension Block {
  /// The block with everything inside it edited.
  package func editingChildren(with editor: inout some Editor) -> Block {
    Block(kind.editingChildren(with: &editor), at: range)
  }
}

extension Block.Kind {
  fileprivate func editingChildren(with editor: inout some Editor) -> Block.Kind {
    switch self {
    case .paragraph(let content): return .paragraph(content.edited(with: &editor))
    case .plain(let content): return .plain(content.edited(with: &editor))
    case .heading(var heading):
      heading.content = heading.content.edited(with: &editor)
      return .heading(heading)
    case .quote(let blocks): return .quote(blocks.edited(with: &editor))
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = list.items[index].blocks.edited(with: &editor) }
      return .list(list)
    case .table(var table):
      for index in table.head.indices { table.head[index].content = table.head[index].content.edited(with: &editor) }
      for row in table.rows.indices {
        for cell in table.rows[row].indices {
          table.rows[row][cell].content = table.rows[row][cell].content.edited(with: &editor)
        }
      }
      return .table(table)
    case .admonition(var admonition):
      admonition.title = admonition.title?.edited(with: &editor)
      admonition.blocks = admonition.blocks.edited(with: &editor)
      return .admonition(admonition)
    case .details(var details):
      details.summary = details.summary.edited(with: &editor)
      details.blocks = details.blocks.edited(with: &editor)
      return .details(details)
    case .tabs(var tabs):
      for index in tabs.panels.indices { tabs.panels[index].blocks = tabs.panels[index].blocks.edited(with: &editor) }
      return .tabs(tabs)
    case .figure(var figure):
      figure.caption = figure.caption.edited(with: &editor)
      return .figure(figure)
    case .element(var element):
      element.content = element.content.edited(with: &editor)
      return .element(element)
    case .written(let written): return .written(written.editingChildren(with: &editor))
    case .thematicBreak, .code, .diagram, .math, .cards: return self
    }
  }
}

extension WrittenBlock {
  fileprivate func editingChildren(with editor: inout some Editor) -> WrittenBlock {
    switch self {
    case .directive(var directive):
      directive.label = directive.label?.edited(with: &editor)
      directive.blocks = directive.blocks?.edited(with: &editor)
      return .directive(directive)
    case .jsx(var element):
      element.content = element.content.edited(with: &editor)
      return .jsx(element)
    case .expression, .esm, .html: return self
    }
  }
}

extension Inline {
  /// The inline with everything inside it edited.
  package func editingChildren(with editor: inout some Editor) -> Inline {
    Inline(kind.editingChildren(with: &editor), at: range)
  }
}

extension Inline.Kind {
  fileprivate func editingChildren(with editor: inout some Editor) -> Inline.Kind {
    switch self {
    case .emphasis(let content): return .emphasis(content.edited(with: &editor))
    case .strong(let content): return .strong(content.edited(with: &editor))
    case .strikethrough(let content): return .strikethrough(content.edited(with: &editor))
    case .link(var link):
      link.content = link.content.edited(with: &editor)
      return .link(link)
    case .element(var element):
      element.content = element.content.edited(with: &editor)
      return .element(element)
    case .written(.jsx(var element)):
      element.content = element.content.edited(with: &editor)
      return .written(.jsx(element))
    case .written(.directive(var directive)):
      directive.label = directive.label?.edited(with: &editor)
      return .written(.directive(directive))
    case .text, .softBreak, .lineBreak, .code, .math, .image, .footnoteReference, .written(.expression),
      .written(.html):
      return self
    }
  }
}
