import BookModel

/// One inline in the parser's list, linked to its neighbours so that marks can wrap what stands between them.
struct Piece {
  enum Kind {
    /// Bytes of the text as they stand.
    case text
    /// A character reference or an escape: its characters.
    case characters(String)
    /// A run of `*`, `_` or `~` that may open or close emphasis.
    case delimiters
    case softBreak
    case lineBreak
    case code(String)
    case math(String, isDisplay: Bool)
    case html
    case autolink(destination: String)
    case emphasis
    case strong
    case strikethrough
    case link(destination: String, title: String?)
    case image(destination: String, title: String?)
    case footnoteReference(String)
    case directive(TextDirectiveHead)
    case tag(Tag)
    case expression(Range<Int>)
  }
  var kind: Kind
  /// Bytes of the text.
  var start: Int
  var end: Int
  var previous = -1
  var next = -1
  var firstChild = -1
  var lastChild = -1
}

/// A run of delimiters on the stack (CommonMark 0.31.2, "An algorithm for parsing nested emphasis and links").
struct Delimiter {
  var piece: Int
  var character: UInt8
  var count: Int
  var originalCount: Int
  var canOpen: Bool
  var canClose: Bool
  var previous = -1
  var next = -1
}

/// A `[` or `![` that may begin a link.
struct Bracket {
  var piece: Int
  var isImage: Bool
  var isActive = true
  /// The top of the delimiter stack when it was met.
  var delimiter: Int
  /// Index behind the bracket in the text.
  var contentStart: Int
  /// Whether another bracket came after it, in which case a shortcut reference has no label of its own.
  var hasBracketAfter = false
}
