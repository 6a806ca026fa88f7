import BookModel
import Testing

@Suite("Tables in the EPUB")
struct TableTests {
  private func content(_ head: [String], _ rows: [[String]], _ alignments: [Table.Alignment]? = nil) -> String {
    let cells = { (text: String) in text.isEmpty ? Make.cell() : Make.cell(Make.text(text)) }
    let table = Table(
      alignments: alignments ?? head.map { _ in .none }, head: head.map(cells), rows: rows.map { $0.map(cells) })
    return Make.book([Make.block(.table(table))]).content()
  }

  @Test("Head cells have a scope, cells their column's alignment")
  func small() {
    #expect(
      content(["A", "B"], [["1", "2"]], [.none, .right]) == """
        <table>
        <thead><tr><th scope="col">A</th><th scope="col" class="right">B</th></tr></thead>
        <tbody>
        <tr><td>1</td><td class="right">2</td></tr>
        </tbody>
        </table>

        """)
  }

  @Test("An empty head cell is no head; an empty head is left out; a table of nothing is nothing")
  func emptyHead() {
    #expect(content(["", "B"], [["1", "2"]]).contains("<tr><td></td><th scope=\"col\">B</th></tr>"))
    #expect(!content(["", ""], [["1", "2"]]).contains("thead"))
    #expect(!content(["A"], []).contains("tbody"))
    #expect(Make.book([Make.block(.table(Table(alignments: [], head: [], rows: [])))]).content() == "\n")
  }

  @Test("Only a wide table stands in a region that scrolls")
  func wide() {
    let region = "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table 1\"><table>"
    let five = content(["A", "B", "C", "", "E"], [["1", "2", "3", "4", "5"]])
    #expect(five.hasPrefix(region))
    // On a phone its rows are set as lists, so each cell names its column.
    #expect(five.contains("<td data-label=\"C\">3</td><td>4</td><td data-label=\"E\">5</td>"))
    #expect(
      content(["A", "B"], [[String(repeating: "w", count: 30), String(repeating: "v", count: 30)]]).hasPrefix(region))
    #expect(
      content(["A", "B"], [["many short words that can be broken anywhere", "and more of them here"]]).hasPrefix(
        "<table>"))
  }
}
