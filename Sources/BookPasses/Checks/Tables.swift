import BookModel
import SourceText

/// Tables whose head says nothing (WCAG 1.3.1): every cell of it is empty.
func checkTables(in blocks: [Block], findings: inout Findings) {
  blocks.walk { block in
    guard case .table(let table) = block.kind, table.head.allSatisfy({ $0.content.isBlank }) else { return }
    findings.note(
      .tableWithoutHead, "no column of this table has a heading", at: block.range,
      help: "name the columns in the first row, for those who hear the table cell by cell")
  }
}
