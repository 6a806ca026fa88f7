import BookModel
import SourceText

/// Makes every id of a chapter unique and numbers its footnotes, after lowering and before links are resolved.
///
/// - Parameter workers: how many threads may work at once.
package func number(_ book: Book, workers: Int = 1, findings: inout Findings) -> Book {
  let rules = book.site.rules
  var numbered = book
  numbered.chapters = parallelMap(book.chapters, workers: workers, findings: &findings) { chapter, findings in
    var result = chapter
    numberFootnotes(&result, findings: &findings)
    makeIDsUnique(&result, rules: rules, findings: &findings)
    return result
  }
  return numbered
}
