import SourceText

/// What an author, or the command line, chose about how constructs are shown and the book is printed: `tabs`, `components`,
/// `smart-quotes` and `print` of `book.yml`.
package struct BookChoices: Equatable, Sendable {
  /// One for a group; of two for the same group the later counts.
  package var tabs: [TabChoice] = []
  /// One for a component; in the order written.
  package var components: [ComponentRule] = []
  /// Whether straight quotes become the quotation marks of the book's language.
  package var hasSmartQuotes = false
  package var print = PrintChoices()

  package init() {}
}

/// The one panel that an edition shows of every set of tabs of a group.
package struct TabChoice: Equatable, Sendable {
  /// Docusaurus's `groupId`.
  package var group: String
  package var value: String
  /// Where it is written; nil for the command line.
  package var range: SourceRange?

  package init(group: String, value: String, range: SourceRange? = nil) {
    self.group = group
    self.value = value
    self.range = range
  }
}

/// What becomes of a component that the site made itself.
package struct ComponentRule: Equatable, Sendable {
  package enum Action: Equatable, Sendable {
    /// Nothing of it is shown.
    case drop
    /// Its children take its place.
    case unwrap
    /// The picture in its props, with the other texts as the caption.
    case figure
    /// A link to the address in its props.
    case link
    /// An admonition of a keyword around its children; nil to take the keyword from the prop `type`.
    case admonition(keyword: String?)
    /// Its text as a block of code.
    case code
    /// The text of a Mustache template, read once, that makes HTML of props and children.
    case template(String)
  }
  package var name: String
  package var action: Action

  package init(name: String, action: Action) {
    self.name = name
    self.action = action
  }
}
