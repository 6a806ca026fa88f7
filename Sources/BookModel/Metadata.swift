/// What the book says of itself, from `book.yml`, else from the site's settings, else from the folder.
package struct Metadata: Equatable, Sendable {
  package var title: String
  package var subtitle: String?
  package var authors: [Contributor] = []
  /// A BCP 47 tag.
  package var language: String
  /// The author's identifier, such as `isbn:…` or a URN; nil to have one made from the book's title and site.
  package var identifier: String?
  package var publisher: String?
  package var rights: String?
  /// The date of publication as W3C-DTF: `2026`, `2026-03` or `2026-03-31`.
  package var date: String?
  package var version: String?
  package var description: String?
  package var subjects: [String] = []
  /// Relative to the handbook's root.
  package var coverPath: String?
  /// What tells this book from others of the same handbook, in its file's name and its identifier: its locale where
  /// that is not the default one, its version where the caller asked for one.
  package var edition: [String] = []
  /// Words the book is to speak in place of ours, those that count less first.
  package var wordChoices: [WordChoice] = []
  /// Relative to the handbook's root; nil to look for a `theme.yml`.
  package var themePath: String?

  package init(title: String, language: String = "en") {
    self.title = title
    self.language = language
  }

  /// The words the book itself speaks: those of its language, and its author's choices among them.
  package var words: InterfaceWords { InterfaceWords.words(of: language).choosing(wordChoices) }
}

package struct Contributor: Equatable, Sendable {
  package var name: String
  /// A MARC relator code: `aut`, `edt`, `ill`, `trl`.
  package var role: String
  /// The name to sort by: `Knuth, Donald E.`
  package var sortName: String?

  package init(name: String, role: String = "aut", sortName: String? = nil) {
    self.name = name
    self.role = role
    self.sortName = sortName
  }
}
