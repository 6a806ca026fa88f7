import BookModel

extension SpecificationHTML {
  mutating func write(_ list: List) {
    switch list.marker {
    case .bullet: writeLine("<ul>")
    case .ordered(start: 1): writeLine("<ol>")
    case .ordered(let start): writeLine("<ol start=\"\(start)\">")
    }
    for item in list.items { write(item, isTight: list.isTight) }
    write(raw: list.marker == .bullet ? "</ul>\n" : "</ol>\n")
  }

  private mutating func write(_ item: ListItem, isTight: Bool) {
    startLine()
    write(raw: "<li>")
    if let isTicked = item.task { write(raw: box(isTicked: isTicked)) }
    for block in item.blocks {
      if isTight, case .paragraph(let content) = block.kind {
        write(content)
      } else {
        write([block])
      }
    }
    write(raw: "</li>\n")
  }

  private func box(isTicked: Bool) -> String {
    switch taskBox {
    case .program: "<input type=\"checkbox\" \(isTicked ? "checked=\"\" " : "")disabled=\"\" /> "
    case .specification: "<input \(isTicked ? "checked=\"\" " : "")disabled=\"\" type=\"checkbox\"> "
    }
  }
}
