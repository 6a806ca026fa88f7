import BookModel
import SourceText

/// A table whose head says nothing (WCAG 1.3.1): every cell of it is empty.
func checkHead(of table: Table, at range: SourceRange, _ findings: inout Findings) {
  guard table.head.allSatisfy({ $0.content.isBlank }) else { return }
  findings.note(
    .tableWithoutHead, "no column of this table has a heading", at: range,
    help: "name the columns in the first row, for those who hear the table cell by cell")
}
