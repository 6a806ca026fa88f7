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
    /// The line over its title: `Part 2`; nil where the label says as much.
    let number: String?
    let contents: [Entry]
  }

  /// What a chapter is in the book.
  enum Role: Equatable, Sendable {
    case chapter, part, appendix
  }

  enum Item: Equatable, Sendable {
    case part(PartPage)
    /// With the line over its title: the labels of the part and the sections it stands in.
    case chapter(ChapterID, Role, kicker: String?)
  }

  private(set) var items: [Item] = []
  private(set) var contents: [Entry] = []

  /// What stands for a label that has nothing to read in it: a link without a text cannot be followed.
  private static let nameless = "…"

  private var placed = Set<ChapterID>()
  private var partCount = 0
  /// How many parts of the outline's top have begun, those that a page of the handbook opens included.
  private var partNumber = 0
  /// The labels of the divisions around what is placed.
  private var trail: [String] = []
  private let words: InterfaceWords
  private let divisionCount: Int

  /// A chapter that the outline names twice stands in the first place only (a spine names no document twice:
  /// epubcheck OPF-034); one that it does not name stands at the end, for nothing written is dropped.
  init(_ book: Book, _ addresses: Addresses, words: InterfaceWords) {
    self.words = words
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
        items.append(.chapter(id, role, kicker: kicker(over: book[id])))
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
    if division.role == .part { partNumber += 1 }
    let number = division.role == .part && !label.namesPart ? words.fill(words.part, partNumber) : nil
    if let opening = division.opening, placed.insert(opening).inserted {
      let kicker = kicker(over: book[opening]) ?? number
      items.append(.chapter(opening, division.role == .part ? .part : role, kicker: kicker))
      let children = within(label) { $0.place(division.children, in: book, addresses, role: role) }
      return Entry(
        label: label, address: addresses.address(of: opening, anchor: nil), children: children)
    }
    let position = items.count
    if division.role != .section { partCount += 1 }
    let fileNumber = partCount
    let children = within(label) { $0.place(division.children, in: book, addresses, role: role) }
    guard !children.isEmpty else { return nil }
    guard division.role != .section else { return Entry(label: label, address: nil, children: children) }
    let name = FileNames.part(number: fileNumber, of: divisionCount, label: division.label)
    items.insert(.part(PartPage(fileName: name, label: label, number: number, contents: children)), at: position)
    return Entry(label: label, address: name, children: children)
  }

  /// What is placed inside a division.
  private mutating func within(_ label: String, place: (inout ReadingOrder) -> [Entry]) -> [Entry] {
    trail.append(label)
    defer { trail.removeLast() }
    return place(&self)
  }

  /// The labels around a chapter, without one that its title says again.
  private func kicker(over chapter: Chapter) -> String? {
    let labels = trail.filter { $0 != ReadingOrder.nameless && $0 != chapter.title }
    return labels.isEmpty ? nil : labels.joined(separator: " · ")
  }

  private func entry(for chapter: Chapter, _ addresses: Addresses, children: [Entry]) -> Entry {
    let label = [chapter.label, chapter.title, chapter.docID].first { !$0.isBlank } ?? ReadingOrder.nameless
    return Entry(label: label, address: addresses.address(of: chapter.id, anchor: nil), children: children)
  }
}

extension String {
  /// Whether a part's label has a number of its own, or calls itself a part.
  fileprivate var namesPart: Bool {
    lowercased().hasPrefix("part ") || first?.isNumber == true
  }

  /// Whether there is nothing in it to read.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
