import BookModel
import SourceText

/// Where the pages of a book are: by file, by address, and the anchors in each.
struct PageIndex: Sendable {
  private let byPath: [String: ChapterID]
  private let byFoldedPath: [String: ChapterID]
  private let byPermalink: [String: ChapterID]
  private let byFoldedPermalink: [String: ChapterID]
  /// The pages by the last part of their addresses and files, for suggestions; each list in book order.
  private let byName: [String: [ChapterID]]
  /// The keys of `byName` in alphabetical order.
  private let names: [String]
  private let anchors: [Set<String>]
  private let chapters: [(path: String, permalink: String)]

  init(_ book: Book, workers: Int) {
    let files = book.chapters.filter { $0.file != nil }
    byPath = Dictionary(files.map { ($0.path, $0.id) }) { first, _ in first }
    byFoldedPath = Dictionary(files.map { ($0.path.lowercased(), $0.id) }) { first, _ in first }
    let addresses = book.chapters.map { (PageIndex.normalized($0.permalink), $0.id) }
    byPermalink = Dictionary(addresses) { first, _ in first }
    byFoldedPermalink = Dictionary(addresses.map { ($0.0.lowercased(), $0.1) }) { first, _ in first }
    var byName: [String: [ChapterID]] = [:]
    for chapter in book.chapters {
      for name in Set([PageIndex.name(of: chapter.permalink), PageIndex.name(of: chapter.path)]) {
        byName[name, default: []].append(chapter.id)
      }
    }
    self.byName = byName
    names = byName.keys.sorted()
    anchors = parallelMap(book.chapters, workers: workers) { $0.ids }
    chapters = book.chapters.map { ($0.path, $0.permalink) }
  }

  /// A found page, and whether it was found only by overlooking capitals.
  struct Found {
    var chapter: ChapterID
    var differsInCase = false
  }

  func page(atPath path: String) -> Found? {
    byPath[path].map { Found(chapter: $0) }
      ?? byFoldedPath[path.lowercased()].map { Found(chapter: $0, differsInCase: true) }
  }

  /// The page of an address, percent-decoded or not, with or without a slash at its end, `.html` or `/index`.
  func page(atAddress address: String) -> Found? {
    var path = PageIndex.normalized(address)
    if let chapter = byPermalink[path] { return Found(chapter: chapter) }
    for ending in [".html", "/index", "/README"] where path.hasSuffix(ending) {
      path.removeLast(ending.count)
      if let chapter = byPermalink[path.isEmpty ? "/" : path] { return Found(chapter: chapter) }
    }
    return byFoldedPermalink[path.lowercased()].map { Found(chapter: $0, differsInCase: true) }
  }

  /// Decoded, with no slash at its end.
  static func normalized(_ address: String) -> String {
    var path = Addresses.decoded(address)
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path.isEmpty ? "/" : path
  }

  func hasAnchor(_ anchor: String, in chapter: ChapterID) -> Bool { anchors[chapter.index].contains(anchor) }

  /// The anchors of a page in alphabetical order.
  func anchors(in chapter: ChapterID) -> [String] { anchors[chapter.index].sorted() }

  /// The page whose name is nearest to that of an address: its own name first, else one spelled nearly so.
  func nearest(to address: String) -> (path: String, permalink: String)? {
    let wanted = PageIndex.name(of: address)
    guard !wanted.isEmpty else { return nil }
    let name = byName[wanted] == nil ? SourceText.nearest(to: wanted, among: names) : wanted
    guard let name, let chapters = byName[name] else { return nil }
    let same = chapters.map { self.chapters[$0.index] }
    // Of several pages of one name it is the one whose address ends most alike; the first among equals.
    return same.dropFirst().reduce(same.first) { best, page in
      guard let best else { return page }
      return alikeness(page.permalink, address) > alikeness(best.permalink, address) ? page : best
    }
  }

  /// How many bytes two addresses have in common at their ends, endings of files left aside.
  private func alikeness(_ permalink: String, _ address: String) -> Int {
    let ending = Paths.fileExtension(of: address)
    let stem = ["md", "mdx", "html"].contains(ending) ? address.dropLast(ending.count + 1) : address[...]
    return zip(permalink.utf8.reversed(), stem.utf8.reversed()).prefix { $0 == $1 }.count
  }

  /// The last part of a path that tells pages apart: without extension, and the folder's where the file is its index.
  private static func name(of path: String) -> String {
    var segments = path.split(separator: "/")
    guard let last = segments.popLast() else { return "" }
    let stem =
      ["md", "mdx", "html"].contains(Paths.fileExtension(of: String(last)))
      ? Paths.stem(of: String(last)) : String(last)
    if ["index", "readme"].contains(stem.lowercased()), let folder = segments.last { return folder.lowercased() }
    return stem.lowercased()
  }
}

extension Chapter {
  /// Every id that a link can lead to.
  fileprivate var ids: Set<String> {
    var ids = Set<String>()
    for blocks in [blocks] + footnotes.map(\.blocks) {
      for block in blocks {
        _ = block.holds({ ids.add($0.id) }, { ids.add($0.id) })
      }
    }
    return ids
  }
}

extension Set<String> {
  /// False, so that a search goes on.
  fileprivate mutating func add(_ id: String?) -> Bool {
    if let id { insert(id) }
    return false
  }
}

extension Block.Kind {
  fileprivate var id: String? {
    switch self {
    case .heading(let heading): heading.anchor
    case .admonition(let admonition): admonition.id
    case .element(let element): element[attribute: "id"]
    case .paragraph, .plain, .thematicBreak, .quote, .list, .code, .diagram, .table, .math, .details, .tabs, .figure,
      .cards, .written:
      nil
    }
  }
}

extension Inline.Kind {
  fileprivate var id: String? {
    if case .element(let element) = self { element[attribute: "id"] } else { nil }
  }
}
