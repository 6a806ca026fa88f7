import BookModel
import BookPasses
import SourceText

/// All that every file of the edition is rendered from; read by many threads at once and changed by none.
struct Edition: Sendable {
  let book: Book
  let illustrations: Illustrations
  let options: LaTeXOptions
  let layout: PageLayout
  let shelf: FontShelf
  let order: BookOrder
  let pictures: Pictures
  let glossary: Glossary
  /// The anchors of each chapter that a link of the book leads to.
  let wanted: Set<AnchorName>

  var words: InterfaceWords { metadata.words }
  var metadata: Metadata { book.metadata }
  var isPrint: Bool { options.profile == .print }
  var title: String { metadata.title.isBlank ? words.title : metadata.title }
  var direction: Direction { Direction(language: language) }
  var eastAsia: EastAsia? { EastAsia(language: language) }
  var language: String { metadata.language.isBlank ? "en" : metadata.language }

  init(_ book: Book, illustrations: Illustrations, options: LaTeXOptions) {
    let surveys = parallelMap(book.chapters, workers: options.workers) { ChapterSurvey($0) }
    self.book = book
    self.illustrations = illustrations
    self.options = options
    layout = PageLayout(options)
    shelf = FontShelf(options.fonts)
    order = BookOrder(book)
    glossary = Glossary(book)
    pictures = Pictures(book, surveys, options)
    wanted = surveys.reduce(into: []) { $0.formUnion($1.targets) }
  }

  /// The place of a chapter, or of an anchor in it.
  func anchor(of chapter: ChapterID, _ anchor: String? = nil) -> AnchorName {
    AnchorName(chapter: chapter.index + 1, anchor: anchor)
  }
}

/// The measures of a page in TeX points, 72.27 to the inch.
struct PageLayout: Sendable {
  let width: Double
  let height: Double
  let inner: Double
  let outer: Double
  let top: Double
  let bottom: Double
  let binding: Double
  let bleed: Double
  let slug: Double

  init(_ options: LaTeXOptions) {
    let point = 72.27 / 25.4
    width = options.paper.width * point
    height = options.paper.height * point
    // A line of some 80 letters of the body, as listings need: what is over goes to the margins.
    let measure = min(options.bodySize * 39, width * 0.78)
    let margins = width - measure
    let isPrint = options.profile == .print
    binding = isPrint ? 5 * point : 0
    inner = isPrint ? (margins - binding) * 0.45 : margins / 2
    outer = margins - binding - inner
    top = height * 0.088
    bottom = height * 0.092
    bleed = options.bleed * point
    slug = options.hasCropMarks ? 7 * point : 0
  }

  /// The size of listings in points, as the class has it.
  let codeSize = 8.3

  var textWidth: Double { width - inner - outer - binding }
  var textHeight: Double { height - top - bottom }
}
