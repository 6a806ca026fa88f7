import SourceText

/// A block construct as its author wrote it: what the reader hands to the lowering pass.
package enum WrittenBlock: Equatable, Sendable {
  /// `:::name[label]{attributes}` … `:::`, or the leaf `::name[label]{attributes}`.
  case directive(Directive)
  /// A JSX element that stands on lines of its own, with its children read as blocks.
  case jsx(JSXElement<Block>)
  /// `{…}` on lines of its own: the text between the braces. A comment is one whose text is `/* … */`.
  case expression(String)
  /// Lines of `import` and `export`, as written.
  case esm(String)
  /// A block of raw HTML (CommonMark §4.6), as written.
  case html(String)
}

/// An inline construct as its author wrote it.
package enum WrittenInline: Equatable, Sendable {
  /// `:name[label]{attributes}`.
  case directive(TextDirective)
  case jsx(JSXElement<Inline>)
  case expression(String)
  /// One tag, comment, instruction, declaration or CDATA section (CommonMark §6.6), as written.
  case html(String)
}

package struct Directive: Equatable, Sendable {
  package var name: String
  /// The text in brackets; nil when there are none. A legacy title (`:::note Title`) is read as one.
  package var label: [Inline]?
  package var attributes: [ElementAttribute]
  /// nil for a leaf (`::name`).
  package var blocks: [Block]?

  package init(name: String, label: [Inline]? = nil, attributes: [ElementAttribute] = [], blocks: [Block]?) {
    self.name = name
    self.label = label
    self.attributes = attributes
    self.blocks = blocks
  }
}

package struct TextDirective: Equatable, Sendable {
  package var name: String
  package var label: [Inline]?
  package var attributes: [ElementAttribute]

  package init(name: String, label: [Inline]? = nil, attributes: [ElementAttribute] = []) {
    self.name = name
    self.label = label
    self.attributes = attributes
  }
}

package struct JSXElement<Content: Equatable & Sendable>: Equatable, Sendable {
  /// As written, case kept; empty for a fragment (`<>…</>`).
  package var name: String
  package var attributes: [JSXAttribute]
  package var content: [Content]
  /// `<Name />`.
  package var isSelfClosing: Bool

  package init(name: String, attributes: [JSXAttribute] = [], content: [Content] = [], isSelfClosing: Bool = false) {
    self.name = name
    self.attributes = attributes
    self.content = content
    self.isSelfClosing = isSelfClosing
  }

  package subscript(attribute name: String) -> JSXAttribute.Value? {
    attributes.first { $0.name == name }?.value
  }
}

package struct JSXAttribute: Equatable, Sendable {
  package enum Value: Equatable, Sendable {
    /// A name without a value.
    case flag
    /// Text in quotes, character references decoded.
    case string(String)
    /// `{…}`: the text between the braces.
    case expression(String)
  }
  /// Empty for a spread, `{...props}`, whose value is the expression with its dots.
  package var name: String
  package var value: Value
  package var range: SourceRange

  package init(name: String, value: Value, range: SourceRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}
