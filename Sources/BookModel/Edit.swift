/// A rewriting of a tree: each block and inline becomes none, one or several.
///
/// An editor decides for itself when children are visited, by calling `editingChildren(with:)`; the defaults
/// visit them and change nothing else. What holds nothing that concerns an editor is passed over and shared with
/// the tree before: most of a book is plain text, and a pass costs what it changes.
package protocol Editor {
  mutating func edit(_ block: Block) -> [Block]
  mutating func edit(_ inline: Inline) -> [Inline]
  /// Whether a block itself is of interest, its children aside.
  func concerns(_ block: Block.Kind) -> Bool
  /// Whether an inline itself is of interest, its children aside.
  func concerns(_ inline: Inline.Kind) -> Bool
  /// Whether any inline ever is: false for an editor of blocks alone.
  var looksAtInlines: Bool { get }
}

extension Editor {
  package mutating func edit(_ block: Block) -> [Block] { [block.editingChildren(with: &self)] }
  package mutating func edit(_ inline: Inline) -> [Inline] { [inline.editingChildren(with: &self)] }
  package func concerns(_ block: Block.Kind) -> Bool { true }
  package func concerns(_ inline: Inline.Kind) -> Bool { true }
  package var looksAtInlines: Bool { true }
}

extension [Block] {
  package func edited(with editor: inout some Editor) -> [Block] {
    var result: [Block]?
    for index in indices {
      guard self[index].concerns(editor) else {
        result?.append(self[index])
        continue
      }
      let edited = editor.edit(self[index])
      if result == nil {
        result = Array(self[..<index])
        result?.reserveCapacity(count)
      }
      result?.append(contentsOf: edited)
    }
    return result ?? self
  }
}

extension [Inline] {
  package func edited(with editor: inout some Editor) -> [Inline] {
    var result: [Inline]?
    for index in indices {
      guard self[index].concerns(editor) else {
        result?.append(self[index])
        continue
      }
      let edited = editor.edit(self[index])
      if result == nil {
        result = Array(self[..<index])
        result?.reserveCapacity(count)
      }
      result?.append(contentsOf: edited)
    }
    return result ?? self
  }
}

extension Chapter {
  /// The chapter with its blocks and then its footnotes edited.
  package func edited(with editor: inout some Editor) -> Chapter {
    var result = self
    result.blocks = blocks.edited(with: &editor)
    for index in footnotes.indices {
      result.footnotes[index].blocks = footnotes[index].blocks.edited(with: &editor)
    }
    return result
  }
}

extension Block {
  /// Whether the block or anything in it concerns an editor.
  fileprivate func concerns(_ editor: some Editor) -> Bool {
    editor.looksAtInlines ? holds({ editor.concerns($0) }, { editor.concerns($0) }) : holds { editor.concerns($0) }
  }
}

extension Inline {
  fileprivate func concerns(_ editor: some Editor) -> Bool {
    holds { editor.concerns($0) }
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
