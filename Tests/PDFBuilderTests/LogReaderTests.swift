import LaTeXRenderer
import SourceText
import Testing

@testable import PDFBuilder

@Suite struct LogReaderTests {
  private func read(_ log: String) -> [Diagnostic] {
    var findings = Findings()
    readLog(
      Log(bytes: Array(log.utf8)), of: .luatex, files: SmallBook("one\ntwo {c1.here}\nthree\n").files,
      findings: &findings)
    return findings.diagnostics
  }

  @Test func errorsLeadToTheirLine() {
    let found = read(
      "./chapters/one.tex:2: Undefined control sequence.\nl.2 \\nonsense\n            text\n\n")
    #expect(found.map(\.id) == [.texError])
    #expect(found.first?.severity == .error)
    #expect(found.first?.message == "TeX reports: Undefined control sequence")
    #expect(found.first?.range == SmallBook.range(ofLine: 2))
    #expect(found.first?.notes.first == "it had read `l.2 \\nonsense`")
  }

  @Test func errorsOfTheClassHaveNoPlaceInTheHandbook() {
    let found = read("./handpress.cls:90: Missing number, treated as zero.\n")
    #expect(found.first?.range == nil)
    #expect(found.first?.notes == ["TeX was at handpress.cls:90"])
  }

  @Test func boxesAreTooFullFromAPointOn() {
    let found = read(
      "@hp overfull h 65536 1 1 ./chapters/one.tex\n@hp overfull h 176952 3 4 ./chapters/one.tex\n@hp overfull v 131072 0 1 book.tex\n"
    )
    #expect(
      found.map(\.message) == ["a line is 2.7 pt too wide for the text", "this is 2.0 pt too high for the page"])
    #expect(found.first?.range == SmallBook.range(ofLine: 3))
  }

  @Test func whatXeTeXTellsInItsOwnWordsIsOfTheFileThatIsOpen() {
    let found = read(
      """
      @hp open chapters/one.tex
      Overfull \\hbox (0.9pt too wide) in paragraph at lines 1--1
      Overfull \\hbox (12.34pt too wide) in paragraph at lines 2--3
      Overfull \\vbox (3.0pt too high) has occurred while \\output is active []
      ./chapters/one.tex:3: Missing character: There is no 漢 (U+6F22) in font [a.otf]/OT:;.
      ./chapters/one.tex:3: Missing character: There is no 漢 ("6F22) in font cmr10.
      @hp close

      """)
    #expect(
      found.map(\.message) == [
        "a line is 12.3 pt too wide for the text", "this is 3.0 pt too high for the page",
        "no font of the PDF has `漢` (U+6F22)",
      ])
    #expect(found[0].range == SmallBook.range(ofLine: 2))
    #expect(found[2].range == SmallBook.range(ofLine: 3))
  }

  @Test func charactersWithoutGlyphAreNamed() {
    let found = read("@hp missing 6F22 1 chapters/one.tex\n")
    #expect(found.map(\.message) == ["no font of the PDF has `漢` (U+6F22)"])
    #expect(found.first?.range == SmallBook.range(ofLine: 1))
  }

  @Test func charactersWithoutGlyphInAFormulaAreNamedOnce() {
    let missing = "Missing character: There is no 𝛥 (U+1D6E5) in font [a.otf]:+tlig;!\n"
    let found = read("@hp formula 3 chapters/one.tex\n\(missing)@hp formula 3 chapters/one.tex\n\(missing)")
    #expect(found.map(\.message) == ["no font of the PDF has `𝛥` (U+1D6E5)"])
    #expect(found.first?.range == SmallBook.range(ofLine: 3))
  }

  @Test func referencesAreOfTheFileThatIsOpen() {
    let found = read(
      """
      @hp open ./chapters/one.tex
      LaTeX Warning: Reference `x' on page 1 undefined on input line 3.
      @hp close
      warning  (pdf backend): unreferenced destination with name 'c1.here'

      """)
    #expect(found.map(\.id) == [.texUndefinedReference, .texUndefinedReference])
    #expect(found.map(\.range) == [SmallBook.range(ofLine: 3), SmallBook.range(ofLine: 2)])
  }

  @Test func linesOfTextAreNoErrors() {
    #expect(read("See a.md: 12 things\n(./chapters/one.tex:3\nOverfull is a word\n12: \n").isEmpty)
  }

  @Test func theLogSaysWhatWasWritten() {
    let log = Log(
      bytes: Array(
        "x\n@hp access claimed\n@hp archive no\nOutput written on book.pdf (1322 pages, 3220000 bytes).\n".utf8))
    #expect(log.pages == 1322)
    #expect(log.claims == [.universalAccess])
    #expect(log.gaps == [.archive: ["no"]])
    #expect(!log.hasErrors)
  }

  @Test func missingFilesAreMissingPackages() {
    let log = Log(bytes: Array("./book.tex:1: LaTeX Error: File `scrbook.cls' not found.\n".utf8))
    #expect(log.missingFile == "scrbook.cls")
  }

  @Test func pagesAreCountedAcrossWrites() {
    var counter = PageCounter()
    let chunks = ["This is [1", "] [2{map}] [12pt] (a.tex [", "3\n\n] [x]"]
    #expect(chunks.map { counter.read(Array($0.utf8)) } == [false, true, true])
    #expect(counter.count == 3)
  }
}
