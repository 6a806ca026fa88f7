import SourceText

/// One file of the handbook as it was read, before it has a place in the book.
package struct Page: Equatable, Sendable {
  package var file: FileID
  /// Relative to the handbook's root.
  package var path: String
  package var frontMatter: FrontMatter
  package var blocks: [Block]
  /// The definitions, in the order written.
  package var footnotes: [Footnote]

  package init(
    file: FileID, path: String, frontMatter: FrontMatter = FrontMatter(), blocks: [Block], footnotes: [Footnote] = []
  ) {
    self.file = file
    self.path = path
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

/// The YAML between `---` lines at the head of a page.
package struct FrontMatter: Equatable, Sendable {
  /// In the order written.
  package var fields: [Field]
  /// The block with its fences; nil when the page has none.
  package var range: SourceRange?

  package struct Field: Equatable, Sendable {
    package var key: String
    package var value: Value
    package var range: SourceRange
    package init(key: String, value: Value, range: SourceRange) {
      self.key = key
      self.value = value
      self.range = range
    }
  }

  package init(fields: [Field] = [], range: SourceRange? = nil) {
    self.fields = fields
    self.range = range
  }

  package subscript(key: String) -> Value? { field(key)?.value }

  package func field(_ key: String) -> Field? { fields.last { $0.key == key } }
}
