import BookModel

extension ContentWriter {
  /// `3. text` → `\begin{hplist}{18pt}{tight}` with `\hpitem{3.}\para text\endpara\hpenditem`
  func list(_ list: List) {
    guard !list.items.isEmpty else { return }
    let width = labelWidth(of: list)
    tex.environment("hplist", .points(width), .word(list.isTight ? "tight" : "loose")) {
      listDepth += 1
      inset(width) {
        for (index, item) in list.items.enumerated() { self.item(item, label(of: item, index, in: list)) }
      }
      listDepth -= 1
    }
  }

  /// Room for the widest label; hardly any where lists are so deep that the page would run out.
  private func labelWidth(of list: List) -> Double {
    guard listDepth < 7 else { return 4 }
    switch list.marker {
    case .bullet: return list.items.contains { $0.task != nil } ? 17 : 14
    case .ordered(let start):
      let digits = String(start + list.items.count - 1).utf8.count
      return 11 + 5.5 * Double(digits)
    }
  }

  private func label(of item: ListItem, _ index: Int, in list: List) -> () -> Void {
    if let task = item.task { return { self.text(task ? "☑" : "☐") } }
    switch list.marker {
    case .bullet: return { self.tex.command("hpbullet") }
    case .ordered(let start): return { self.text("\(start + index).") }
    }
  }

  private func item(_ item: ListItem, _ label: @escaping () -> Void) {
    tex.place = item.range
    tex.newline()
    let begins = item.blocks.first?.isRunningText == true
    if begins { tex.command("hpitem", .body(label)) } else { tex.command("hpblockitem", .body(label)) }
    for (index, block) in item.blocks.enumerated() {
      if index == 0, begins, case .paragraph(let content) = block.kind {
        // A picture that begins an item stands in its line.
        tex.opening("para")
        line(content.trimmed)
        tex.closing("endpara")
        tex.newline()
      } else {
        self.block(block, following: item.blocks[(index + 1)...])
      }
    }
    tex.newline()
    tex.closing("hpenditem")
    tex.newline()
  }
}

extension Block {
  fileprivate var isRunningText: Bool {
    switch kind {
    case .paragraph(let content), .plain(let content): !content.isEmpty
    case .heading, .thematicBreak, .quote, .list, .code, .diagram, .table, .math, .admonition, .details, .tabs,
      .figure, .cards, .element, .written:
      false
    }
  }
}
