import Testing

@testable import BookPasses

struct HTMLTableTests {
  @Test func structureIsMadeWhole() {
    let result = lowered(html: "<table border=1><tr><th colspan=2 align=center>h<tr><td>a<td>b</table>")
    #expect(
      result.dump == """
        <table>
          <tbody>
            <tr>
              <th colspan="2" style="text-align: center">
                plain "h"
            <tr>
              <td>
                plain "a"
              <td>
                plain "b"

        """)
  }

  @Test func groupsCaptionAndStrayText() {
    let result = lowered(
      html: "<table><caption>C</caption>stray<thead><tr><td>x</td></tr></thead><tbody><td>y</td></tbody></table>")
    #expect(
      result.dump == """
        paragraph "stray"
        <table>
          <caption>
            plain "C"
          <thead>
            <tr>
              <td>
                plain "x"
          <tbody>
            <tr>
              <td>
                plain "y"

        """)
  }

  @Test func jsxTablesTypedInParagraphs() {
    let row = paragraph(inlineJSX("td", [("rowSpan", "{2}")], [text("a")]), inlineJSX("td", [], [text("b")]))
    let result = lowered([jsx("table", [], [jsx("tbody", [], [jsx("tr", [], [row])])])])
    #expect(
      result.dump == """
        <table>
          <tbody>
            <tr>
              <td rowspan="2">
                plain "a"
              <td>
                plain "b"

        """)
  }

  @Test func blocksInCells() {
    let result = lowered(html: "<table><tr><td><p>a</p><ul><li>b</li></ul></td></tr></table>")
    #expect(result.dump.contains("<td>\n        paragraph \"a\"\n        list bullet tight"))
  }
}
