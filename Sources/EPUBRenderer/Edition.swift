import BookModel
import MarkupXML
import SourceText
import Templates

/// All that every document of the EPUB is rendered from; read by many threads at once and changed by none.
struct Edition: Sendable {
  let book: Book
  let illustrations: Illustrations
  let options: EPUBOptions
  let addresses: Addresses
  let pictures: Pictures
  let drawnPictures: DrawnPictures
  let order: ReadingOrder
  let holdings: Holdings
  let identifier: String
  /// The words the book itself speaks.
  let words: InterfaceWords
  let direction: Direction
  /// In the order of `Admonition.Style.allCases`.
  let icons: [TrustedMarkup]

  var metadata: Metadata { book.metadata }

  init(_ book: Book, illustrations: Illustrations = Illustrations(), options: EPUBOptions) {
    let surveys = parallelMap(book.chapters, workers: options.workers) {
      ChapterSurvey($0, illustrations: illustrations, form: options.form)
    }
    self.book = book
    self.illustrations = illustrations
    self.options = options
    addresses = Addresses(book.chapters, surveys, limit: options.documentLimit)
    pictures = Pictures(book, surveys)
    drawnPictures = DrawnPictures(surveys, illustrations, form: options.form)
    order = ReadingOrder(book, addresses, words: book.metadata.words)
    holdings = surveys.reduce(Holdings()) { $0 + $1.holdings }
    // Checked when the templates were read.
    icons = Admonition.Style.allCases.map { TrustedMarkup(trusting: options.templates.icon(of: $0)) }
    identifier = BookIdentifier.identifier(of: book, form: options.form)
    words = book.metadata.words
    direction = Direction(language: book.metadata.language)
  }

  /// `rtl` for languages written from right to left, else nil.
  var directionName: String? { direction == .rightToLeft ? direction.rawValue : nil }

  /// The tag of the book's language; English where its author gives none, because a package must name one.
  var language: String { metadata.language.isBlank ? "en" : metadata.language }

  /// The title; never empty, because a package must have one.
  var title: String { metadata.title.isBlank ? words.title : metadata.title }
}
