import BookModel

extension ContentWriter {
  /// `<Tabs><TabItem label="npm">…` → a block a panel, all shown, each under its label.
  func tabs(_ tabs: Tabs) {
    for panel in tabs.panels {
      let label = panel.label.isBlank ? panel.value : panel.label
      tex.environment("hppanel", .body { [self] in set(in: .sans) { text(label) } }) {
        inset(18) { blocks(panel.blocks) }
      }
      tex.blankLine()
    }
  }
}
