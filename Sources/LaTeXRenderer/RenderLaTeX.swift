import BookModel
import BookPasses
import SourceText

/// A book as LaTeX: `book.tex` with the preamble and the front matter, `fonts.tex`, a file a chapter, the class,
/// the pictures, and a line on how to run it.
///
/// Touches no disk, but for the fonts, which are read through the options; the bytes depend on nothing but the
/// arguments, whatever the number of workers.
package func renderLaTeX(
  _ book: ResolvedBook, illustrations: Illustrations = Illustrations(), options: LaTeXOptions,
  findings: inout Findings
) -> [LaTeXFile] {
  let edition = Edition(book.book, illustrations: illustrations, options: options)
  let chapters = parallelMap(edition.placedChapters(), workers: options.workers, findings: &findings) {
    place, findings in
    edition.render(edition.book[place.chapter], group: place.group, findings: &findings)
  }
  var needs = FontNeeds()
  for chapter in chapters { needs.formUnion(chapter.needs) }
  let front = edition.bookFile(chapters.map(\.file), needs: &needs)
  let emoji = edition.emojiPictures(needs)
  return [front, edition.themeFile(), edition.fontsFile(needs, emoji: emoji)] + chapters.map(\.file)
    + ClassFiles.all() + [edition.readme()]
    + chapters.flatMap(\.drawings) + edition.pictures.entries.map { LaTeXFile(path: $0.path, bytes: $0.bytes) }
    + edition.iconFiles() + emoji.map(\.file) + edition.coverFiles() + edition.fontFiles(needs)
}

extension Edition {
  /// A chapter and the name of the part it stands in; nil for one that stands on the part's own page.
  struct PlacedChapter: Sendable {
    let chapter: ChapterID
    let group: String?
  }

  /// The chapters in the order of the pages.
  func placedChapters() -> [PlacedChapter] {
    var result: [PlacedChapter] = []
    func visit(_ entries: [BookOrder.Entry], _ group: String) {
      for entry in entries {
        var inner = group
        switch entry.kind {
        case .chapter(let id): result.append(PlacedChapter(chapter: id, group: group))
        case .group: if group == title { inner = entry.label }
        case .part(_, let introduction):
          inner = entry.label
          if let introduction { result.append(PlacedChapter(chapter: introduction, group: nil)) }
        }
        visit(entry.children, inner)
      }
    }
    visit(order.entries, title)
    return result
  }

  fileprivate func readme() -> LaTeXFile {
    let text = """
      To make book.pdf, run `lualatex book.tex` two times in this folder (TeX Live: texlive-luatex, \
      texlive-latex-recommended, fonts-texgyre, fonts-texgyre-math), or `xelatex book.tex` (texlive-xetex) where this \
      folder was made with `--engine xelatex`.

      """
    return LaTeXFile(path: "README.md", bytes: Array(text.utf8))
  }

  static let backCoverPath = "images/back-cover.pdf"

  /// Where the picture of the cover stands; nil for a book without one that LaTeX can take.
  var coverPath: String? {
    guard let cover = options.cover, let ending = Pictures.fileExtension(of: cover.bytes) else { return nil }
    return "images/cover." + ending
  }

  fileprivate func coverFiles() -> [LaTeXFile] {
    var files: [LaTeXFile] = []
    if let coverPath, let cover = options.cover { files.append(LaTeXFile(path: coverPath, bytes: cover.bytes)) }
    if let cover = options.backCover { files.append(LaTeXFile(path: Edition.backCoverPath, bytes: cover.pdf)) }
    return files
  }
}
