import BookModel
import SourceText

extension PageLowering {
  /// `<DocCardList/>`: the pages of the division this one opens, or else those it stands among. Items given as a
  /// prop must be plain values.
  mutating func cards(_ element: MarkupElement) -> [Block] {
    if case .expression(let expression)? = element["items"], let items = value(of: expression)?.array {
      let cards = items.compactMap(card)
      return cards.isEmpty ? [] : [Block(.cards(cards), at: element.range)]
    }
    let cards = shelf.book.cards(around: chapter)
    return cards.isEmpty ? [] : [Block(.cards(cards), at: element.range)]
  }

  /// `<DocCard item={{…}}/>`.
  mutating func card(_ element: MarkupElement) -> [Block] {
    guard case .expression(let expression)? = element["item"], let card = value(of: expression).flatMap(card) else {
      return flow(element.children, runs: .paragraphs)
    }
    return [Block(.cards([card]), at: element.range)]
  }

  /// The item of a sidebar as a card: a `docId` is the page of that id.
  private func card(_ item: Value) -> Card? {
    let page = item["docId"]?.string.flatMap { id in shelf.book.chapters.first { $0.docID == id } }
    let label = item["label"]?.scalarText ?? page?.label
    let description = item["description"]?.scalarText ?? page?.description ?? ""
    guard let label else { return nil }
    if let page { return Card(target: .chapter(page.id, anchor: nil), label: label, description: description) }
    guard let address = item["href"]?.string ?? item["docId"]?.string else { return nil }
    return Card(target: .written(address), label: label, description: description)
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
