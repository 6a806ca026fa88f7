import BookModel
import EPUBRenderer
import SourceText
import Testing

@Suite("Footnotes in the EPUB")
struct FootnoteTests {
  @Test("A note has one way back for each reference")
  func backlinks() {
    let book = Make.book(
      [Make.paragraph(Make.reference(1, 1), Make.reference(1, 2))], footnotes: [Make.note(1, [Make.paragraph("Text.")])]
    )
    #expect(
      book.content() == """
        <p><sup class="noteref"><a href="#fn.1" id="fnref.1.1" epub:type="noteref" role="doc-noteref">1</a></sup>\
        <sup class="noteref"><a href="#fn.1" id="fnref.1.2" epub:type="noteref" role="doc-noteref">1</a></sup></p>
        <div class="footnotes" epub:type="footnotes" role="group" aria-label="Notes">
        <aside id="fn.1" class="footnote" epub:type="footnote" role="doc-footnote" aria-label="Note 1"><p><span class="note-mark">1.</span> Text.\
         <a href="#fnref.1.1" class="backlink" epub:type="backlink" role="doc-backlink" aria-label="Back to reference 1">↩\u{FE0E}</a>\
         <a href="#fnref.1.2" class="backlink" epub:type="backlink" role="doc-backlink" aria-label="Back to reference 2">↩\u{FE0E}</a></p></aside>
        </div>

        """)
  }

  @Test("A note that nothing refers to shows its label and no way back")
  func unreferenced() {
    let output = Make.book([Make.paragraph("x")], footnotes: [Make.note(0, [Make.paragraph("Text.")])]).content()
    #expect(
      output.contains(
        "role=\"doc-footnote\" aria-label=\"n0\"><p><span class=\"note-mark\">[n0]</span> Text.</p></aside>"))
    #expect(!output.contains("backlink"))
  }

  @Test("A reference to a note that is not there stays as it was written")
  func missing() {
    #expect(Make.book([Make.paragraph(Make.reference(0, 0))]).content() == "<p>[^n0]</p>\n")
  }

  @Test("In a divided chapter a note stands with its first reference, and every way leads to the right file")
  func divided() {
    let filler = String(repeating: "word ", count: 40)
    let book = Make.book(
      [
        Make.paragraph(filler), Make.heading(2, "Two", "two"), Make.paragraph(Make.text(filler), Make.reference(1, 1)),
        Make.heading(2, "Three", "three"), Make.paragraph(Make.text(filler), Make.reference(1, 2)),
      ], footnotes: [Make.note(1, [Make.paragraph("Text.")])])
    var options = EPUBOptions(modified: "2026-03-31T12:00:00Z")
    options.documentLimit = 400
    let files = book.rendered(options)
    #expect(files["EPUB/c001-page.xhtml"]?.contains("footnote") == false)
    #expect(files["EPUB/c001-page-2.xhtml"]?.contains("<aside id=\"fn.1\"") == true)
    #expect(files["EPUB/c001-page-2.xhtml"]?.contains("<a href=\"#fnref.1.1\"") == true)
    #expect(files["EPUB/c001-page-2.xhtml"]?.contains("<a href=\"c001-page-3.xhtml#fnref.1.2\"") == true)
    #expect(files["EPUB/c001-page-3.xhtml"]?.contains("<a href=\"c001-page-2.xhtml#fn.1\" id=\"fnref.1.2\"") == true)
  }
}
