import BookModel
import BookPasses
import EPUBRenderer
import SourceText
import Testing

@Suite("Formulas and colours in the EPUB")
struct IllustrationTests {
  private static let markup = #"<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mi>x</mi></math>"#

  private func illustrations(_ tokens: [CodeToken] = []) -> Illustrations {
    var illustrations = Illustrations()
    let formula = Formula(mathML: IllustrationTests.markup, tex: nil)
    illustrations.formulas[InlineMath(tex: "x")] = formula
    illustrations.formulas[InlineMath(tex: "x", isDisplay: true)] = formula
    illustrations.unreadable = [InlineMath(tex: "bad", isDisplay: true)]
    let text = tokens.map(\.text).joined()
    if !text.isEmpty { illustrations.listings[Listing(language: "js", text: text)] = tokens }
    return illustrations
  }

  private func files(
    _ blocks: [Block], _ illustrations: Illustrations, findings: inout Findings
  ) -> (page: String, package: String) {
    let files = renderEPUB(
      ResolvedBook.unchecked(Make.book(blocks)), illustrations: illustrations,
      options: EPUBOptions(modified: "2026-01-01T00:00:00Z"), findings: &findings)
    func text(_ part: String) -> String {
      files.first { $0.path.contains(part) }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    return (text("EPUB/c001"), text("package.opf"))
  }

  private func page(_ blocks: [Block], _ illustrations: Illustrations) -> String {
    var findings = Findings()
    return files(blocks, illustrations, findings: &findings).page
  }

  @Test("A formula is its MathML, and the manifest and the metadata say so")
  func formulas() {
    var findings = Findings()
    let blocks = [Make.paragraph(Make.inline(.math(InlineMath(tex: "x")))), Make.block(.math("x"))]
    let (page, package) = files(blocks, illustrations(), findings: &findings)
    #expect(page.contains("<p>\(IllustrationTests.markup)</p>"))
    #expect(page.contains(#"<div class="formula">\#(IllustrationTests.markup)</div>"#))
    #expect(package.contains(#"properties="mathml""#))
    #expect(package.contains(">MathML<") && package.contains(">describedMath<") && !package.contains(">latex<"))
    #expect(findings.isEmpty)
  }

  @Test("What could not be set is TeX, reported unless it was before")
  func asTeX() {
    var findings = Findings()
    let blocks = [Make.block(.math("bad")), Make.block(.math("other"))]
    let (page, package) = files(blocks, illustrations(), findings: &findings)
    #expect(page.contains(">bad</code>"))
    #expect(package.contains(">latex<") && !package.contains(">MathML<"))
    #expect(findings.diagnostics.map(\.id) == [.mathAsTeX])
  }

  @Test("Runs of code have their kinds; what has no style has no element")
  func tokens() {
    let tokens = [
      CodeToken(kind: .keyword, text: "let"), CodeToken(kind: .plain, text: " x "),
      CodeToken(kind: .operator, text: "="), CodeToken(kind: .plain, text: " "),
      CodeToken(kind: .string, text: "\"<a>\""), CodeToken(kind: .punctuation, text: ";"),
      CodeToken(kind: .plain, text: "\n"),
    ]
    let code = CodeBlock(language: "JS", text: tokens.map(\.text).joined())
    #expect(
      page([Make.block(.code(code))], illustrations(tokens)).contains(
        #"<code><span class="tok-keyword">let</span> x = <span class="tok-string">"&lt;a&gt;"</span>;</code>"#))
  }

  @Test("A run of several lines is divided where lines are elements")
  func lines() {
    let tokens = [CodeToken(kind: .comment, text: "/* a\n b */"), CodeToken(kind: .plain, text: "\n\nx\n")]
    var code = CodeBlock(language: "js", text: tokens.map(\.text).joined())
    code.highlightedLines = [2...2]
    #expect(
      page([Make.block(.code(code))], illustrations(tokens)).contains(
        """
        <code><span class="line"><span class="tok-comment">/* a</span>
        </span><mark class="line"><span class="tok-comment"> b */</span>
        </mark><span class="line">
        </span><span class="line">x</span></code>
        """))
  }
}
