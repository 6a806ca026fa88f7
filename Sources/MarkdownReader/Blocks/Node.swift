/// One block in the parser's arena, before inlines are read.
struct Node {
  var kind: NodeKind
  var parent: Int
  var firstChild = -1
  var lastChild = -1
  var next = -1
  /// Byte offsets in the file.
  var start: Int
  var end: Int
  /// The lines of a leaf, a range of `BlockParser.lines`.
  var firstLine = 0
  var lineCount = 0
  /// Whether the last line that touched the block was blank (it decides whether a list is loose).
  var lastLineIsBlank = false
  /// The column of the first character, for directives' closing fences.
  var column = 0
}

enum NodeKind {
  case document
  case quote
  case list(ListMarker)
  case item(ItemIndent)
  case paragraph
  case heading(level: Int)
  case thematicBreak
  case fence(Fence)
  case indentedCode
  case html(HTMLBlockEnd)
  case table(TableShape)
  case directive(DirectiveHead)
  case footnote(label: Range<Int>)
  case tag(Tag)
  case expression(Range<Int>)
  case esm

  /// Whether other blocks may stand in it.
  var isContainer: Bool {
    switch self {
    case .document, .quote, .list, .item, .footnote: true
    case .directive(let head): head.isContainer
    case .paragraph, .heading, .thematicBreak, .fence, .indentedCode, .html, .table, .tag, .expression, .esm: false
    }
  }

  var isParagraph: Bool { if case .paragraph = self { true } else { false } }
  var isList: Bool { if case .list = self { true } else { false } }
  var isTable: Bool { if case .table = self { true } else { false } }
}

/// One line of a leaf: bytes of the file, with the columns of a tab that a container took a part of.
struct Line {
  var start: Int
  /// Without the line ending.
  var end: Int
  /// Spaces before the first byte.
  var padding: Int
}
