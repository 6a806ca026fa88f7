import BookModel
import SourceText
import TestSupport
import Testing

@testable import Artwork

@Suite("Formulas and code", .enabled(if: InstalledLibraries.isPresent, InstalledLibraries.absence))
struct IllustrateTests {
  private static let range = SourceRange(file: FileID(0), start: 3, end: 9)

  private func illustrations(
    _ blocks: [Block], macros: [MathMacro] = [], forms: ArtworkForms = [], workers: Int = 2,
    libraries: any World = InstalledLibraries()
  ) -> (Illustrations, [Diagnostic]) {
    var portfolio = Portfolio()
    return illustrations(
      blocks, macros: macros, forms: forms, workers: workers, libraries: libraries, portfolio: &portfolio)
  }

  private func illustrations(
    _ blocks: [Block], macros: [MathMacro] = [], forms: ArtworkForms = [], workers: Int = 2,
    libraries: any World = InstalledLibraries(), portfolio: inout Portfolio
  ) -> (Illustrations, [Diagnostic]) {
    var site = Site()
    site.rules.mathMacros = macros
    let chapter = Chapter(
      id: ChapterID(0), path: "a.md", docID: "a", permalink: "/a", title: "A", showsTitle: true, label: "A",
      blocks: blocks)
    let book = Book(
      metadata: Metadata(title: "A", language: "en"), site: site, outline: [.chapter(ChapterID(0))],
      chapters: [chapter])
    var findings = Findings()
    let made = illustrate(
      book, files: SourceFiles(), portfolio: &portfolio, libraries: libraries, forms: forms, workers: workers,
      findings: &findings)
    return (made, findings.diagnostics)
  }

  private func display(_ tex: String) -> Block { Block(.math(tex), at: IllustrateTests.range) }

  private func code(_ language: String, _ text: String) -> Block {
    Block(.code(CodeBlock(language: language, text: text)), at: IllustrateTests.range)
  }

  private func mathML(_ tex: String) -> String? {
    illustrations([display(tex)]).0.formulas[InlineMath(tex: tex, isDisplay: true)]?.mathML
  }

