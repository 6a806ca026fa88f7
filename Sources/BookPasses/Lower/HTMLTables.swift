import BookModel
import SourceText

extension PageLowering {
  /// A table of HTML, its structure made whole: caption, columns, and rows in their groups. What stands in it and
  /// belongs to no cell is put before it, as browsers do.
  mutating func htmlTable(_ element: MarkupElement) -> [Block] {
    var parts = TableParts(range: element.range)
    parts.read(element.children)
    var content: [Block] = []
    if let caption = parts.caption {
      content.append(
        structure("caption", caption, [Block(.plain(phrasing(caption.children).trimmed), at: caption.range)]))
    }
    if !parts.columns.isEmpty {
      let columns = parts.columns.map { structure("col", $0, []) }
      content.append(Block(.element(Element(name: "colgroup", content: columns)), at: element.range))
    }
    for group in parts.groups {
      let rows = group.rows.compactMap { row($0) }
      if !rows.isEmpty { content.append(structure(group.element.name, group.element, rows)) }
    }
    let outside = flow(parts.outside, runs: .paragraphs)
    guard content.contains(where: \.isRowGroup) else { return outside }
    return outside + [structure("table", element, content)]
  }

  private mutating func row(_ row: MarkupElement) -> Block? {
    var cells: [Block] = []
    for node in row.children.structural {
      if case .element(let cell) = node, cell.name == "td" || cell.name == "th" {
        cells.append(structure(cell.name, cell, cellFlow(cell.children)))
      } else {
        cells.append(Block(.element(Element(name: "td", content: cellFlow([node]))), at: node.range))
      }
    }
    return cells.isEmpty ? nil : structure("tr", row, cells)
  }

  private mutating func structure(_ name: String, _ element: MarkupElement, _ content: [Block]) -> Block {
    Block(
      .element(Element(name: name, attributes: attributes(of: element, as: name), content: content)), at: element.range)
  }
}

extension Block {
  fileprivate var isRowGroup: Bool {
    guard case .element(let element) = kind else { return false }
    return ["thead", "tbody", "tfoot"].contains(element.name)
  }
}

/// The parts of a table, sorted out.
private struct TableParts {
  struct Group {
    var element: MarkupElement
    var rows: [MarkupElement]
    /// Whether its author wrote it: loose rows go to a group of our own.
    var isWritten: Bool
  }

  let range: SourceRange
  var caption: MarkupElement?
  var columns: [MarkupElement] = []
  var groups: [Group] = []
  var outside: [MarkupNode] = []

  init(range: SourceRange) {
    self.range = range
  }

  mutating func read(_ nodes: [MarkupNode]) {
    for node in nodes.structural {
      guard case .element(let child) = node else {
        outside.append(node)
        continue
      }
      switch child.name {
      case "caption" where caption == nil: caption = child
      case "colgroup": columns += child.children.structural.compactMap(\.column)
      case "col": columns.append(child)
      case "thead", "tbody", "tfoot": add(child)
      case "tr": addLoose(child)
      case "td", "th": addLooseCell(child)
      default: outside.append(node)
      }
    }
  }

  /// A group; a second head or foot counts as a body, because XHTML has one of each.
  private mutating func add(_ element: MarkupElement) {
    var group = Group(element: element, rows: [], isWritten: true)
    let isTaken = groups.contains { $0.element.name == element.name } || (element.name == "thead" && !groups.isEmpty)
    if element.name != "tbody", isTaken { group.element.name = "tbody" }
    for node in element.children.structural {
      if case .element(let row) = node, row.name == "tr" {
        group.rows.append(row)
      } else {
        group.rows.append(MarkupElement(name: "tr", attributes: [], children: [node], range: node.range))
      }
    }
    groups.append(group)
  }

  private mutating func addLoose(_ row: MarkupElement) {
    if groups.last?.isWritten == false {
      groups[groups.count - 1].rows.append(row)
    } else {
      groups.append(
        Group(element: MarkupElement(name: "tbody", attributes: [], range: row.range), rows: [row], isWritten: false))
    }
  }

  private mutating func addLooseCell(_ cell: MarkupElement) {
    if groups.last?.isWritten == false, groups.last?.rows.last?.attributes.isEmpty == true {
      let group = groups.count - 1
      groups[group].rows[groups[group].rows.count - 1].children.append(.element(cell))
    } else {
      addLoose(MarkupElement(name: "tr", attributes: [], children: [.element(cell)], range: cell.range))
    }
  }
}

extension MarkupNode {
  fileprivate var column: MarkupElement? {
    guard case .element(let element) = self, element.name == "col" else { return nil }
    return element
  }
}
