import BookModel
import SourceText

/// Turns everything the authors wrote as directives, JSX, expressions and raw HTML into typed kinds.
///
/// Chapters are lowered in parallel, each on its own; the result does not depend on the number of workers. What
/// cannot be shown as it was meant is kept in the nearest honest form and reported. Headings get the anchor that
/// Docusaurus gives them, which it works out before components are looked at.
///
/// - Parameters:
///   - imports: the files that `ImportedPaths` names.
///   - rules: what the author wants components to become.
///   - scripts: what runs expressions that are more than data; without it they are shown as written.
///   - workers: how many threads may work at once.
package func lower(
  _ book: Book, imports: ImportedFiles = ImportedFiles(), rules: [ComponentRule] = [],
  scripts: ScriptEngineMaker? = nil, workers: Int = 1, findings: inout Findings
) -> Book {
  var uses: [ComponentUse] = []
  return lower(
    book, imports: imports, rules: rules, scripts: scripts, workers: workers, uses: &uses, findings: &findings)
}

/// The same, and every use of a component that is the site's own, in reading order.
package func lower(
  _ book: Book, imports: ImportedFiles, rules: [ComponentRule], scripts: ScriptEngineMaker?, workers: Int,
  uses: inout [ComponentUse], findings: inout Findings
) -> Book {
  let shelf = LoweringShelf(
    book: book, imports: imports, rules: Dictionary(rules.map { ($0.name, $0.action) }) { $1 }, scripts: scripts)
  let results = parallelMap(book.chapters, workers: workers, findings: &findings) { chapter, findings in
    var page = PageLowering(chapter: chapter, shelf: shelf)
    let result = page.lower(chapter)
    page.tally.report(to: &page.findings)
    findings.append(page.findings)
    return (chapter: result, uses: page.uses)
  }
  uses += results.flatMap(\.uses)
  var lowered = book
  lowered.chapters = results.map(\.chapter)
  return lowered
}

/// What every chapter's lowering may look at: the book around it, what is imported, and who runs scripts.
struct LoweringShelf: Sendable {
  let book: Book
  let imports: ImportedFiles
  let rules: [String: ComponentRule.Action]
  let scripts: ScriptEngineMaker?
  var site: Site { book.site }
}

/// The lowering of one page. Its parts stand in the files of this folder, one construct a file.
struct PageLowering {
  let shelf: LoweringShelf
  /// The chapter the page makes; nil only in tests.
  let chapter: ChapterID
  /// The page's, or that of a partial within it.
  var frontMatter: FrontMatter
  /// The file whose blocks are being lowered: the page's, or that of a partial within it.
  var path: String
  /// What names stand for in expressions: imports, exports and a partial's props.
  var scope = ScriptScope()
  let scripts: PageScripts
  /// What the component holds whose partial or function is being shown.
  var slot: Slot?
  /// The partials being inlined, outermost first.
  var openPartials: [String] = []
  /// Definitions that came with partials.
  var footnotes: [Footnote] = []
  /// The headings of the page.
  var contents: [ContentsEntry] = []
  /// Components of the site's own, as they are met.
  var uses: [ComponentUse] = []
  /// How many elements of raw HTML are open around what is being lowered.
  var nesting = 0
  /// Whether we are inside a link, where no other link may stand.
  var insideLink = false
  var tally = Tally()
  var findings = Findings()

  var site: Site { shelf.site }

  init(chapter: Chapter, shelf: LoweringShelf) {
    self.shelf = shelf
    self.chapter = chapter.id
    frontMatter = chapter.frontMatter
    path = chapter.path
    scripts = PageScripts(maker: shelf.scripts)
  }

  mutating func lower(_ chapter: Chapter) -> Chapter {
    var result = chapter
    let anchored = anchoringHeadings(chapter.blocks, rules: site.rules)
    contents = anchored.contentsEntries
    readModules(of: anchored)
    result.blocks = chapter.file == nil && anchored.isEmpty ? generatedIndex() : lower(anchored)
    result.footnotes = chapter.footnotes.map { lower($0) } + footnotes
    return result
  }

  /// A page no file makes, the generated index of a category: the cards of what it opens.
  private func generatedIndex() -> [Block] {
    let cards = shelf.book.cards(around: chapter)
    return cards.isEmpty ? [] : [Block(.cards(cards), at: SourceRange(file: FileID(0), start: 0, end: 0))]
  }

  mutating func lower(_ footnote: Footnote) -> Footnote {
    var result = footnote
    result.blocks = lower(footnote.blocks)
    return result
  }
}

/// Findings of one kind that are worth a line a page, not one each: counted, and reported at the first place.
struct Tally {
  private struct Entry {
    var diagnostic: Diagnostic
    var count: Int
  }
  private var entries: [Entry] = []
  private var positions: [Diagnostic: Int] = [:]

  /// Counts one more of a kind; two are of a kind when they differ in their place alone.
  mutating func count(_ diagnostic: Diagnostic) {
    var kind = diagnostic
    kind.range = nil
    if let position = positions[kind] {
      entries[position].count += 1
    } else {
      positions[kind] = entries.count
      entries.append(Entry(diagnostic: diagnostic, count: 1))
    }
  }

  func report(to findings: inout Findings) {
    for entry in entries {
      var diagnostic = entry.diagnostic
      if entry.count > 1 { diagnostic.notes.append("\(entry.count) times on this page; this is the first") }
      findings.add(diagnostic)
    }
  }
}
