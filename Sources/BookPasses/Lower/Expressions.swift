import BookModel
import SourceText

extension PageLowering {
  /// The value of an expression, with what a page always knows: its front matter and its title.
  func value(of expression: String) -> Value? {
    var scope = scope
    if expression.contains("frontMatter") {
      scope.set("frontMatter", to: .object(frontMatter.fields.map { Value.Member($0.key, $0.value) }))
    }
    if expression.contains("contentTitle") {
      scope.set("contentTitle", to: .string(shelf.book[chapter].title))
    }
    return scope.value(of: expression)
  }

  /// The text of an attribute; nil when it has none, or one that cannot be known without running it.
  func text(of attribute: JSXAttribute.Value?) -> String? {
    switch attribute {
    case nil, .flag: nil
    case .string(let text): text
    case .expression(let expression): value(of: expression)?.scalarText
    }
  }

  mutating func expressionBlocks(_ text: String, at range: SourceRange) -> [Block] {
    paragraph(lowered: expressionInlines(text, at: range), at: range)
  }

  /// What `{text}` shows: nothing for a comment, the text of a plain value, else the expression as it is written.
  mutating func expressionInlines(_ text: String, at range: SourceRange) -> [Inline] {
    if Self.isComment(text) { return [] }
    switch value(of: text) {
    case .null, .bool: return []
    case let value?:
      if let shown = value.scalarText { return [Inline(.text(shown), at: range)] }
    case nil: break
    }
    findings.warning(
      .expressionUnread, "the expression `{\(text.trimmed)}` is shown as it is written", at: range,
      help: "a book can show text, numbers and values of the front matter; write the result instead")
    return [Inline(.code("{\(text)}"), at: range)]
  }

  /// Whether there is nothing in it but comments and white space.
  static func isComment(_ text: String) -> Bool {
    var rest = text.utf8.drop { $0.isSpace }
    while rest.starts(with: "/*".utf8) {
      let inner = rest.dropFirst(2)
      guard let end = inner.firstIndex(of: "*/") else { return false }
      rest = inner[end...].dropFirst(2).drop { $0.isSpace }
    }
    return rest.isEmpty || (rest.starts(with: "//".utf8) && !rest.contains(0x0A))
  }
}
