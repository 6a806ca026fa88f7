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

  /// The book with its assets replaced by others, one for one: pictures made anew in a format that an edition takes.
  package func replacing(assets: [Asset]) -> ResolvedBook {
    precondition(assets.count == book.assets.count, "links name assets by their places, and there are other places now")
    var book = book
    book.assets = assets
    return ResolvedBook(book: book)
  }

  /// A book taken as resolved without a look at it, for the tests of renderers, which build their books by hand.
  ///
  /// A renderer meets what is still `.written` in it as it is: the promise of the type is the caller's to keep.
  package static func unchecked(_ book: Book) -> ResolvedBook {
    ResolvedBook(book: book)
  }
}

/// Finds out where every link and every image leads, and puts the files they want into the book.
///
/// It comes after `lower` and `number`, since it looks up their anchors. Chapters are worked on in parallel; the
/// result does not depend on the number of workers.
///
/// - Parameters:
///   - world: where files are read; nothing outside the handbook's root ever is.
///   - files: the files that were read, by number: a link is relative to the file that holds its text.
///   - fetched: the bytes of pictures on the network, by address, where the driver was told to fetch them; a
///     picture that is not among them stays a link.
///   - workers: how many threads may work at once.
package func resolve(
  _ book: Book, world: any World, files: SourceFiles, fetched: [String: [UInt8]] = [:], workers: Int = 1,
  findings: inout Findings
) -> ResolvedBook {
  let resolver = LinkResolver(site: book.site, index: PageIndex(book, workers: workers), world: world)
  let chapters = parallelMap(book.chapters, workers: workers, findings: &findings) { chapter, findings in
    var editor = ChapterResolver(
      chapter: chapter, resolver: resolver, files: files, fetched: fetched, assetCount: book.assets.count)
    let result = editor.resolved()
    findings.append(editor.findings)
    return result
  }
  var shelf = AssetShelf(assets: book.assets)
  shelf.read(chapters.flatMap(\.requests), world: world, fetched: fetched, workers: workers)
  var resolved = book
  resolved.assets = shelf.assets
  resolved.chapters = chapters.map { result in
    guard !result.requests.isEmpty else { return result.chapter }
    let ids = result.requests.map { shelf.asset(for: $0, findings: &findings) }
    var numbers = AssetNumbers(ids: ids, requests: result.requests, assetCount: book.assets.count)
    return result.chapter.edited(with: &numbers)
  }
  return ResolvedBook(book: resolved)
}
