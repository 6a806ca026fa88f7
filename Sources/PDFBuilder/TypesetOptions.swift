import ProcessBinding

/// How an edition is typeset.
package struct TypesetOptions: Sendable {
  /// The file that TeX is given; its name gives the PDF's.
  package var main = "book.tex"
  /// The engine's program, a name or an absolute path: LuaLaTeX, XeLaTeX or Tectonic.
  package var engine = "lualatex"
  /// Where programs are looked for, as in `PATH`.
  package var searchPath: String
  /// The absolute path of a folder where TeX may keep what it has read of fonts, from book to book.
  package var fontCache: String
  /// Where Tectonic keeps what it has fetched of LaTeX; nil for its own choice.
  package var tectonicCache: String?
  /// Seconds since 1970: the date of the PDF.
  package var date: Int
  /// Whether the structure of the book is in the PDF (PDF 1.7 §14.8), where the engine can write it.
  package var isTagged = true
  /// The most passes; more than needed are never run.
  package var passes = 4
  package var limits = Program.Limits(seconds: 900, memory: 8 << 30, file: 2 << 30)

  package init(searchPath: String, fontCache: String, date: Int) {
    self.searchPath = searchPath
    self.fontCache = fontCache
    self.date = date
  }

  /// The main file's name without its ending.
  var jobName: String { String(main.prefix { $0 != "." }) }
}

/// A typeset edition.
package struct Typeset: Equatable, Sendable {
  package var pdf: [UInt8]
  package var pages: Int
  /// How often TeX was run: 0 when nothing has changed since the last build.
  package var passes: Int
  /// The standards that the PDF says it keeps, having met every rule that we can check.
  package var claims: Set<PDFStandard>
  /// Why it was not kept for the next build; nil when it was, or when there is no cache.
  package var keepingFailure: TypesetFailure?
}

/// A standard that a PDF may say it keeps.
package enum PDFStandard: String, CaseIterable, Sendable {
  /// ISO 14289-1.
  case universalAccess = "PDF/UA-1"
  /// ISO 19005-2, level A.
  case archive = "PDF/A-2a"
}

/// How far the engine has come.
package struct TypesetProgress: Equatable, Sendable {
  /// From 1.
  package var pass: Int
  /// Pages made in this pass.
  package var page: Int
  /// Pages of the last pass or build; nil when there has been none.
  package var total: Int?

  package init(pass: Int, page: Int, total: Int?) {
    self.pass = pass
    self.page = page
    self.total = total
  }
}
