import BookModel
import MarkupXML

extension ContentWriter {
  /// `| Name |` → `<table><thead><tr><th scope="col">Name</th>…`; a table too wide for a small page stands in a
  /// region that scrolls and can be reached by keyboard (WCAG 2.2 §2.1.1). Its cells name their columns, because on a
  /// phone the style sheet sets each row as a list of them.
  func table(_ table: Table) {
    guard !table.head.isEmpty || !table.rows.isEmpty else { return }
    guard table.isWide else { return rows(of: table) }
    wideTables += 1
    let label = words.fill(words.table, wideTables)
    xml.element("div", ["class": "wide", "role": "region", "tabindex": "0", "aria-label": label]) { rows(of: table) }
  }

  private func rows(of table: Table) {
    xml.element("table") {
      xml.newline()
      if table.head.contains(where: { !$0.content.isEmpty }) {
        xml.element("thead") { row(table.head, table.alignments, isHead: true) }
        xml.newline()
      }
      if !table.rows.isEmpty {
        xml.element("tbody") {
          xml.newline()
          let labels = table.isWide ? table.head.map(\.content.plainText) : []
          for cells in table.rows {
            row(cells, table.alignments, isHead: false, labels: labels)
            xml.newline()
          }
        }
        xml.newline()
      }
    }
  }

  private func row(_ cells: [TableCell], _ alignments: [Table.Alignment], isHead: Bool, labels: [String] = []) {
    xml.element("tr") {
      for (column, cell) in cells.enumerated() {
        let label = column < labels.count && !labels[column].isBlank ? labels[column] : nil
        self.cell(cell, column < alignments.count ? alignments[column] : .none, isHead: isHead, label: label)
      }
    }
  }

  /// An empty head cell heads nothing: it is written as a plain one.
  private func cell(_ cell: TableCell, _ alignment: Table.Alignment, isHead: Bool, label: String?) {
    let isHead = isHead && !cell.content.isEmpty
    let attributes: XMLAttributes = [
      "scope": isHead ? "col" : nil, "class": alignment.className, "data-label": isHead ? nil : label,
      "dir": direction(of: cell.content),
    ]
    xml.element(isHead ? "th" : "td", attributes) { inlines(cell.content) }
  }
}

extension Table {
  /// Whether a small page cannot hold the table: more than four columns, or words that together, with the room between
  /// columns, need more than some 40 letters, because a word does not break.
  var isWide: Bool {
    guard alignments.count <= 4 else { return true }
    var longest = [Int](repeating: 0, count: alignments.count)
    for row in [head] + rows {
      for (column, cell) in row.prefix(longest.count).enumerated() {
        longest[column] = max(longest[column], cell.content.longestWord)
      }
    }
    return longest.reduce(0) { $0 + $1 + 2 } > 40
  }
}

extension Table.Alignment {
  fileprivate var className: String? {
    switch self {
    case .none: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}

extension [Inline] {
  /// The length of the longest run without a space, in bytes.
  fileprivate var longestWord: Int {
    var longest = 0
    walk { inline in
      switch inline.kind {
      case .text(let text), .code(let text): longest = Swift.max(longest, text.longestWord)
      default: break
      }
    }
    return longest
  }
}

extension String {
  fileprivate var longestWord: Int {
    var longest = 0
    var current = 0
    for byte in utf8 {
      current = byte == UInt8(ascii: " ") ? 0 : current + 1
      longest = max(longest, current)
    }
    return longest
  }
}
