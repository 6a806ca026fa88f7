import BookModel
import SourceText

/// Looks for what makes a book hard to read, above all for those who do not see it. Nothing is changed.
///
/// - Parameter workers: how many threads may work at once.
package func check(_ book: ResolvedBook, workers: Int = 1, findings: inout Findings) {
  _ = parallelMap(book.book.chapters, workers: workers, findings: &findings) { chapter, findings in
    var levels = HeadingLevels(first: chapter.showsTitle ? 1 : 0)
    check(chapter.blocks, &levels, &findings)
    for footnote in chapter.footnotes {
      var levels = HeadingLevels(first: 0)
      check(footnote.blocks, &levels, &findings)
    }
  }
}

private func check(_ blocks: [Block], _ levels: inout HeadingLevels, _ findings: inout Findings) {
  blocks.walk { block in
    switch block.kind {
    case .heading(let heading): levels.check(heading, at: block.range, &findings)
    case .figure(let figure): checkAlternative(of: figure.image, at: block.range, &findings)
    case .table(let table): checkHead(of: table, at: block.range, &findings)
    case .element(let element) where element.name == "table": checkHead(of: block, &findings)
    default: break
    }
  }
  blocks.walkInlines { inline in
    switch inline.kind {
    case .image(let image): checkAlternative(of: image, at: inline.range, &findings)
    case .link(let link): checkText(of: link, at: inline.range, &findings)
    default: break
    }
  }
}
