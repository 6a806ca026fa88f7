/// What an inline is while a run of text is read.
enum InlineNodeKind: UInt8 {
  case text, entity, softBreak, lineBreak, code, math, html, expression
  case emphasis, strong, strikethrough, link, image, autolink, footnote, jsx, directive
}

/// One inline, a plain value in one array; links are indices into it, -1 for none. Offsets count in the text
/// that is read, which may have been gathered from several lines.
struct InlineNode {
  var kind: InlineNodeKind
  /// Formulas: set as a display. Elements: closed by themselves.
  var flag = false
  var start: Int32
  var end: Int32
  /// The content of code, formulas and expressions, the name of an element, the address of an autolink; the
  /// characters of an entity, in `InlineParser.decoded`.
  var innerStart: Int32 = 0
  var innerEnd: Int32 = 0
  var next: Int32 = -1
  var previous: Int32 = -1
  var firstChild: Int32 = -1
  var lastChild: Int32 = -1
  /// An index into `InlineParser.targets` or `.tags`.
  var payload: Int32 = -1

  init(_ kind: InlineNodeKind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = Int32(start)
    self.end = Int32(end)
  }
}

/// A delimiter run that may open or close emphasis (CommonMark 0.31.2, appendix, "An algorithm for parsing nested
/// emphasis and links").
struct Delimiter {
  var node: Int32
  var byte: UInt8
  var canOpen: Bool
  var canClose: Bool
  /// As written; what is left of it is the length of its node.
  var length: Int32
  var previous: Int32
  var next: Int32 = -1
}

/// A `[` or `![` that may begin a link or an image.
struct Bracket {
  var node: Int32
  var isImage: Bool
  var isActive = true
  /// Whether another bracket follows inside, so that the text can be no reference label.
  var hasBracketAfter = false
  /// The last delimiter before it.
  var delimiter: Int32
  /// Elements open before it.
  var tagCount: Int
}

/// An opening tag that waits for its partner.
struct OpenTag {
  var node: Int32
  var delimiter: Int32
  var bracketCount: Int
}
