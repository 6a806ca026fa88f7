import BookModel

/// The book as its outline orders it: the tree of the contents, which is also the order of the pages.
struct BookOrder: Sendable {
  enum Kind: Equatable, Sendable {
    /// A page of its own with the name of the part, and on it the page that lists its chapters, where the site
    /// generates one.
    case part(number: Int, introduction: ChapterID?)
    /// A name in the contents, without a page.
    case group
    case chapter(ChapterID)
  }

  struct Entry: Sendable {
    var kind: Kind
    var label: String
    var children: [Entry]

    /// The first chapter at or under the entry.
    var firstChapter: ChapterID? {
      switch kind {
      case .chapter(let id), .part(_, let id?): return id
      case .part, .group: break
      }
      return children.lazy.compactMap(\.firstChapter).first
    }
  }

  private(set) var entries: [Entry] = []
  private var placed = Set<ChapterID>()
  private var partCount = 0

  /// A chapter that the outline names twice stands in the first place only; one that it does not name stands at
  /// the end, for nothing written is dropped.
  init(_ book: Book) {
    entries = place(book.outline, in: book)
    entries += place(book.chapters.map { .chapter($0.id) }, in: book)
  }

  private mutating func place(_ nodes: [OutlineNode], in book: Book) -> [Entry] {
    nodes.compactMap { node in
      switch node {
      case .chapter(let id): return chapter(id, label: nil, in: book, children: [])
      case .division(let division): return place(division, in: book)
      }
    }
  }

  private mutating func place(_ division: Division, in book: Book) -> Entry? {
    let label = division.label.isBlank ? "…" : division.label
    switch division.role {
    case .section:
      if let opening = division.opening, let entry = chapter(opening, label: label, in: book, children: []) {
        var entry = entry
        entry.children = place(division.children, in: book)
        return entry
      }
      let children = place(division.children, in: book)
      return children.isEmpty ? nil : Entry(kind: .group, label: label, children: children)
    case .part, .appendix:
      partCount += 1
      let number = partCount
      let introduction = division.opening.flatMap { book[$0].file == nil && placed.insert($0).inserted ? $0 : nil }
      let opening = division.opening.flatMap { chapter($0, label: nil, in: book, children: []) }
      let children = [opening].compactMap(\.self) + place(division.children, in: book)
      guard introduction != nil || !children.isEmpty else { return nil }
      return Entry(kind: .part(number: number, introduction: introduction), label: label, children: children)
    }
  }

  private mutating func chapter(_ id: ChapterID, label: String?, in book: Book, children: [Entry]) -> Entry? {
    guard placed.insert(id).inserted else { return nil }
    let chapter = book[id]
    let name = [label ?? "", chapter.label, chapter.title, chapter.docID].first { !$0.isBlank } ?? "…"
    return Entry(kind: .chapter(id), label: name, children: children)
  }
}
