import BookModel
import MarkupXML

extension ContentWriter {
  /// `<DocCardList />` → a list of links, each with its description.
  func cards(_ cards: [Card]) {
    guard !cards.isEmpty else { return }
    xml.element("ul", ["class": "cards"]) {
      xml.newline()
      for card in cards {
        xml.element("li") {
          xml.element("p", ["class": "card-title"]) {
            link(to: destination(of: card.target), title: nil) { xml.text(card.label) }
          }
          if !card.description.isBlank { xml.element("p", text: card.description) }
        }
        xml.newline()
      }
    }
  }
}
