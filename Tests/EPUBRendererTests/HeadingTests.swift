import BookModel
import EPUBRenderer
import Testing

@testable import EPUBRenderer

@Suite("Headings in the EPUB")
struct HeadingTests {
  private func shown(_ written: [Int]) -> [Int] {
    var levels = HeadingLevels()
    return written.map { levels.shown(for: $0) }
  }

  @Test(
    "The first heading stands over all others, and no level is skipped",
    arguments: [
      ([1, 2, 3, 2], [1, 2, 3, 2]), ([1, 3, 3, 2], [1, 2, 2, 2]), ([1, 4, 5, 6, 2], [1, 2, 3, 4, 2]),
      ([2, 2, 3], [1, 2, 3]), ([3, 1, 2], [1, 2, 3]), ([1, 1, 2, 1], [1, 2, 3, 2]),
      ([1, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 6]),
    ])
  func levels(written: [Int], expected: [Int]) {
    #expect(shown(written) == expected)
  }

  private func page(showsTitle: Bool, _ blocks: [Block]) -> String {
    Make.book([Make.chapter(0, "Page", showsTitle: showsTitle, blocks: blocks)]).rendered()["EPUB/c001-page.xhtml"]
      ?? ""
  }

  @Test("The title is shown where the page has no H1 of its own, hidden or not")
  func titles() {
    #expect(page(showsTitle: true, [Make.heading(2, "A", "a")]).contains("<h1>Page</h1>\n<h2 id=\"a\">A</h2>"))
    #expect(page(showsTitle: false, [Make.heading(2, "A", "a")]).contains("<h1>Page</h1>\n<h2 id=\"a\">A</h2>"))
    #expect(page(showsTitle: false, [Make.heading(1, "Own", "own")]).contains("\n<h1 id=\"own\">Own</h1>"))
    #expect(!page(showsTitle: false, [Make.heading(1, "Own", "own")]).contains("<h1>Page"))
  }

  @Test("A heading without text is only a place to link to")
  func empty() {
    #expect(Make.book([Make.heading(2, " ", "x")]).content().contains("<div id=\"x\"></div>"))
  }

  @Test("A long chapter is divided at the highest headings that make its files light enough")
  func division() {
    let filler = String(repeating: "word ", count: 40)
    let blocks = [
      Make.paragraph(filler), Make.heading(2, "Two", "two"), Make.paragraph(filler),
      Make.heading(3, "In two", "in-two"),
      Make.paragraph(filler), Make.heading(2, "Three", "three"), Make.paragraph(filler),
    ]
    let book = Make.book([
      Make.chapter(0, "Page", blocks: blocks),
      Make.chapter(
        1, "Other",
        blocks: [
          Make.paragraph(
            Make.link(.chapter(ChapterID(0), anchor: "in-two"), "in"),
            Make.link(.chapter(ChapterID(0), anchor: "three"), "three"))
        ]),
    ])
    var options = EPUBOptions(modified: "2026-03-31T12:00:00Z")
    options.documentLimit = 600
    let files = book.rendered(options)
    #expect(files["EPUB/c001-page.xhtml"]?.contains("<h1>Page</h1>") == true)
    #expect(files["EPUB/c001-page-2.xhtml"]?.contains("<h1 id=\"two\">Two</h1>") == true)
    #expect(files["EPUB/c001-page-2.xhtml"]?.contains("<h2 id=\"in-two\">In two</h2>") == true)
    #expect(files["EPUB/c001-page-3.xhtml"]?.contains("<h1 id=\"three\">Three</h1>") == true)
    #expect(
      files["EPUB/c002-other.xhtml"]?.contains(
        "<a href=\"c001-page-2.xhtml#in-two\">in</a><a href=\"c001-page-3.xhtml#three\">") == true)
    #expect(
      files["EPUB/package.opf"]?.contains("<itemref idref=\"c001-page\"/>\n<itemref idref=\"c001-page-2\"/>") == true)
  }
}
