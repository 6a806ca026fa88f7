import BookModel
import SourceText

/// A book whose links and images all lead somewhere known: the proof that the resolving pass has run.
///
/// Renderers take one of these and never a `Book`, so that none can be handed a link nobody has looked up. Only
/// `resolve` makes one: in it no `Link.Target` and no `Image.Source` is `.written`.
package struct ResolvedBook: Sendable {
  package let book: Book

  fileprivate init(book: Book) {
    self.book = book
  }

  /// A book taken as resolved without a look at it, for the tests of renderers, which build their books by hand.
  ///
  /// A renderer meets what is still `.written` in it as it is: the promise of the type is the caller's to keep.
  package static func unchecked(_ book: Book) -> ResolvedBook {
    ResolvedBook(book: book)
  }
}
