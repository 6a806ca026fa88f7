import BookModel
import SourceText
import Testing

@testable import BookPasses

struct CheckTests {
  private func found(_ blocks: [Block]) -> [String] {
    var findings = Findings()
    check(.unchecked(book([("docs/a.md", blocks)])), findings: &findings)
    return findings.diagnostics.map { "\($0.severity) \($0.id)" }
  }

  @Test func images() {
    #expect(found([paragraph(image("a.png", alternative: " "))]) == ["warning image-without-alternative"])
    let figure = Figure(image: Image(source: .remote("x"), alternative: ""))
    #expect(found([block(.quote([block(.figure(figure))]))]) == ["warning image-without-alternative"])
    #expect(found([paragraph(image("a.png"))]).isEmpty)
  }

  @Test func headings() {
    #expect(found([heading(1, "a"), heading(3, "b"), heading(2, "c")]) == ["note heading-level-skipped"])
    #expect(found([heading(2, " ")]) == ["warning heading-empty"])
    #expect(found([block(.heading(Heading(level: 2, content: [image("a.png")])))]).isEmpty)
  }

  @Test func links() {
    #expect(found([paragraph(link("a", ""))]) == ["warning link-empty"])
    let pictured = inline(.link(Link(target: .external("x"), content: [image("a.png")])))
    #expect(found([paragraph(pictured)]).isEmpty)
  }

  @Test func tables() {
    let empty = TableCell(content: [], range: here)
    let table = Table(alignments: [.none], head: [empty], rows: [[empty]])
    #expect(found([block(.table(table))]) == ["note table-without-head"])
    let rows = lowered(html: "<table><tr><td>a</td></tr></table>").blocks
    #expect(found(rows) == ["note table-without-head"])
    #expect(found(lowered(html: "<table><tr><th>a</th></tr></table>").blocks).isEmpty)
  }
}