  @Test("A formula is MathML with its TeX beside it")
  func formula() {
    let inline = InlineMath(tex: "a<b", isDisplay: false)
    let paragraph = Block(
      .paragraph([Inline(.math(inline), at: IllustrateTests.range)]), at: IllustrateTests.range)
    #expect(
      illustrations([paragraph]).0.formulas[inline]?.mathML
        == #"<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="a&lt;b"><mi>a</mi><mo>&lt;</mo><mi>b</mi></math>"#
    )
    #expect(mathML("x")?.contains(#" display="block""#) == true)
  }

  @Test("No element stands in `mo` or `mi`", arguments: [#"\overset{!}{=}"#, #"\underset{x}{+}"#, #"\stackrel{a}{=}"#])
  func repairs(tex: String) throws {
    let markup = try #require(mathML(tex))
    #expect(!markup.contains("<mo><"))
    #expect(!markup.contains("<mi><"))
    #expect(!markup.contains("annotation"))
  }

  @Test("Letters of other shapes are characters of their own")
  func letters() {
    #expect(mathML(#"\mathbb{R}"#)?.contains("<mi>ℝ</mi>") == true)
    #expect(mathML(#"\mathcal{L}"#)?.contains("ℒ") == true)
    #expect(mathML(#"\mathbf{x}"#)?.contains("𝐱") == true)
  }

  @Test("The site's macros are known")
  func macros() {
    let (made, findings) = illustrations([display(#"\RR"#)], macros: [MathMacro(name: #"\RR"#, body: #"\mathbb{R}"#)])
    #expect(made.formulas.count == 1)
    #expect(findings.isEmpty)
  }

  @Test("A formula's own definitions end with it")
  func definitions() {
    let (made, _) = illustrations([display(#"\gdef\mine{x}"#), display(#"\mine"#)])
    #expect(made.unreadable == [InlineMath(tex: #"\mine"#, isDisplay: true)])
  }

  @Test(
    "What KaTeX cannot read is reported at its place",
    arguments: [#"\frac{1"#, #"\nope"#, #"\href{https://example.org}{x}"#, #"\def\a{\a}\a"#])
  func unreadable(tex: String) {
    let (made, findings) = illustrations([display(tex), display("x")])
    #expect(made.formulas.count == 1)
    #expect(findings.map(\.id) == [.mathUnreadable])
    #expect(findings.first?.range == IllustrateTests.range)
  }

  @Test("TeX for print is made only when it is asked for")
  func print() {
    let key = InlineMath(tex: #"\R"#, isDisplay: true)
    #expect(illustrations([display(#"\R"#)]).0.formulas[key]?.tex == nil)
    #expect(illustrations([display(#"\R"#)], forms: .printed).0.formulas[key]?.tex == #"\mathbb {R}"#)
  }

  @Test("The result does not depend on the number of workers")
  func workers() {
    let blocks =
      (0..<900).map { display("x_{\($0)}") } + [code("js", "let x = 1; // y\n"), code("py", "def f(): pass\n")]
    let (one, _) = illustrations(blocks, workers: 1)
    let (many, _) = illustrations(blocks, workers: 4)
    #expect(one.formulas == many.formulas && one.formulas.count == 900)
    #expect(one.listings == many.listings && one.listings.count == 2)
  }

  @Test("Tokens make up the text", arguments: ["ts", "html", "yml", "docker", "md", "sh", "c++", "diff", "pug"])
  func tokens(language: String) {
    let text = "// a\n# é 🦊 <b class=\"x\">`y`</b>\n- 1 + 2 = 'three'\n\n\t$x: {a: [b]}\n"
    let tokens = illustrations([code(language, text)]).0.listings[Listing(language: language, text: text)]
    #expect(tokens?.map(\.text).joined() == text)
  }

  @Test("Kinds, and blanks that join what belongs together")
  func kinds() {
    let text = "// a\n// b\nconst x = `a ${y}`;\n"
    let tokens = illustrations([code("js", text)]).0.listings[Listing(language: "js", text: text)]
    #expect(tokens?.first == CodeToken(kind: .comment, text: "// a\n// b"))
    #expect(tokens?.contains(CodeToken(kind: .keyword, text: "const")) == true)
    #expect(tokens?.contains { $0.kind == .string && $0.text.hasPrefix("`a ") } == true)
  }

  @Test("What a listing looks like does not depend on the others")
  func independence() {
    let html = code("html", "<script>let x = 1</script>\n")
    let key = Listing(language: "html", text: "<script>let x = 1</script>\n")
    let alone = illustrations([html]).0.listings[key]
    let among = illustrations([code("js", "x\n"), code("php", "<?php x ?>\n"), html, code("scss", "a{}\n")]).0.listings[
      key]
    #expect(alone != nil && alone == among)
  }

  @Test(
    "An unknown language, and one that only changes others, is plain", arguments: ["nope", "css-extras", "__proto__"])
  func unknown(language: String) {
    let (made, findings) = illustrations([code(language, "x = 1\n")])
    #expect(made.listings.isEmpty && findings.isEmpty)
  }

  @Test("A missing library is reported with what installs it")
  func missing() {
    let (made, findings) = illustrations([display("x"), code("js", "x\n")], libraries: MemoryWorld([:]))
    #expect(made.formulas.isEmpty && made.listings.isEmpty)
    #expect(findings.map(\.id) == [.artworkLibraryMissing, .artworkLibraryMissing])
    #expect(findings.contains { $0.help?.contains("apt-get install libjs-katex") == true })
  }

  @Test("A grammar that never ends leaves its code plain, and the rest in colour")
  func hanging() throws {
    let core = try InstalledLibraries().read("nodejs/prismjs/components/prism-core.min.js")
    let world = MemoryWorld(bytes: [
      "nodejs/prismjs/components.json": Array(#"{"languages": {"slow": {}, "fast": {}}}"#.utf8),
      "nodejs/prismjs/components/prism-core.min.js": core,
      "nodejs/prismjs/components/prism-slow.min.js": Array(
        "Prism.languages.slow = { get keyword() { for (;;); } };".utf8),
      "nodejs/prismjs/components/prism-fast.min.js": Array(#"Prism.languages.fast = {keyword: /a/};"#.utf8),
    ])
    let slow = code("slow", "a\n")
    let (made, findings) = illustrations([slow, code("fast", "a\n")], libraries: world)
    #expect(made.listings.keys.map(\.language) == ["fast"])
    #expect(findings.map(\.id) == [.codeUncoloured])
  }

  @Test("What a portfolio holds is not made again, and looks the same")
  func portfolio() throws {
    let blocks = [
      display(#"\RR"#), display(#"\frac{1"#), code("js", "let é = 1; // 🦊\n"), code("nope", "x\n"),
      Block(
        .diagram(Diagram(language: "mermaid", source: "graph TD\n  A[one] --> B(two)\n")), at: IllustrateTests.range),
    ]
    let macros = [MathMacro(name: #"\RR"#, body: #"\mathbb{R}"#)]
    var portfolio = Portfolio()
    let (cold, coldFindings) = illustrations(blocks, macros: macros, portfolio: &portfolio)
    #expect(portfolio.isChanged)
    var read = try #require(Portfolio(bytes: portfolio.bytes))
    #expect(read.bytes == portfolio.bytes)
    let (warm, warmFindings) = illustrations(blocks, macros: macros, portfolio: &read)
    #expect(!read.isChanged)
    #expect(coldFindings == warmFindings && !warmFindings.isEmpty)
    #expect(cold.formulas == warm.formulas && cold.formulas.count == 1)
    #expect(cold.listings == warm.listings && cold.listings.count == 1)
    #expect(cold.drawings == warm.drawings)
  }

  @Test("Other macros make other formulas")
  func stamps() throws {
    var portfolio = Portfolio()
    let key = InlineMath(tex: #"\RR"#, isDisplay: true)
    for body in ["x", "y"] {
      let (made, _) = illustrations(
        [display(#"\RR"#)], macros: [MathMacro(name: #"\RR"#, body: body)], portfolio: &portfolio)
      #expect(made.formulas[key]?.mathML.contains("<mi>\(body)</mi>") == true)
      #expect(portfolio.isChanged)
    }
  }

  @Test("A portfolio that is damaged or cut off is none")
  func damage() throws {
    var portfolio = Portfolio()
    _ = illustrations([display("x"), code("js", "x = 1\n")], portfolio: &portfolio)
    let bytes = portfolio.bytes
    for length in [0, 3, 4, bytes.count / 2, bytes.count - 1] {
      #expect(Portfolio(bytes: Array(bytes[..<length])) == nil)
    }
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[index] ^= 0x55
      #expect(Portfolio(bytes: changed) == nil)
    }
  }
}
