import BookModel
import SourceText

/// A table whose head says nothing (WCAG 1.3.1): every cell of it is empty.
func checkHead(of table: Table, at range: SourceRange, _ findings: inout Findings) {
  if table.head.allSatisfy({ $0.content.isBlank }) { report(at: range, &findings) }
}

/// The same of a table of HTML: it has no `th`.
func checkHead(of table: Block, _ findings: inout Findings) {
  let hasHead = table.holds { block in
    if case .element(let element) = block { element.name == "th" } else { false }
  }
  if !hasHead { report(at: table.range, &findings) }
}

private func report(at range: SourceRange, _ findings: inout Findings) {
  findings.note(
    .tableWithoutHead, "no column of this table has a heading", at: range,
    help: "name the columns in the first row, for those who hear the table cell by cell")
}
