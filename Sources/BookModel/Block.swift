import SourceText

/// A block of a page: what it is and where it was written.
///
/// Trees are values. The reader caps nesting at `Nesting.limit`, so recursion over a tree is always safe.
package struct Block: Equatable, Sendable {
  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// Every kind of block. A switch over it has no `default:`, so that a new kind breaks every renderer at
  /// compile time.
  package enum Kind: Equatable, Sendable {
    case paragraph([Inline])
    /// Running text that stands in its parent without a paragraph of its own, as in `<td>text</td>`.
    case plain([Inline])
    indirect case heading(Heading)
    case thematicBreak
    case quote([Block])
    indirect case list(List)
    indirect case code(CodeBlock)
    indirect case diagram(Diagram)
    indirect case table(Table)
    /// Display mathematics, as TeX.
    case math(String)
    indirect case admonition(Admonition)
    case details(Details)
    indirect case tabs(Tabs)
    indirect case figure(Figure)
    /// A list of links to pages with their descriptions: `DocCardList`, a generated index.
    case cards([Card])
    /// An element of HTML that the book keeps, checked by the lowering pass.
    indirect case element(Element<Block>)
    /// A construct as its author wrote it, before the lowering pass; renderers show what is left of it in the
    /// nearest honest form.
    indirect case written(WrittenBlock)
  }
}

/// How deep blocks and inlines may nest; beyond it the reader flattens and reports.
///
/// Swift's recursive deinitialisation overflows the stack at some 30,000 levels.
package enum Nesting {
  package static let limit = 100
}

package struct Heading: Equatable, Sendable {
  /// 1 to 6, as written.
  package var level: Int
  package var content: [Inline]
  /// The author's own id, in any of its three forms (`{#id}`, `{/* #id */}`, `<!-- #id -->`).
  package var explicitID: String?
  /// The id that links use, unique in its chapter; empty until the numbering pass.
  package var anchor = ""

  package init(level: Int, content: [Inline], explicitID: String? = nil) {
    self.level = level
    self.content = content
    self.explicitID = explicitID
  }
}

package struct List: Equatable, Sendable {
  package enum Marker: Equatable, Sendable {
    case bullet
    /// The number of the first item.
    case ordered(start: Int)
  }
  package var marker: Marker
  /// A tight list's paragraphs stand without a margin (CommonMark 0.31.2 §5.3).
  package var isTight: Bool
  package var items: [ListItem]

  package init(marker: Marker, isTight: Bool, items: [ListItem]) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
  }
}

package struct ListItem: Equatable, Sendable {
  /// Whether the box of a task item is ticked; nil for an item without a box (GFM §5.3).
  package var task: Bool?
  package var blocks: [Block]
  package var range: SourceRange

  package init(task: Bool? = nil, blocks: [Block], range: SourceRange) {
    self.task = task
    self.blocks = blocks
    self.range = range
  }
}

package struct CodeBlock: Equatable, Sendable {
  /// The first word of the info string, as written; nil when there is none.
  package var language: String?
  /// The rest of the info string, as written: `title="x" {1,3-5} showLineNumbers`.
  package var meta: String
  /// The lines, each with its line feed.
  package var text: String
  /// The title over the block; set by the lowering pass.
  package var title: String?
  /// The number of the first line where lines are numbered; set by the lowering pass.
  package var firstLineNumber: Int?
  /// Lines to stress, counted from 1, in order; set by the lowering pass.
  package var highlightedLines: [ClosedRange<Int>] = []
  /// Those of them that are new, and those that are wrong or go, as the site's magic comments say.
  package var addedLines: [ClosedRange<Int>] = []
  package var removedLines: [ClosedRange<Int>] = []

  package init(language: String?, meta: String = "", text: String) {
    self.language = language
    self.meta = meta
    self.text = text
  }
}

/// A diagram in a language of its own, such as a `mermaid` fence.
package struct Diagram: Hashable, Sendable {
  package var language: String
  package var source: String
  /// The author's words for those who cannot see it, where they stand outside the source.
  package var description: String?
  package init(language: String, source: String, description: String? = nil) {
    self.language = language
    self.source = source
    self.description = description
  }
}

package struct Table: Equatable, Sendable {
  package enum Alignment: Equatable, Sendable {
    case none, left, center, right
  }
  /// One entry a column; every row has as many cells.
  package var alignments: [Alignment]
  package var head: [TableCell]
  package var rows: [[TableCell]]

  package init(alignments: [Alignment], head: [TableCell], rows: [[TableCell]]) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
  }
}

package struct TableCell: Equatable, Sendable {
  package var content: [Inline]
  package var range: SourceRange
  package init(content: [Inline], range: SourceRange) {
    self.content = content
    self.range = range
  }
}

package struct Admonition: Equatable, Sendable {
  /// The design and the default title: Docusaurus's keywords after its aliases are worked out.
  package enum Style: String, Equatable, Sendable, CaseIterable {
    case note, tip, info, warning, danger, caution
  }
  package var style: Style
  /// The keyword as written (`secondary`, a site's own); the default title is made from it.
  package var keyword: String
  /// The author's title; nil for the default one of the keyword.
  package var title: [Inline]?
  package var blocks: [Block]
  /// The author's id, from `{#id}`.
  package var id: String?

  package init(style: Style, keyword: String, title: [Inline]? = nil, blocks: [Block], id: String? = nil) {
    self.style = style
    self.keyword = keyword
    self.title = title
    self.blocks = blocks
    self.id = id
  }
}

package struct Details: Equatable, Sendable {
  package var summary: [Inline]
  package var blocks: [Block]
  package init(summary: [Inline], blocks: [Block]) {
    self.summary = summary
    self.blocks = blocks
  }
}

package struct Tabs: Equatable, Sendable {
  package struct Panel: Equatable, Sendable {
    package var value: String
    package var label: String
    package var blocks: [Block]
    package init(value: String, label: String, blocks: [Block]) {
      self.value = value
      self.label = label
      self.blocks = blocks
    }
  }
  /// Tabs of one group are chosen together, everywhere in a book.
  package var group: String?
  package var panels: [Panel]
  package init(group: String? = nil, panels: [Panel]) {
    self.group = group
    self.panels = panels
  }
}

/// An image that stands alone, with a caption when its author gave one.
package struct Figure: Equatable, Sendable {
  package var image: Image
  package var caption: [Inline]
  package init(image: Image, caption: [Inline] = []) {
    self.image = image
    self.caption = caption
  }
}

/// One entry of a list of pages.
package struct Card: Equatable, Sendable {
  package var target: Link.Target
  package var label: String
  package var description: String
  package init(target: Link.Target, label: String, description: String = "") {
    self.target = target
    self.label = label
    self.description = description
  }
}

package struct Footnote: Equatable, Sendable {
  package var label: String
  package var blocks: [Block]
  package var range: SourceRange
  /// Counted from 1 in the order of first reference in the chapter; 0 until the numbering pass, and for a note
  /// that nothing refers to.
  package var number = 0

  package init(label: String, blocks: [Block], range: SourceRange) {
    self.label = label
    self.blocks = blocks
    self.range = range
  }
}
