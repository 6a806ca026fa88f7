import BookModel
import SourceText

/// Where a link or an image stands: what its relative address is relative to.
struct LinkPlace {
  var chapter: ChapterID
  /// The page's address, for URL paths.
  var permalink: String
  /// The file that holds the text, a partial's where the text is a partial's; for file paths.
  var path: String
  var range: SourceRange

  var folder: String { Paths.folder(of: path) }
}

/// What a link or an image was found to lead to, before files are read.
enum Destination: Equatable {
  case page(ChapterID, anchor: String?)
  case external(String)
  /// A file of the handbook, to be carried along.
  case file(String)
  case missing
}
