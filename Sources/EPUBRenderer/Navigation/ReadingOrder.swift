import BookModel

/// The book as its outline orders it: what stands in the spine, and the tree of the contents, made in one walk.
struct ReadingOrder: Sendable {
  /// One entry of the contents.
  struct Entry: Equatable, Sendable {
    let label: String
    /// nil for a section without a page of its own.
    let address: String?
    let children: [Entry]

    /// The first page at or under the entry.
    var firstAddress: String? { address ?? children.lazy.compactMap(\.firstAddress).first }
  }

  /// The page made for a part that no page of the handbook opens.
  struct PartPage: Equatable, Sendable {
    let fileName: String
    let label: String
    let contents: [Entry]
  }

  /// What a chapter is in the book.
  enum Role: Equatable, Sendable {
    case chapter, part, appendix
  }

  enum Item: Equatable, Sendable {
    case part(PartPage)
    case chapter(ChapterID, Role)
  }

  private(set) var items: [Item] = []
  private(set) var contents: [Entry] = []

  /// What stands for a label that has nothing to read in it: a link without a text cannot be followed.
  private static let nameless = "…"

  private var placed = Set<ChapterID>()
  private var partCount = 0
  private let divisionCount: Int

  /// A chapter that the outline names twice stands in the first place only (a spine names no document twice:
  /// epubcheck OPF-034); one that it does not name stands at the end, for nothing written is dropped.
  init(_ book: Book, _ addresses: Addresses) {
    divisionCount = book.outline.count
    contents = place(book.outline, in: book, addresses, role: .chapter)
    let rest = book.chapters.map { OutlineNode.chapter($0.id) }
    contents += place(rest, in: book, addresses, role: .chapter)
  }

  private mutating func place(
    _ nodes: [OutlineNode], in book: Book, _ addresses: Addresses, role: Role
  ) -> [Entry] {
    nodes.compactMap { node in
      switch node {
      case .chapter(let id):
        guard placed.insert(id).inserted else { return nil }
        items.append(.chapter(id, role))
        return entry(for: book[id], addresses, children: [])
      case .division(let division): return place(division, in: book, addresses, role: role)
      }
    }
  }

  private mutating func place(
    _ division: Division, in book: Book, _ addresses: Addresses, role: Role
  ) -> Entry? {
    let role = division.role == .appendix ? Role.appendix : role
    let label = division.label.isBlank ? ReadingOrder.nameless : division.label
    if let opening = division.opening, placed.insert(opening).inserted {
      items.append(.chapter(opening, division.role == .part ? .part : role))
      let children = place(division.children, in: book, addresses, role: role)
      return Entry(
        label: label, address: addresses.address(of: opening, anchor: nil), children: children)
    }
    let position = items.count
    if division.role != .section { partCount += 1 }
    let number = partCount
    let children = place(division.children, in: book, addresses, role: role)
    guard !children.isEmpty else { return nil }
    guard division.role != .section else { return Entry(label: label, address: nil, children: children) }
    let name = FileNames.part(number: number, of: divisionCount, label: division.label)
    items.insert(.part(PartPage(fileName: name, label: label, contents: children)), at: position)
    return Entry(label: label, address: name, children: children)
  }

  private func entry(for chapter: Chapter, _ addresses: Addresses, children: [Entry]) -> Entry {
    let label = [chapter.label, chapter.title, chapter.docID].first { !$0.isBlank } ?? ReadingOrder.nameless
    return Entry(label: label, address: addresses.address(of: chapter.id, anchor: nil), children: children)
  }
}

extension String {
  /// Whether there is nothing in it to read.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
