import BookModel
import SourceText
import Testing

@Suite("Code in the EPUB")
struct CodeTests {
  @Test("A block is a region that names its language, without the last line feed")
  func plain() {
    let book = Make.book([
      Make.block(.code(CodeBlock(language: "sh", text: "a < b\n\nc\n"))),
      Make.block(.code(CodeBlock(language: nil, text: "x\n"))),
    ])
    #expect(
      book.content() == """
        <pre class="language-sh" role="region" tabindex="0" aria-label="Code 1: sh"><code>a &lt; b

        c</code></pre>
        <pre role="region" tabindex="0" aria-label="Code 2"><code>x</code></pre>

        """)
  }

  @Test("Title, line numbers from any number, and stressed lines")
  func lines() {
    var code = CodeBlock(language: "js", text: "one\ntwo\n")
    code.title = "src/a.js"
    code.firstLineNumber = 9
    code.highlightedLines = [2...2]
    #expect(
      Make.book([Make.block(.code(code))]).content() == """
        <figure class="code"><figcaption>src/a.js</figcaption>
        <pre class="language-js" role="region" tabindex="0" aria-label="Code 1: src/a.js (js)"><code>\
        <span class="line"><span class="number" aria-hidden="true"> 9 </span>one
        </span><mark class="line"><span class="number" aria-hidden="true">10 </span>two</mark></code></pre></figure>

        """)
  }

  @Test("Any number to begin with, and any lines to stress, are fine", arguments: [Int.max, Int.min, 0])
  func extremes(number: Int) {
    var code = CodeBlock(language: nil, text: "one\ntwo")
    code.firstLineNumber = number
    code.highlightedLines = [1...1, 1...2, 7...9]
    let output = Make.book([Make.block(.code(code))]).content()
    #expect(output.contains("one") && output.contains("two"))
    #expect(output.split(separator: "<mark").count == 3)
  }

  @Test("A diagram is a listing, and said to be one")
  func diagram() {
    var findings = Findings()
    let book = Make.book([Make.block(.diagram(Diagram(language: "mermaid", source: "A --> B\n")))])
    let output = book.content(findings: &findings)
    #expect(output.hasPrefix("<figure class=\"diagram\"><figcaption>Diagram (mermaid)</figcaption>\n<pre"))
    #expect(output.contains("A --&gt; B</code>"))
    #expect(findings.diagnostics.map(\.id.name) == ["diagram-as-listing"])
    #expect(findings.diagnostics.first?.range == Make.range)
  }

  @Test("Formulas are their source, each reported")
  func math() {
    var findings = Findings()
    let book = Make.book([
      Make.paragraph(Make.inline(.math(InlineMath(tex: "a<b")))), Make.block(.math("x^2\n")),
    ])
    #expect(
      book.content(findings: &findings) == """
        <p><code class="math">a&lt;b</code></p>
        <div class="formula"><code class="math display">x^2</code></div>

        """)
    #expect(findings.diagnostics.map(\.id.name) == ["math-as-tex", "math-as-tex"])
  }
}
