import Foundation
import LaTeXRenderer
import PDFBuilder
import TestSupport
import Testing

extension RunningTests {
  @Suite(.enabled(if: TeX.isPresent, TeX.absence), .enabled(if: PDFCheck.isPresent, PDFCheck.absence))
  struct TaggingTests {
    private func book(_ chapter: String = TaggedBook.chapter, preamble: String = TaggedBook.preamble) -> SmallBook {
      var book = SmallBook(chapter, preamble: preamble)
      book.files.append(LaTeXFile(path: "picture.png", bytes: [UInt8](TaggedBook.picture)))
      book.options.passes = 2
      return book
    }

    private func check(_ pdf: [UInt8], _ look: (URL) throws -> String) throws -> String {
      let folder = try TestFolder()
      try folder.write(pdf, to: "book.pdf")
      return try look(folder.url.appending(path: "book.pdf"))
    }

    @Test func everyElementIsInTheTree() throws {
      let result = try book().typeset()
      #expect(result.findings.isEmpty)
      #expect(result.typeset.claims == [.universalAccess, .archive])
      let outline = try check(result.typeset.pdf, PDFCheck.outline)
      #expect(outline.split(separator: "\n") == TaggedBook.outline.split(separator: "\n"))
    }

    @Test func theRulesThatCanBeCheckedAreKept() throws {
      let result = try book().typeset()
      let verdict = try check(result.typeset.pdf, PDFCheck.verdict)
      #expect(verdict.hasSuffix("no fault\n"), "\(verdict)")
    }

    @Test func theCheckerFindsWhatIsBroken() throws {
      let result = try book().typeset()
      let missed = try check(result.typeset.pdf, PDFCheck.missedBreaks)
      #expect(missed.hasSuffix("all found\n"), "\(missed)")
    }

    @Test func aLinkInANoteGoesOnBehindLinksOfTheNextPage() throws {
      let link = { (text: String) in
        "\\leavevmode\\hptag{Link}\\pdfextension startlink attr{/Border[0 0 0]\\hplinkattr{a}} user{/Subtype/Link/A<</S/URI/URI(https://example.org)>>}\\relax \(text)\\pdfextension endlink\\relax\\hpendtag{}"
      }
      let long = link(String(repeating: "words of a link ", count: 16))
      let result = try book(
        """
        \\interfootnotelinepenalty0 \\hptag{Sect}\\hptag{H1}A\\hpendtag\\par\\vspace*{\\dimexpr\\textheight-5.5\\baselineskip}\\nobreak
        \\hptag{P}\(link("One"))\\footnote{\\hptag{Note}\\hptag{P}\(long)\\hpendtag\\hpendtag}.\\hpendtag\\par\\newpage
        \\hptag{P}\(link("Two")), three.\\hpendtag\\par\\hpendtag

        """
      ).typeset()
      #expect(result.findings.isEmpty)
      #expect(result.typeset.pages == 2)
      let verdict = try check(result.typeset.pdf, PDFCheck.verdict)
      #expect(verdict.hasSuffix("no fault\n"), "\(verdict)")
    }

    @Test func whatIsMisplacedOnPagesIsFound() throws {
      let paragraph = Array(repeating: "Words that fill lines of the page.", count: 9).joined(separator: " ")
      let words = String(repeating: "\\hptag{P}\\noindent \(paragraph)\\hpendtag\\par\n", count: 4)
      let apart = """
        \\hptag{Sect}\\hptag{H1}A\\hpendtag\\par \(words)\\hptagalt{Figure}{A}\\includegraphics{picture.png}\\hpendtag\\par\\newpage
        \\hptag{Caption}Apart\\hpendtag\\par \(words)\\hptag{P}\\hbox to 2\\hsize{Words\\hfil beside}\\hpendtag\\par
        \\hptag{H2}\\noindent Alone\\hpendtag\\par\\newpage \(words)\\hpendtag

        """
      let found = try check(book(apart).typeset().typeset.pdf, PDFCheck.misplaced)
      for line in ["a heading stands alone", "a caption stands apart", "text of P stands beside"] {
        #expect(found.contains("page 2: \(line)"), "\(line) in \(found)")
      }
    }

    @Test func theMetadataNameTheBook() throws {
      let result = try book().typeset()
      let text = String(decoding: result.typeset.pdf, as: UTF8.self)
      #expect(text.contains("<pdfuaid:part>1</pdfuaid:part>"))
      #expect(text.contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"))
      #expect(text.contains("<rdf:li xml:lang=\"x-default\">A Book &amp; More</rdf:li>"))
    }

    @Test(
      "What breaks a rule withholds the claim",
      arguments: [
        "\\hptagalt{Figure}{}\\includegraphics[width=1cm]{picture.png}\\hpendtag\\par\n",
        "\\hptag{Sect}Text right in a chapter\\hpendtag\\par\n",
        "\\hptag{H1}One\\hpendtag\\par\\hptag{H3}Three\\hpendtag\\par\n",
        "\\hptag{P}Never closed\\par\n", "\\hptag{LI}\\hptag{LBody}No list\\hpendtag\\hpendtag\\par\n",
      ])
    func claims(chapter: String) throws {
      let result = try book("\\hptag{Sect}\\hptag{H1}A\\hpendtag\\hpendtag\\par\n" + chapter).typeset()
      #expect(result.typeset.claims.isEmpty)
    }

    @Test func aBookWithoutTitleClaimsNothing() throws {
      let result = try book(
        "\\hptag{P}Text\\hpendtag\n",
        preamble: TaggedBook.preamble.replacingOccurrences(of: "A Book & More", with: "")
      ).typeset()
      #expect(result.typeset.claims.isEmpty)
    }

    @Test func charactersWithoutGlyphLeadToTheirParagraph() throws {
      let result = try book("\\hptag{P}Fine.\\hpendtag\\par\n\\hptag{P}Not 漢.\\hpendtag\\par\n").typeset()
      #expect(result.findings.map(\.id) == [.texMissingGlyph])
      #expect(result.findings.first?.range == SmallBook.range(ofLine: 2))
    }
  }
}
