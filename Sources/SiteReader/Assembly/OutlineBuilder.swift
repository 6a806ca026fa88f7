import BookModel
import SourceText

/// Turns contents into the outline and the chapters, numbered in reading order.
struct OutlineBuilder {
  let plan: DocsPlan
  let entries: [DocEntry]
  private(set) var chapters: [Chapter]

  init(plan: DocsPlan, entries: [DocEntry], chapters: [Chapter]) {
    self.plan = plan
    self.entries = entries
    self.chapters = chapters
  }

  mutating func outline(of nodes: [ContentsNode], depth: Int = 0) -> [OutlineNode] {
    nodes.map { node in
      switch node {
      case .page(let number, let label, let description):
        .chapter(add(number, label: label, description: description))
      case .category(let category): .division(division(category, depth: depth))
      }
    }
  }

  private mutating func division(_ category: ContentsCategory, depth: Int) -> Division {
    var opening: ChapterID?
    switch category.opening {
    case .page(let number): opening = add(number, label: category.label, description: category.description)
    case .generatedIndex(let index): opening = addIndex(index, of: category)
    case nil: break
    }
    let children = outline(of: category.items, depth: depth + 1)
    if case .generatedIndex = category.opening, let opening {
      chapters[opening.index].blocks.append(cards(of: children, in: category, opening: opening))
    }
    return Division(role: depth == 0 ? .part : .section, label: category.label, opening: opening, children: children)
  }

  private mutating func add(_ number: Int, label: String?, description: String?) -> ChapterID {
    let id = ChapterID(chapters.count)
    chapters.append(Chapter(entries[number], id: id, label: label, description: description))
    return id
  }

  /// A page that holds a category's description and the list of its items; the list is added when they are numbered.
  private mutating func addIndex(_ index: GeneratedIndex, of category: ContentsCategory) -> ChapterID {
    let id = ChapterID(chapters.count)
    let slug = index.slug ?? ""
    let description = index.description ?? category.description ?? ""
    let text = Inline(.text(description), at: place)
    chapters.append(
      Chapter(
        id: id, path: category.label, docID: Paths.trimmed(slug), permalink: Address.join(plan.address, slug),
        title: index.title ?? category.label, showsTitle: true, label: category.label, description: description,
        blocks: description.isEmpty ? [] : [Block(.paragraph([text]), at: place)]))
    return id
  }

  private func cards(of children: [OutlineNode], in category: ContentsCategory, opening: ChapterID) -> Block {
    let cards = zip(children, category.items).compactMap { child, item -> Card? in
      guard let target = firstChapter(of: child) else { return nil }
      switch (child, item) {
      case (.division(let division), .category(let inner)):
        let text = division.opening.map { chapters[$0.index].description } ?? ""
        return Card(
          target: .chapter(target, anchor: nil), label: division.label, description: inner.description ?? text)
      default:
        let chapter = chapters[target.index]
        return Card(target: .chapter(target, anchor: nil), label: chapter.label, description: chapter.description)
      }
    }
    return Block(.cards(cards), at: place)
  }

  private func firstChapter(of node: OutlineNode) -> ChapterID? {
    switch node {
    case .chapter(let id): id
    case .division(let division): division.opening ?? division.children.lazy.compactMap(firstChapter).first
    }
  }

  /// Generated text has no place of its own: the start of the settings it comes from.
  private var place: SourceRange {
    SourceRange(file: plan.sidebarFile ?? entries.first?.page.file ?? FileID(0), start: 0, end: 0)
  }
}
