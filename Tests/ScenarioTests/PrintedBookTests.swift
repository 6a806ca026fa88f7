import Foundation
import TestSupport
import Testing

/// What tests of printed books share.
enum PrintedBook {
  // In `make test` the absence of a program fails.
  private static let isRequired = ProcessInfo.processInfo.environment["HANDPRESS_REQUIRE_CHECKS"] == "1"
  static let hasEngine = FileManager.default.isExecutableFile(atPath: "/usr/bin/lualatex") || isRequired
  static let hasExtractor = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext") || isRequired
  /// Kept for all tests of a run: TeX reads fonts but once.
  static let cache = FileManager.default.temporaryDirectory.appending(path: "handpress-test-cache")
}

/// Whole books as PDF: they keep the standards that they claim, their text can be taken out, the same input gives the
/// same bytes.
@Suite(
  .serialized, .enabled(if: PrintedBook.hasEngine, "skipped: lualatex is not installed; `make test` installs it"))
struct PrintedBookTests {
  private let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "handpress-printed-\(UUID().uuidString)")

  private func build(
    _ handbook: URL, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> (pdf: URL, run: Program.Run) {
    let output = folder.appending(path: UUID().uuidString)
    let run = try Program.handpress(
      ["build", handbook.path(), "--to", "pdf", "--output", output.path(), "--diagnostics", "short", "--cache"]
        + [PrintedBook.cache.path()] + arguments, in: SharedData.checkout, environment: environment)
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path()).filter { $0.hasSuffix(".pdf") }
    return (output.appending(path: try #require(names.first, "\(run.output)")), run)
  }

  /// A handbook of one page.
  private func handbook(_ text: String) throws -> URL {
    let docs = folder.appending(path: "book")
    try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
    try Data("title: A Book\nauthors: A. Author\nmath: true\n".utf8).write(to: docs.appending(path: "book.yml"))
    try Data(text.utf8).write(to: docs.appending(path: "a.md"))
    let square = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
    try Data(square.utf8).write(to: docs.appending(path: "square.svg"))
    return docs
  }

  private func text(of pdf: URL) throws -> String {
    try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", pdf.path(), "-"]).output
  }

  /// What a page may hold, as a careful author writes it.
  private static let page = """
    # A page

    Text with *emphasis*, **weight**, `code`, a [link](https://example.org/a-b), one [further down](#table), a note[^1]
    and an emoji 👩‍🚒, é, Ω, →, $x^2 \\over y$ and $\\textcolor{cyan}{z}$.

    [^1]: The note.

    :::warning Title

    - [x] Done
    - [ ] To do

    1. One
       - Nested

    :::

    $$
    \\sum_{i=0}^{n} \\frac{1}{i!}
    $$

    ## Table

    | Name | Meaning |
    |:-----|--------:|
    | `a`  | A       |

    > A quotation.

    <details><summary>More</summary>

    Hidden text.

    </details>

    ```js title="a.js" showLineNumbers {2}
    let first = 1;
    let second = 2;
    ```

    ```mermaid
    graph TD
      accTitle: A to B
      A["Wörter →"] --> B
    ```

    ![A square](square.svg)
    """

  @Test(
    "What a page may hold keeps PDF/UA-1 and PDF/A-2a", .enabled(if: PDFCheck.isPresent, PDFCheck.absence),
    arguments: ["screen", "print"])
  func constructs(profile: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (pdf, run) = try build(handbook(Self.page), ["--profile", profile])
    #expect(!run.output.contains("[pdf-unclaimed]"), "\(run.output)")
    let verdict = try PDFCheck.verdict(on: pdf)
    #expect(verdict.hasSuffix("no fault\n"), "\(verdict)")
  }

  @Test(
    "On the pages of every construct no heading, no caption and no text is out of place",
    .enabled(if: PDFCheck.isPresent, PDFCheck.absence), arguments: [["A4", "screen"], ["6x9in", "print"]])
  func places(edition: [String]) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let fixture = SharedData.checkout.appending(path: "Tests/ScenarioTests/Fixtures/every-construct")
    let pdf = try build(fixture, ["--paper", edition[0], "--profile", edition[1]]).pdf
    #expect(try PDFCheck.misplaced(in: pdf).isEmpty)
  }

  @Test("The shipped handbook keeps PDF/UA-1 and PDF/A-2a", .enabled(if: PDFCheck.isPresent, PDFCheck.absence))
  func shipped() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (pdf, run) = try build(SharedData.checkout.appending(path: "content"))
    #expect(!run.output.contains("[pdf-unclaimed]"), "\(run.output)")
    let verdict = try PDFCheck.verdict(on: pdf)
    #expect(verdict.hasSuffix("no fault\n"), "\(verdict)")
  }

  @Test(
    "Books from right to left keep PDF/UA-1 and PDF/A-2a",
    .enabled(if: PDFCheck.isPresent, PDFCheck.absence), arguments: ["hebrew", "arabic"], ["screen", "print"])
  func rightToLeft(fixture: String, profile: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = SharedData.checkout.appending(path: "Tests/ScenarioTests/Fixtures/\(fixture)")
    let (pdf, run) = try build(book, ["--profile", profile])
    #expect(run.output.split(separator: "\n").count == 1, "only the path of the PDF: \(run.output)")
    let verdict = try PDFCheck.verdict(on: pdf)
    #expect(verdict.hasSuffix("no fault\n"), "\(verdict)")
  }

  @Test(
    "The elements of a book from right to left hold its text in the order in which it is read",
    .enabled(if: PrintedBook.hasExtractor, "skipped: pdftotext is not installed; `make test` installs it"))
  func readingOrder() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let pdf = try build(SharedData.checkout.appending(path: "Tests/ScenarioTests/Fixtures/hebrew")).pdf
    let text = try Program.run(URL(filePath: "/usr/bin/pdfinfo"), ["-struct-text", pdf.path()]).output
    for phrase in [
      "צעדים ראשונים", "handpress build content --to pdf", "יותר מ־2,000 שורות", "03-555-1234",
    ] {
      #expect(text.contains(phrase), "\(phrase) in \(text)")
    }
  }

  @Test(
    "Consonants of India join, and are copied as they were written",
    .enabled(if: PrintedBook.hasExtractor, "skipped: pdftotext is not installed; `make test` installs it"),
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/share/fonts/truetype/noto/NotoSerifDevanagari-Regular.ttf"),
      "skipped: fonts-noto-core is not installed; `make test` installs it"))
  func conjuncts() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = "क्षत्रिय, ज्ञान, राष्ट्र"
    let pdf = try build(handbook("# A\n\n\(words)\n")).pdf
    #expect(try text(of: pdf).contains(words))
  }

  @Test(
    "Code is copied without its numbers, and without the arrows of lines that go on",
    .enabled(if: PrintedBook.hasExtractor, "skipped: pdftotext is not installed; `make test` installs it"))
  func code() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = (1...30).map { "word\($0)" }.joined(separator: " + ")
    let book = try handbook(
      "# Code\n\nBefore.\n\n```js showLineNumbers\nlet first = 1;\n  let long = \(words);\n```\n\nAfter 😀.\n")
    let text = try text(of: build(book).pdf)
    let start = try #require(text.range(of: "Before.")).upperBound
    let end = try #require(text.range(of: "After")).lowerBound
    let lines = text[start..<end].split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.filter { !$0.isEmpty }.first == "let first = 1;")
    #expect(
      lines.joined(separator: " ").split(separator: " ") == "let first = 1; let long = \(words);".split(separator: " "))
    #expect(text.contains("😀"))
  }

  @Test(
    "Chemistry, struck terms and Greek letters in every alphabet of formulas are set; a missing letter is told of",
    .enabled(if: PrintedBook.hasExtractor, "skipped: pdftotext is not installed; `make test` installs it"))
  func formulas() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let math =
      #"$\ce{A <=>[\Gamma] B}$ $\mathrm{a\Delta}$ $\mathbf{\Theta}$ $\mathsf{\Lambda}$ $\mathit{\Xi}$ "#
      + #"$\mathtt{\Pi}$ $\cancel{x}\bcancel{y}\xcancel{z}$ $a\coloneqq b$"#
    let (pdf, run) = try build(handbook("# M\n\n\(math)\n"))
    #expect(run.output.split(separator: "\n").count == 1, "only the path of the PDF: \(run.output)")
    let text = try text(of: pdf)
    for letter in "ΓΔ𝚯ΛΞΠ≔" { #expect(text.contains(letter), "\(letter) in \(text)") }

    let lost = try build(handbook("# M\n\nText.\n\nOne $\\mathtt{\\nabla}$.\n")).run
    #expect(lost.output.contains("a.md:5:1: warning[tex-missing-glyph]: no font of the PDF has `∇`"), "\(lost.output)")
  }

  @Test(
    "A heading stays with the block under it, wherever on the page it falls",
    .enabled(if: PrintedBook.hasExtractor, "skipped: pdftotext is not installed; `make test` installs it"),
    arguments: [
      "> A quotation that is broken\n> into two lines.", ":::note\n\nText.\n\n:::", "- An item\n- Another",
      "```\na\nb\n```",
    ])
  func headings(block: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = try handbook("# Begin\n\nText.\n")
    // A page of A4 holds some forty of these lines.
    for count in 28..<48 {
      let lines = (0..<count).map { "Line \($0)\\" }.joined(separator: "\n")
      try Data("# Page\n\n\(lines)\nlast.\n\n## The heading\n\n\(block)\n\nText.\n".utf8).write(
        to: book.appending(path: "p\(count).md"))
    }
    let pages = try text(of: build(book).pdf).split(separator: "\u{0C}").map { page in
      page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
    #expect(pages.joined().filter { $0 == "The heading" }.count == 20)
    // The last line is the number of the page.
    #expect(pages.filter { $0.dropLast().last == "The heading" }.isEmpty)
  }

  @Test("A picture under a heading is made as small as the page needs, wherever on it they fall")
  func smallerPictures() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = try handbook("# Begin\n\nText.\n")
    let size = "width='200' height='320'"
    try Data("<svg xmlns='http://www.w3.org/2000/svg' \(size)><rect \(size)/></svg>".utf8).write(
      to: book.appending(path: "tall.svg"))
    for count in 16..<40 {
      let lines = (0..<count).map { "Line \($0)\\" }.joined(separator: "\n")
      try Data("# Page\n\n\(lines)\nlast.\n\n## The heading\n\n![Tall](tall.svg)\n".utf8).write(
        to: book.appending(path: "p\(count).md"))
    }
    let run = try build(book).run
    #expect(run.output.split(separator: "\n").count == 1, "only the path of the PDF: \(run.output)")
  }

  @Test(
    "No paragraph ends with a word alone on its last line where its lines can be broken otherwise",
    .enabled(if: PrintedBook.hasExtractor, "skipped: pdftotext is not installed; `make test` installs it"))
  func lastLines() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = """
      the quick brown fox jumps over a lazy dog while seven wise monkeys watch from the tall old tree behind our small \
      house and say that nothing of what they see could ever be told to those who do not want to hear it at all because \
      words are cheap and deeds are not so they stay where they are and wait
      """.split(separator: " ")
    let paragraphs = (0..<76).map { words.dropFirst($0 % 7).prefix(20 + $0 % 38).joined(separator: " ") + "." }
    let text = try text(of: build(handbook("# A\n\n" + paragraphs.joined(separator: "\n\n"))).pdf)
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let last = lines.filter { $0.hasSuffix(".") }
    #expect(last.count >= paragraphs.count)
    // Five of them, were the space at a paragraph's end to stretch without end.
    #expect(last.filter { !$0.contains(" ") } == [])
  }

  @Test("The same book has the same bytes, whether anything was kept of it or not, and the date that is asked for")
  func reproducible() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = try handbook("# A\n\nText, [link](#b) and $x^2$.\n\n## B\n\n```mermaid\ngraph TD\n  A --> B\n```\n")
    let environment = ["SOURCE_DATE_EPOCH": "86400"]
    let first = try Data(contentsOf: build(book, environment: environment).pdf)
    let second = try Data(
      contentsOf: build(book, environment: environment.merging(["TZ": "Asia/Tokyo"]) { a, _ in a }).pdf)
    #expect(first == second)
    #expect(String(decoding: first, as: UTF8.self).contains("<xmp:CreateDate>1970-01-02T00:00:00Z"))
  }

  @Test("A book is set once when a word has come to it, and not at all when nothing has")
  func passes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = try handbook("# A\n\nSee [B](#b).\n\n## B\n\nText.\n")
    let cache = ["--cache", folder.appending(path: "cache").path()]
    #expect(try passes(of: book, cache) == 2)
    #expect(try passes(of: book, cache) == 0)
    try Data("# A\n\nSee [B](#b).\n\n## B\n\nText more.\n".utf8).write(to: book.appending(path: "a.md"))
    #expect(try passes(of: book, cache) == 1)
  }

  /// What once stopped TeX, or stood over the edge.
  private static let hard = """
    # A page

    A note with a list[^l], one with code[^c], one with a table[^t], one with a formula[^m].

    [^l]: A list:

        - one
        - two

    [^c]: Code:

        ```js
        let first = 1;
        ```

    [^t]: A table:

        | A | B |
        |---|---|
        | 1 | 2 |

    [^m]: A formula:

        $$
        x^2
        $$

    <table>
    <thead><tr><th colspan="2">Over two</th></tr></thead>
    <tbody><tr><td colspan="2">Over both</td></tr><tr><td>a</td><td>b</td></tr></tbody>
    </table>

    | Type | Meaning |
    |------|---------|
    | [x](#a-page) | Many words about it, so that the column of the link has no more room than it needs for itself |

    ```python
                                if chunk['choices'][0]['delta'].get('content')['another_key'][0].attribute:
    ```

    $\\color{red}{x} \\setminus \\textcolor{#00ff00}{y}$ and
    $28948022309329048855892746252171976963363056481941560715954676764349967630337$.

    Words before a picture ![A square](square.svg) in its line. Some more words, so that there is more than one line of
    them: ![A wide one](wide.svg)
    """

  @Test("What is hard to set is set without a complaint", arguments: ["A4", "6x9in"])
  func hardToSet(paper: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = try handbook(Self.hard)
    let wide = "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='99'><rect width='900' height='99'/></svg>"
    try Data(wide.utf8).write(to: book.appending(path: "wide.svg"))
    let (pdf, run) = try build(book, ["--profile", "print", "--paper", paper])
    #expect(!run.output.contains("[tex-"), "\(run.output)")
    #expect(run.status == 0)
    if PDFCheck.isPresent { #expect(try PDFCheck.misplaced(in: pdf).isEmpty) }
  }

  @Test("The contents know the pages of sections, and of what no link leads to", arguments: ["screen", "print"])
  func sections(profile: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = String(repeating: "Words that fill the lines of many pages. ", count: 400)
    let sections = (1...9).map { "## Section \($0)\n\n\(words)" }.joined(separator: "\n\n")
    let (pdf, run) = try build(handbook("# A\n\n\(sections)\n"), ["--profile", profile])
    #expect(!run.output.contains("tex-undefined-reference"), "\(run.output)")
    #expect(try text(of: pdf).contains(#/Section 9[ .]+\d\d/#))
  }

  @Test("A printed book needs two passes, wherever the pages are that its links tell of")
  func passesOfPrint() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let docs = folder.appending(path: "book")
    try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
    try Data("title: A Book\n".utf8).write(to: docs.appending(path: "book.yml"))
    for chapter in 10..<50 {
      let links = (10..<50).map { "The words of [chapter \($0)](c\($0).md#end) are many." }.joined(separator: " ")
      try Data("---\ntags: [a, b\(chapter % 7)]\n---\n\n# C \(chapter)\n\n\(links)\n\n\(links)\n\n## End\n\nIt.\n".utf8)
        .write(to: docs.appending(path: "c\(chapter).md"))
    }
    for paper in ["A4", "6x9in"] {
      #expect(try passes(of: docs, ["--profile", "print", "--paper", paper, "--no-cache"]) == 2)
    }
  }

  /// How many passes of the engine the PDF of a handbook takes.
  private func passes(of book: URL, _ arguments: [String]) throws -> Int {
    let engine = folder.appending(path: "engine")
    let log = folder.appending(path: "log")
    try Data(
      "#!/bin/sh\ncase \"$*\" in *--version*) ;; *) echo pass >> \(log.path());; esac\nexec lualatex \"$@\"\n".utf8
    ).write(to: engine)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: engine.path())
    try? FileManager.default.removeItem(at: log)
    let run = try Program.handpress(
      ["build", book.path(), "--to", "pdf", "--output", folder.appending(path: "out").path()]
        + ["--engine", engine.path()] + arguments, in: folder)
    #expect(run.status == 0, "\(run.output)")
    return (try? String(contentsOf: log, encoding: .utf8))?.split(separator: "\n").count ?? 0
  }
}
