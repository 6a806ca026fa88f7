import Foundation
import LaTeXRenderer
import SourceText
import Testing

@testable import PDFBuilder

/// TeX, where it is installed.
enum TeX {
  static let isPresent =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/lualatex")
    || ProcessInfo.processInfo.environment["HANDPRESS_REQUIRE_CHECKS"] == "1"
  static let absence: Comment = "skipped: lualatex is not installed; `make test` installs it"

  /// What TeX keeps of fonts, shared by all tests of a run.
  static let fontCache = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "handpress-test-fonts").path()
}

/// A book of a page or two, without the class.
struct SmallBook {
  static let file = FileID(3)

  var files: [LaTeXFile]
  var options = TypesetOptions(searchPath: "/usr/bin:/bin", fontCache: TeX.fontCache, date: 1_577_836_800)

  /// Line n of `chapters/one.tex` comes from the bytes n × 10 to n × 10 + 5 of the Markdown.
  init(_ chapter: String, preamble: String = "") {
    let lines = chapter.split(separator: "\n", omittingEmptySubsequences: false)
    let main = """
      \\documentclass{article}
      \(preamble)\\usepackage{handpress-tagging}
      \\begin{document}
      \\tableofcontents
      \\input{chapters/one.tex}
      \\end{document}

      """
    files = [
      LaTeXFile(path: "book.tex", bytes: Array(main.utf8), origins: []),
      LaTeXFile(
        path: "chapters/one.tex", bytes: Array(chapter.utf8),
        origins: lines.indices.map { SmallBook.range(ofLine: $0 + 1) }),
    ]
  }

  static func range(ofLine line: Int) -> SourceRange {
    SourceRange(file: file, start: UInt32(line * 10), end: UInt32(line * 10 + 5))
  }

  struct Result {
    var typeset: Typeset
    var findings: [Diagnostic]
    var progress: [TypesetProgress]
  }

  func typeset(cache: TestFolder? = nil) throws -> Result {
    var findings = Findings()
    var progress: [TypesetProgress] = []
    let result = try PDFBuilder.typeset(
      files, with: Engine(options), in: TestFolder(), cache: cache, progress: { progress.append($0) },
      findings: &findings)
    // Few of these books keep a standard; `typeset.claims` says so.
    let complaints = findings.sorted().filter { $0.id != .pdfUnclaimed }
    return Result(typeset: result, findings: complaints, progress: progress)
  }
}
