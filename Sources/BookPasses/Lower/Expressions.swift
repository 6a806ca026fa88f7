import BookModel
import SourceText

extension PageLowering {
  /// The value of an expression, with what a page always knows: its front matter and its title. What is more than
  /// data is run in the sandbox; nil where that gives nothing.
  func value(of expression: String) -> Value? {
    if let value = scope(for: expression).value(of: expression) { return value }
    return try? run(expression).get()
  }

  /// What running an expression gives.
  func run(_ expression: String) -> Result<Value, ScriptFailure> {
    let scope = scope(for: expression)
    let names = scope.known
    let aliases = scope.reactNames.map { module in
      module.member == "default" || module.member == "*"
        ? "var \(module.name) = React;" : "var \(module.name) = React[\(Value.string(module.member).json)];"
    }
    return scripts.value(
      of: expression, names: names, aliases: aliases.filter { $0 != "var React = React;" }, exports: scope.exports)
  }

  private func scope(for expression: String) -> ScriptScope {
    guard expression.contains("frontMatter") || expression.contains("contentTitle") || !scope.exports.isEmpty else {
      return scope
    }
    var scope = scope
    scope.set("frontMatter", to: .object(frontMatter.fields.map { Value.Member($0.key, $0.value) }))
    scope.set("contentTitle", to: .string(shelf.book[chapter].title))
    return scope
  }

  /// The text of an attribute; nil when it has none, or one that cannot be known.
  func text(of attribute: JSXAttribute.Value?) -> String? {
    switch attribute {
    case nil, .flag: return nil
    case .string(let text): return text
    case .expression(let expression):
      let value = value(of: expression)
      return value?.scalarText ?? value?.shownText
    }
  }

  /// An attribute as running text: one whose value is JSX keeps its marks; nil for an attribute without text.
  mutating func content(of attribute: JSXAttribute.Value?, at range: SourceRange) -> [Inline]? {
    if case .expression(let expression)? = attribute, let value = value(of: expression), value.holdsJSX {
      return phrasing(nodes(of: value, at: range)).trimmed
    }
    return text(of: attribute).map { [Inline(.text($0), at: range)] }
  }

  mutating func expressionBlocks(_ text: String, at range: SourceRange) -> [Block] {
    flow(expressionNodes(text, at: range), runs: .paragraphs)
  }

  mutating func expressionInlines(_ text: String, at range: SourceRange) -> [Inline] {
    phrasing(expressionNodes(text, at: range))
  }

  /// What `{text}` shows: nothing for a comment, what a component holds for `{children}`, the text of a plain value,
  /// the elements of JSX, else the expression as it is written.
  mutating func expressionNodes(_ text: String, at range: SourceRange) -> [MarkupNode] {
    if Self.isComment(text) { return [] }
    if slot != nil, ["children", "props.children"].contains(text.trimmed) { return slotNodes(at: range) }
    var reason: String?
    if let value = scope(for: text).value(of: text) {
      if let nodes = shown(value, at: range) { return nodes }
    } else {
      switch run(text) {
      case .success(let value):
        if let nodes = shown(value, at: range) { return nodes }
        reason = "its value is data that shows nothing by itself"
      case .failure(let failure): reason = scripts.canRun ? failure.reason : nil
      }
    }
    findings.warning(
      .expressionUnread, "the expression `{\(text.trimmed)}` is shown as it is written", at: range,
      notes: reason.map { [$0] } ?? [],
      help: "a book can show text, numbers, JSX and values of the front matter; write the result instead")
    return [.inline(Inline(.code("{\(text)}"), at: range))]
  }

  /// nil for a value that cannot be seen, such as an object.
  private mutating func shown(_ value: Value, at range: SourceRange) -> [MarkupNode]? {
    switch value {
    case .null, .bool: return []
    case .string(let text): return [.inline(Inline(.text(text), at: range))]
    case .number: return [.inline(Inline(.text(value.scalarText ?? ""), at: range))]
    case .array(let values):
      let isShown = values.allSatisfy { $0.holdsJSX || $0.shownText != nil || $0 == .null || $0.bool != nil }
      return isShown ? nodes(of: value, at: range) : nil
    case .object: return value.holdsJSX ? nodes(of: value, at: range) : nil
    }
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
