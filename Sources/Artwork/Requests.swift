import BookModel
import SourceText

/// What a book asks for, each once, in reading order, with the place that asks first.
struct Requests: Sendable {
  struct Placed<Request: Hashable & Sendable>: Sendable {
    var request: Request
    var range: SourceRange
  }

  private(set) var diagrams: [Placed<Diagram>] = []
  private(set) var formulas: [Placed<InlineMath>] = []
  private(set) var listings: [Placed<Listing>] = []

  init(_ book: Book, workers: Int) {
    let ofChapters = parallelMap(book.chapters, workers: workers) { chapter in
      var requests = Requests()
      requests.collect(chapter.blocks)
      for note in chapter.footnotes { requests.collect(note.blocks) }
      return requests
    }
    diagrams = Requests.distinct(ofChapters.map(\.diagrams))
    formulas = Requests.distinct(ofChapters.map(\.formulas))
    listings = Requests.distinct(ofChapters.map(\.listings))
  }

  private init() {}

  private mutating func collect(_ blocks: [Block]) {
    blocks.walk { block in
      switch block.kind {
      case .diagram(let diagram): diagrams.append(Placed(request: diagram, range: block.range))
      case .math(let tex):
        formulas.append(Placed(request: InlineMath(tex: tex, isDisplay: true), range: block.range))
      case .code(let code):
        if let listing = Listing(code) { listings.append(Placed(request: listing, range: block.range)) }
      case .paragraph, .plain, .heading, .thematicBreak, .quote, .list, .table, .admonition, .details, .tabs, .figure,
        .cards, .element, .written:
        break
      }
    }
    blocks.walkInlines { inline in
      if case .math(let math) = inline.kind { formulas.append(Placed(request: math, range: inline.range)) }
    }
  }

  private static func distinct<Request>(_ chapters: [[Placed<Request>]]) -> [Placed<Request>] {
    var seen = Set<Request>()
    return chapters.joined().filter { seen.insert($0.request).inserted }
  }
}
