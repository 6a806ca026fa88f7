import Foundation
import LaTeXRenderer
import PDFBuilder
import ProcessBinding
import SourceText
import Testing

extension RunningTests {
  @Suite(.enabled(if: TeX.isPresent, TeX.absence)) struct TypesettingTests {
    private let book = SmallBook("\\section{One}\nText \\pageref{end}.\n\\newpage\\section{Two}\\label{end}\n")

    @Test func passesAreOnlyAsManyAsNeeded() throws {
      let cache = try TestFolder()
      let cold = try book.typeset(cache: cache)
      #expect(cold.typeset.passes == 2)
      #expect(cold.typeset.pages == 2)
      #expect(cold.findings.isEmpty)
      #expect(cold.progress.last == TypesetProgress(pass: 2, page: 2, total: 2))
      let same = try book.typeset(cache: cache)
      #expect(same.typeset.passes == 0)
      #expect(same.typeset.pdf == cold.typeset.pdf)
      var edited = book
      edited.files[1].bytes += Array("More.\n".utf8)
      let warm = try edited.typeset(cache: cache)
      #expect(warm.typeset.passes == 1)
      #expect(warm.typeset.pdf != cold.typeset.pdf)
    }

    @Test func anOldAuxiliaryFileNeverSpoilsABook() throws {
      let cache = try TestFolder()
      let cold = try book.typeset(cache: cache)
      try cache.write(Array("\\nonsense\n".utf8), to: "auxiliary/book.aux")
      var edited = book
      edited.files[1].bytes += Array(" \n".utf8)
      let again = try edited.typeset(cache: cache)
      #expect(again.findings.isEmpty)
      #expect(again.typeset.pages == cold.typeset.pages)
    }

    @Test func theSameBookHasTheSameBytes() throws {
      let first = try book.typeset()
      let second = try book.typeset()
      #expect(first.typeset.pdf == second.typeset.pdf)
      #expect(first.typeset.pdf.starts(with: Array("%PDF-1.7".utf8)))
    }

    @Test func complaintsComeBackToTheMarkdown() throws {
      let result = try SmallBook(
        "Fine.\n\n\\nonsense\n\n\\noindent\\mbox{\(String(repeating: "m", count: 90))}\n\nSee \\ref{nowhere} 漢.\n"
      ).typeset()
      #expect(Set(result.findings.map(\.id)) == [.texError, .texOverfull, .texMissingGlyph, .texUndefinedReference])
      #expect(result.findings.first { $0.id == .texError }?.range == SmallBook.range(ofLine: 3))
      #expect(result.findings.first { $0.id == .texOverfull }?.range == SmallBook.range(ofLine: 5))
      #expect(result.findings.first { $0.id == .texUndefinedReference }?.range == SmallBook.range(ofLine: 7))
    }

    @Test func nothingOutsideTheJobIsReadOrWritten() throws {
      let secret = try TestFolder()
      try secret.write(Array("secret".utf8), to: "secret.tex")
      let attempts = [
        "\\input{\(secret.path)/secret.tex}", "\\newwrite\\w\\immediate\\openout\\w=\(secret.path)/made.txt ",
        "\\immediate\\write18{touch \(secret.path)/made.txt}",
      ]
      for attempt in attempts { _ = try? SmallBook("Text.\n\(attempt)\n").typeset() }
      #expect(secret.files() == ["secret.tex"])
      var findings = Findings()
      _ = try? typeset(
        SmallBook(attempts[0] + "\n").files, with: Engine(book.options), in: TestFolder(), cache: nil,
        progress: { _ in },
        findings: &findings)
      #expect(findings.diagnostics.contains { $0.id == .texError })
    }

    @Test func whatIsMissingIsSaidWithItsCommand() throws {
      var nowhere = book
      nowhere.options.engine = "no-such-tex"
      #expect {
        try nowhere.typeset()
      } throws: { error in
        "\(error)".contains("`no-such-tex` is not installed; run `sudo apt-get install")
      }
      #expect {
        try SmallBook("x", preamble: "\\usepackage{nosuchpackage}\n").typeset()
      } throws: { error in
        "\(error)".contains("`nosuchpackage.sty` is not installed")
      }
    }

    @Test func timeIsLimited() throws {
      var endless = SmallBook("\\def\\x{\\x}\\x\n")
      endless.options.limits.seconds = 2
      #expect {
        try endless.typeset()
      } throws: { error in
        guard let failure = error as? TypesetFailure else { return false }
        if case .stopped = failure { return true }
        return failure == .timedOut(seconds: 2)
      }
    }
  }
}
