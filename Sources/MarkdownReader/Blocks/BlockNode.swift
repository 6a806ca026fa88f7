/// What a block is while the lines of a page are read; inlines are read later, when all definitions are known.
enum BlockNodeKind: UInt8 {
  case document, quote, list, item, footnote, callout, directive, jsx
  case paragraph, heading, thematicBreak, fencedCode, indentedCode, math, html, table
  case leafDirective, expression, esm

  /// Whether lines go into it as they are, so that nothing can begin inside.
  var isVerbatim: Bool {
    switch self {
    case .fencedCode, .indentedCode, .math, .html: true
    default: false
    }
  }

  /// Whether other blocks may stand in it.
  func canContain(_ child: BlockNodeKind) -> Bool {
    switch self {
    case .document, .quote, .item, .footnote, .callout, .directive, .jsx: child != .item
    case .list: child == .item
    default: false
    }
  }
}

/// One block, a plain value in one array; links are indices into it, -1 for none.
struct BlockNode {
  var kind: BlockNodeKind
  /// The byte a fence or a list marker is made of.
  var marker: UInt8 = 0
  var isLastLineBlank = false
  /// Lists: no blank line between items. Fences, directives and elements: the closing line was found.
  var isTight = true
  var isClosed = false
  var start: UInt32
  var end: UInt32
  var parent: Int32
  var firstChild: Int32 = -1
  var lastChild: Int32 = -1
  var next: Int32 = -1
  /// Its lines, as indices into `BlockParser.segments`.
  var firstSegment: Int32 = 0
  var segmentCount: Int32 = 0
  /// The level of a heading, the length of a fence, the condition that ends an HTML block, the number of an item.
  var level: Int32 = 0
  /// Columns before a fence or marker, and from there to an item's content.
  var indent: Int32 = 0
  var padding: Int32 = 0
  /// The info string of a fence, the label of a footnote, the title of a callout, the head of a directive, the tag of an element.
  var infoStart: UInt32 = 0
  var infoEnd: UInt32 = 0

  init(_ kind: BlockNodeKind, parent: Int32, start: Int) {
    self.kind = kind
    self.parent = parent
    self.start = UInt32(start)
    end = UInt32(start)
  }
}

/// One line, or what is left of it in its containers, without its ending.
struct Segment {
  var start: UInt32
  var end: UInt32
  /// Spaces before it that stand for the rest of a tab.
  var padding: UInt32
}
