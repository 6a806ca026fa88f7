import BookModel
import MarkupXML

extension ContentWriter {
  /// `<Tabs><TabItem label="npm">…` → one group a panel, all shown, each under its label.
  func tabs(_ tabs: Tabs) {
    xml.element("div", ["class": "tabs"]) {
      xml.newline()
      for panel in tabs.panels {
        let label = labelID()
        xml.element("div", ["class": "tab", "role": "group", "aria-labelledby": label]) {
          xml.newline()
          xml.element("p", ["class": "tab-label", "id": label], text: panel.label.isBlank ? panel.value : panel.label)
          xml.newline()
          blocks(panel.blocks)
        }
        xml.newline()
      }
    }
  }
}
