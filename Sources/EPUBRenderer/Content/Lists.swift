import BookModel
import MarkupXML

extension ContentWriter {
  /// `3. text` → `<ol start="3"><li>text</li></ol>`
  func list(_ list: List) {
    let isTaskList = list.items.contains { $0.task != nil }
    switch list.marker {
    case .bullet: xml.element("ul", ["class": isTaskList ? "tasks" : nil]) { items(of: list) }
    case .ordered(let start): xml.element("ol", ["start": start == 1 ? nil : String(start)]) { items(of: list) }
    }
  }

  private func items(of list: List) {
    xml.newline()
    for item in list.items {
      xml.element("li") { self.item(item, isTight: list.isTight) }
      xml.newline()
    }
  }

  private func item(_ item: ListItem, isTight: Bool) {
    guard let task = item.task else { return self.item(item.blocks[...], isTight: isTight) }
    guard !isTight, case .paragraph(let content)? = item.blocks.first?.kind else {
      box(isTicked: task)
      return self.item(item.blocks[...], isTight: isTight)
    }
    xml.element("p") {
      box(isTicked: task)
      phrasing(content)
    }
    xml.newline()
    self.item(item.blocks.dropFirst(), isTight: isTight)
  }

  /// The blocks of an item; a tight list's paragraphs stand without a `p` (CommonMark 0.31.2 §5.3).
  private func item(_ blocks: ArraySlice<Block>, isTight: Bool) {
    for block in blocks {
      if isTight, case .paragraph(let content) = block.kind {
        inlines(content)
        if blocks.count > 1 { xml.newline() }
      } else {
        self.block(block)
      }
    }
  }

  /// `- [x]` → `☑`, read aloud as a word: an `input` would be a form, which a book is not.
  private func box(isTicked: Bool) {
    let attributes: XMLAttributes = ["class": "box", "role": "img", "aria-label": isTicked ? words.done : words.open]
    xml.element("span", attributes, text: isTicked ? "☑" : "☐")
    xml.text(" ")
  }
}
