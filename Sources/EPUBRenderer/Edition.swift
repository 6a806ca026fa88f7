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
  let order: ReadingOrder
  let holdings: Holdings
  let identifier: String
  /// In the order of `Admonition.Style.allCases`.
  let icons: [TrustedMarkup]
  /// `rtl` for languages written from right to left, else nil.
  let direction: String?

  var words: InterfaceWords { options.words }
  var metadata: Metadata { book.metadata }

  init(_ book: Book, illustrations: Illustrations = Illustrations(), options: EPUBOptions) {
    let surveys = parallelMap(book.chapters, workers: options.workers) {
      ChapterSurvey($0, illustrations: illustrations)
    }
    self.book = book
    self.illustrations = illustrations
    self.options = options
    addresses = Addresses(book.chapters, surveys, limit: options.documentLimit)
    pictures = Pictures(book, surveys)
    order = ReadingOrder(book, addresses, words: options.words)
    holdings = surveys.reduce(Holdings()) { $0 + $1.holdings }
    // Checked when the templates were read.
    icons = Admonition.Style.allCases.map { TrustedMarkup(trusting: options.templates.icon(of: $0)) }
    identifier = BookIdentifier.identifier(of: book)
    direction = WritingDirection.isRightToLeft(book.metadata.language) ? "rtl" : nil
  }

  /// The tag of the book's language; English where its author gives none, because a package must name one.
  var language: String { metadata.language.isBlank ? "en" : metadata.language }

  /// The title; never empty, because a package must have one.
  var title: String { metadata.title.isBlank ? words.title : metadata.title }
}

/// Which languages are written from right to left.
enum WritingDirection {
  /// By the script subtag of a BCP 47 tag where there is one, else by the language's usual script.
  static func isRightToLeft(_ tag: String) -> Bool {
    let subtags = tag.lowercased().split(separator: "-")
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 }) {
      return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"].contains(script)
    }
    return ["ar", "fa", "he", "iw", "ur", "yi", "ps", "dv", "sd", "ug", "ckb", "syr", "nqo"]
      .contains(subtags.first ?? "")
  }
}
