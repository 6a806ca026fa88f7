import BookModel
import SourceText

/// Puts the quotation marks and apostrophes of the book's language in the place of straight ones: in the text of pages,
/// their titles and the names of parts; never in code, formulas, addresses and alternatives of pictures.
///
/// It comes behind the numbering, so that anchors stay what links ask for.
/// - Parameter workers: how many threads may work at once.
package func setQuotes(in book: Book, workers: Int = 1) -> Book {
  guard let marks = QuotationMarks(language: book.metadata.language) else { return book }
  var result = book
  result.chapters = parallelMap(book.chapters, workers: workers) { chapter in
    var editor = SmartQuotes(marks: marks)
    var result = chapter.edited(with: &editor)
    result.title = marks.applied(to: chapter.title)
    result.label = marks.applied(to: chapter.label)
    return result
  }
  result.outline = book.outline.map { $0.naming(marks.applied) }
  return result
}

extension QuotationMarks {
  fileprivate func applied(to text: String) -> String {
    guard text.hasStraightQuote else { return text }
    var marks = self.marks(in: text)[...]
    return text.replacingQuotes(with: &marks)
  }
}

extension OutlineNode {
  fileprivate func naming(_ name: (String) -> String) -> OutlineNode {
    guard case .division(var division) = self else { return self }
    division.label = name(division.label)
    division.children = division.children.map { $0.naming(name) }
    return .division(division)
  }
}

private struct SmartQuotes: Editor {
  let marks: QuotationMarks
  /// For the straight quotes of the running text that is being edited.
  private var rest: ArraySlice<String> = []

  init(marks: QuotationMarks) { self.marks = marks }

  func concerns(_ block: Block.Kind) -> Bool { false }

  func concerns(_ inline: Inline.Kind) -> Bool {
    if case .text(let text) = inline { text.hasStraightQuote } else { false }
  }

  /// The texts of a block stand for themselves: a quotation that opens in one is closed in it.
  mutating func edit(_ block: Block) -> [Block] {
    switch block.kind {
    case .table(var table):
      for index in table.head.indices { edit(&table.head[index].content) }
      for row in table.rows.indices {
        for cell in table.rows[row].indices { edit(&table.rows[row][cell].content) }
      }
      return [Block(.table(table), at: block.range)]
    case .element(let element) where element.name == "pre": return [block]
    case .paragraph, .plain, .heading, .thematicBreak, .quote, .list, .code, .diagram, .math, .admonition, .details,
      .tabs, .figure, .cards, .element, .written:
      let outer = rest
      rest = marks.marks(in: block.childInlines.quotedText)[...]
      defer { rest = outer }
      return [block.editingChildren(with: &self)]
    }
  }

  mutating func edit(_ inline: Inline) -> [Inline] {
    switch inline.kind {
    case .text(let text): return [Inline(.text(text.replacingQuotes(with: &rest)), at: inline.range)]
    case .element(let element) where element.isCode: return [inline]
    case .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .code, .math, .link, .image, .footnoteReference,
      .element, .written:
      return [inline.editingChildren(with: &self)]
    }
  }

  private mutating func edit(_ content: inout [Inline]) {
    rest = marks.marks(in: content.quotedText)[...]
    content = content.edited(with: &self)
  }
}

extension Element {
  fileprivate var isCode: Bool { ["code", "kbd", "samp", "tt", "pre"].contains(name) }
}

extension [Inline] {
  /// The text as quotes see it: what is none of it is a letter, so that a quote beside it has a neighbour.
  fileprivate var quotedText: String {
    reduce(into: "") { text, inline in
      switch inline.kind {
      case .text(let string): text += string
      case .softBreak, .lineBreak: text += " "
      case .code, .math, .image: text += "x"
      case .footnoteReference: break
      case .element(let element) where element.isCode: text += "x"
      case .emphasis, .strong, .strikethrough, .link, .element, .written: text += inline.children.quotedText
      }
    }
  }
}

extension String {
  fileprivate var hasStraightQuote: Bool { utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } }

  /// With each straight quote replaced by the next of the marks.
  fileprivate func replacingQuotes(with marks: inout ArraySlice<String>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "'", let mark = marks.popFirst() {
        result.append(contentsOf: mark.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
