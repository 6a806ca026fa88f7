import BookModel
import SourceText

/// A term that a glossary of the book explains, for the index.
struct GlossaryTerm: Equatable, Sendable {
  var name: String
  /// Where it stands in the glossary.
  var anchor: AnchorName
  /// The chapter that is the glossary.
  var chapter: ChapterID
  /// Where its entry leads to in the book, each place once.
  var explained: [Link.Target]
}

/// The terms of a book's glossaries. A page is a glossary when its name or its title says so.
struct Glossary: Sendable {
  /// In reading order.
  private(set) var terms: [GlossaryTerm] = []
  /// The places of terms that have no anchor of their own, by where their words are written.
  private(set) var anchors: [SourceRange: AnchorName] = [:]
  /// All anchors that the index gives the page of.
  private(set) var indexed: Set<AnchorName> = []

  init(_ book: Book) {
    for chapter in book.chapters where chapter.isGlossary {
      for entry in GlossaryEntries(chapter).terms { add(entry, of: chapter) }
    }
  }

  private mutating func add(_ entry: GlossaryEntries.Entry, of chapter: Chapter) {
    let anchor: AnchorName
    if let own = entry.anchor {
      anchor = AnchorName(chapter: chapter.id.index + 1, anchor: own)
    } else {
      anchor = AnchorName(term: terms.count + 1)
      anchors[entry.range] = anchor
    }
    indexed.insert(anchor)
    for case .chapter(let id, let place?) in entry.links {
      indexed.insert(AnchorName(chapter: id.index + 1, anchor: place))
    }
    terms.append(
      GlossaryTerm(name: entry.name, anchor: anchor, chapter: chapter.id, explained: entry.links))
  }
}

extension Chapter {
  /// `glossary.md`, `03-glossary.mdx`, or any page whose title is "Glossary".
  fileprivate var isGlossary: Bool {
    docID.split(separator: "/").last?.lowercased() == "glossary" || title.lowercased() == "glossary"
  }
}

/// The entries of a page that is a glossary: rows of tables, items and paragraphs that begin with a term in bold, terms of
/// definition lists; where there are none, its headings.
private struct GlossaryEntries {
  struct Entry {
    var name: String
    /// Where the words of the term are written.
    var range: SourceRange
    /// Its own anchor; nil for words that have none.
    var anchor: String?
    /// The pages of the book that the entry leads to.
    var links: [Link.Target] = []
  }
  private(set) var terms: [Entry] = []

  init(_ chapter: Chapter) {
    visit(chapter.blocks)
    if terms.isEmpty { terms = GlossaryEntries.headings(of: chapter.blocks) }
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .paragraph(let content), .plain(let content):
        if content.explainsTerm { add(content.leadingTerm, links: content.pages) }
      case .table(let table):
        for row in table.rows { add(row.first?.content.leadingTerm, links: row.flatMap(\.content).pages) }
      case .list(let list):
        for item in list.items { visit(item.blocks) }
      case .element(let element) where element.name == "dt":
        let content = element.content.inlines
        if let first = content.trimmed.first { add((content, first.range), links: []) }
      case .element(let element) where element.name == "dd":
        if !terms.isEmpty { terms[terms.count - 1].links += element.content.pages }
      case .details(let details): visit(details.blocks)
      case .quote(let blocks): visit(blocks)
      case .element(let element): visit(element.content)
      case .heading, .thematicBreak, .code, .diagram, .math, .admonition, .tabs, .figure, .cards, .written: break
      }
    }
  }

  private mutating func add(_ term: (words: [Inline], range: SourceRange)?, links: [Link.Target]) {
    guard let term else { return }
    let name = GlossaryEntries.name(of: term.words)
    guard !name.isEmpty else { return }
    terms.append(Entry(name: name, range: term.range, links: links))
  }

  /// The headings of the level that most have; single letters part a glossary and are none of its terms.
  private static func headings(of blocks: [Block]) -> [Entry] {
    var entries: [(level: Int, entry: Entry)] = []
    for block in blocks {
      if case .heading(let heading) = block.kind {
        let name = self.name(of: heading.content)
        if name.count > 1, !heading.anchor.isEmpty {
          entries.append((heading.level, Entry(name: name, range: block.range, anchor: heading.anchor)))
        }
      } else if !entries.isEmpty {
        entries[entries.count - 1].entry.links += [block].pages
      }
    }
    let counts = (1...6).map { level in entries.count { $0.level == level } }
    let level = counts.indices.max { counts[$0] < counts[$1] }.map { $0 + 1 }
    return entries.filter { $0.level == level }.map(\.entry)
  }

  /// Without the colon or dash that may stand behind a term.
  private static func name(of words: [Inline]) -> String {
    var name = words.plainText.drop(while: \.isWhitespace)
    while let last = name.last, last.isWhitespace || ":–—-".contains(last) { name.removeLast() }
    return String(name)
  }
}

extension [Inline] {
  /// The words in bold that the text begins with.
  fileprivate var leadingTerm: (words: [Inline], range: SourceRange)? {
    guard let first = trimmed.first, case .strong(let words) = first.kind else { return nil }
    return (words, first.range)
  }

  /// Whether a colon or a dash stands in or behind the words in bold that it begins with, and more follows.
  fileprivate var explainsTerm: Bool {
    guard let term = leadingTerm, trimmed.count > 1 else { return false }
    let rest = Array(trimmed.dropFirst()).plainText.drop(while: \.isWhitespace)
    return term.words.plainText.last == ":" || rest.first.map { ":–—-".contains($0) } == true
  }

  /// Where the links in it lead within the book, each place once.
  fileprivate var pages: [Link.Target] {
    var targets: [Link.Target] = []
    walk { inline in
      if case .link(let link) = inline.kind, case .chapter = link.target, !targets.contains(link.target) {
        targets.append(link.target)
      }
    }
    return targets
  }
}

extension [Block] {
  fileprivate var pages: [Link.Target] {
    var inlines: [Inline] = []
    walkInlines { inlines.append($0) }
    return inlines.pages
  }
}
