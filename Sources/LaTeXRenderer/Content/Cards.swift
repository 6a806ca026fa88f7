import BookModel

extension ContentWriter {
  /// `<DocCardList />` → the pages with their descriptions and the pages of paper they begin on.
  func cards(_ cards: [Card]) {
    guard !cards.isEmpty else { return }
    tex.environment("hpcards") {
      for card in cards {
        guard case .chapter(let id, let anchor) = card.target else {
          outsideCard(card)
          continue
        }
        tex.command(
          "hpcard", .anchor(edition.anchor(of: id, anchor)), .plain(card.label),
          .body { [self] in text(card.label) }, .body { [self] in text(card.description) })
        tex.newline()
      }
    }
  }

  /// A card that leads out of the book is a paragraph with its link.
  private func outsideCard(_ card: Card) {
    tex.command(
      "hpoutsidecard",
      .body { [self] in
        link(to: destination(of: card.target), contents: card.label) { [self] in text(card.label) }
      }, .body { [self] in text(card.description) })
    tex.newline()
  }
}
