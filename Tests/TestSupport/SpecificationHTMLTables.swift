import BookModel

extension SpecificationHTML {
  /// A table as GFM §4.10 shows it: no body where there are no rows.
  mutating func write(_ table: Table) {
    writeLine("<table>")
    writeLine("<thead>")
    write(row: table.head, named: "th", table.alignments)
    writeLine("</thead>")
    if !table.rows.isEmpty {
      writeLine("<tbody>")
      for row in table.rows { write(row: row, named: "td", table.alignments) }
      writeLine("</tbody>")
    }
    writeLine("</table>")
  }

  private mutating func write(row cells: [TableCell], named name: String, _ alignments: [Table.Alignment]) {
    precondition(cells.count == alignments.count, "a row of a table has as many cells as the table has columns")
    writeLine("<tr>")
    for (cell, alignment) in zip(cells, alignments) {
      startLine()
      write(raw: "<\(name)\(attribute(alignment))>")
      write(cell.content)
      write(raw: "</\(name)>")
    }
    writeLine("</tr>")
  }

  private func attribute(_ alignment: Table.Alignment) -> String {
    switch alignment {
    case .none: ""
    case .left: " align=\"left\""
    case .center: " align=\"center\""
    case .right: " align=\"right\""
    }
  }
}
