import BookModel
import Testing

@testable import BookPasses

struct DetailsTests {
  @Test func inJSX() {
    let result = lowered([
      jsx("details", [], [jsx("summary", [], [paragraph(text("More "), inline(.code("x")))]), paragraph("body")])
    ])
    #expect(result.dump == "details [\"More \" code\"x\"]\n  paragraph \"body\"\n")
  }

  @Test func summaryTypedInAParagraph() {
    let result = lowered([jsx("details", [], [paragraph(inlineJSX("summary", [], [text("S")])), paragraph("body")])])
    #expect(result.dump == "details [\"S\"]\n  paragraph \"body\"\n")
  }

  @Test func acrossHTMLBlocks() {
    let result = lowered([
      html("<details>\n<summary>Open <b>me</b></summary>\n"), paragraph("one"), block(.thematicBreak),
      html("</details>\n"), paragraph("after"),
    ])
    #expect(
      result.dump == """
        details ["Open " <b>["me"]]
          paragraph "one"
          break
        paragraph "after"

        """)
    #expect(result.findings.isEmpty)
  }

  @Test func nestedAcrossHTMLBlocks() {
    let result = lowered([
      html("<details><summary>A</summary>\n"), html("<details><summary>B</summary>\n"), paragraph("in"),
      html("</details>\n</details>\n"),
    ])
    #expect(
      result.dump == """
        details ["A"]
          details ["B"]
            paragraph "in"

        """)
  }

  @Test func closedWithinAParagraph() {
    let result = lowered([
      html("<details><summary>A</summary>\n"), paragraph(text("last words"), tag("</details>")), paragraph("after"),
    ])
    #expect(result.dump == "details [\"A\"]\n  paragraph \"last words\"\nparagraph \"after\"\n")
  }

  @Test func neverClosed() {
    let result = lowered([html("<details><summary>A</summary>\n"), paragraph("x")])
    #expect(result.dump == "details [\"A\"]\n  paragraph \"x\"\n")
    #expect(result.ids == ["html-unbalanced"])
  }
}
