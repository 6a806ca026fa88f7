import BookModel
import Testing

@testable import BookPasses

struct CodeBlockTests {
  private func code(_ language: String?, _ meta: String, _ text: String) -> CodeBlock {
    let result = lowered([block(.code(CodeBlock(language: language, meta: meta, text: text)))])
    guard case .code(let code) = result.blocks[0].kind else { preconditionFailure("no code block") }
    return code
  }

  @Test func titleNumbersAndRanges() {
    let result = code("js", "title=\"a 'b'.js\" {1,4-6,5-8,0} showLineNumbers=10", "x\n")
    #expect(result.title == "a 'b'.js")
    #expect(result.firstLineNumber == 10)
    #expect(result.highlightedLines == [1...1, 4...8])
  }

  @Test func singleQuotesAndPlainNumbers() {
    let result = code("js", "showLineNumbers title='x'", "")
    #expect(result.title == "x" && result.firstLineNumber == 1)
    #expect(code("js", "title=\"open", "").title == nil)
  }

  @Test func magicCommentsAreTakenOut() {
    let result = code("js", "", "a\n// highlight-next-line\nb\n/* highlight-start */\nc\nd\n// highlight-end\ne\n")
    #expect(result.text == "a\nb\nc\nd\ne\n")
    #expect(result.highlightedLines == [2...4])
  }

  @Test(arguments: [
    ("python", "# highlight-next-line"), ("html", "<!-- highlight-next-line -->"), ("sql", "-- highlight-next-line"),
    ("tsx", "{/* highlight-next-line */}"), ("unknown", "# highlight-next-line"), ("lua", "  -- highlight-next-line"),
    ("fsharp", "(* highlight-next-line *)"), ("batch", "REM highlight-next-line"),
  ])
  func commentStyles(language: String, comment: String) {
    let result = code(language, "", "a\n\(comment)\nb\n")
    #expect(result.text == "a\nb\n")
    #expect(result.highlightedLines == [2...2])
  }

  @Test func commentsOfOtherLanguagesStay() {
    #expect(code("python", "", "// highlight-next-line\nb\n").text == "// highlight-next-line\nb\n")
    #expect(code("js", "", "x // highlight-next-line\nb\n").highlightedLines.isEmpty)
  }

  @Test func aRangeSwitchesCommentsOff() {
    let result = code("js", "{1}", "// highlight-next-line\nb\n")
    #expect(result.text == "// highlight-next-line\nb\n")
    #expect(result.highlightedLines == [1...1])
  }

  @Test func diagramsAndMathematics() {
    let mermaid = block(.code(CodeBlock(language: "mermaid", text: "graph TD\n")))
    let math = block(.code(CodeBlock(language: "math", text: "x^2\n")))
    #expect(lowered([mermaid, math]).dump == "diagram mermaid \"graph TD\\n\"\nmath \"x^2\"\n")
    #expect(lowered([mermaid]) { $0.rules.hasMermaid = false }.dump == "code mermaid \"graph TD\\n\"\n")
  }

  @Test func asComponent() {
    let result = lowered([
      jsx(
        "CodeBlock", [("language", "js"), ("title", "a.js"), ("showLineNumbers", nil)],
        [block(.written(.expression("`const a = 1;\n\nconst b = 2;`")))])
    ])
    #expect(result.dump == "code js title \"a.js\" from 1 \"const a = 1;\\n\\nconst b = 2;\\n\"\n")
  }

  @Test func preformattedHTML() {
    let result = lowered(html: "<pre><code class=\"language-js\">\nif (a &lt; b) {\n  c\n}</code></pre>")
    #expect(result.dump == "code js \"if (a < b) {\\n  c\\n}\\n\"\n")
  }
}
