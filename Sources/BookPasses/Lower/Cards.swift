import BookModel
import SourceText

extension PageLowering {
  /// `<DocCardList/>`: the pages of the division this one opens, or else those it stands among. Items given as a
  /// prop must be plain values.
  mutating func cards(_ element: MarkupElement) -> [Block] {
    if case .expression(let expression)? = element["items"], let items = value(of: expression)?.array {
      let cards = items.compactMap { item -> Card? in
        guard let address = item["href"]?.string ?? item["docId"]?.string, let label = item["label"]?.scalarText else {
          return nil
        }
        return Card(target: .written(address), label: label, description: item["description"]?.scalarText ?? "")
      }
      return cards.isEmpty ? [] : [Block(.cards(cards), at: element.range)]
    }
    let cards = shelf.book.cards(around: chapter)
    return cards.isEmpty ? [] : [Block(.cards(cards), at: element.range)]
  }
}

extension Book {
  /// Links to the pages of the division that a chapter opens, else to its siblings.
  package func cards(around chapter: ChapterID) -> [Card] {
    let nodes = outline.children(around: chapter) ?? []
    return nodes.compactMap { node in
      switch node {
      case .chapter(let id): id == chapter ? nil : card(for: id)
      case .division(let division): card(for: division)
      }
    }
  }

  private func card(for id: ChapterID) -> Card {
    let chapter = self[id]
    return Card(target: .chapter(id, anchor: nil), label: chapter.label, description: chapter.description)
  }

  /// The card of a category leads to its opening page, else to the first page in it, as the site's does.
  private func card(for division: Division) -> Card? {
    guard let target = division.opening ?? division.children.firstChapter else { return nil }
    let description = division.opening.map { self[$0].description } ?? ""
    return Card(target: .chapter(target, anchor: nil), label: division.label, description: description)
  }
}

extension [OutlineNode] {
  fileprivate func children(around chapter: ChapterID) -> [OutlineNode]? {
    for node in self {
      switch node {
      case .chapter(let id): if id == chapter { return self }
      case .division(let division):
        if division.opening == chapter { return division.children }
        if let found = division.children.children(around: chapter) { return found }
      }
    }
    return nil
  }

  fileprivate var firstChapter: ChapterID? {
    for node in self {
      switch node {
      case .chapter(let id): return id
      case .division(let division):
        if let found = division.opening ?? division.children.firstChapter { return found }
      }
    }
    return nil
  }
}
