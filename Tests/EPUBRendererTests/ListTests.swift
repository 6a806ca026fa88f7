import BookModel
import Testing

@Suite("Lists in the EPUB")
struct ListTests {
  private func content(_ list: List) -> String { Make.book([Make.block(.list(list))]).content() }

  @Test("A tight list has no paragraphs, a loose one has")
  func tightness() {
    let items = [Make.item([Make.paragraph("One")])]
    #expect(content(List(marker: .bullet, isTight: true, items: items)) == "<ul>\n<li>One</li>\n</ul>\n")
    #expect(content(List(marker: .bullet, isTight: false, items: items)) == "<ul>\n<li><p>One</p>\n</li>\n</ul>\n")
  }

  @Test("An ordered list begins at its number")
  func start() {
    let items = [Make.item([Make.paragraph("One")])]
    #expect(content(List(marker: .ordered(start: 7), isTight: true, items: items)).hasPrefix("<ol start=\"7\">"))
    #expect(content(List(marker: .ordered(start: 1), isTight: true, items: items)).hasPrefix("<ol>"))
  }

  @Test("The box of a task is a sign that is read as a word, and no form")
  func tasks() {
    let items = [Make.item([Make.paragraph("A")], task: true), Make.item([Make.paragraph("B")], task: false)]
    #expect(
      content(List(marker: .bullet, isTight: true, items: items)) == """
        <ul class="tasks">
        <li><span class="box" role="img" aria-label="Done">☑</span> A</li>
        <li><span class="box" role="img" aria-label="Open">☐</span> B</li>
        </ul>

        """)
    #expect(
      content(List(marker: .bullet, isTight: false, items: [items[1]])).contains(
        "<li><p><span class=\"box\" role=\"img\" aria-label=\"Open\">☐</span> B</p>"))
  }
}
