import BookModel
import SourceText

/// Looks for what makes a book hard to read, above all for those who do not see it. Nothing is changed.
package func check(_ book: ResolvedBook, workers: Int = 1, findings: inout Findings) {
  _ = parallelMap(book.book.chapters, workers: workers, findings: &findings) { chapter, findings in
    checkHeadings(of: chapter, findings: &findings)
    for blocks in [chapter.blocks] + chapter.footnotes.map(\.blocks) {
      checkAlternatives(in: blocks, findings: &findings)
      checkLinks(in: blocks, findings: &findings)
      checkTables(in: blocks, findings: &findings)
    }
  }
}
