import BookModel

/// The footnotes of a document that something refers to, in the order in which `cmark-gfm` numbers them.
///
/// It counts the references in the order of the source, those inside of definitions (wherever these stand)
/// included, and takes the first of several definitions of one label.
struct NumberedFootnotes {
  private(set) var footnotes: [(note: Footnote, references: [UInt32])] = []

  init() {}

  init(blocks: [Block], footnotes: [Footnote]) {
    let all = blocks + footnotes.flatMap(\.blocks)
    for (offset, label) in Self.references(in: all).sorted(by: { $0.offset < $1.offset }) {
      if let index = index(of: label) {
        self.footnotes[index].references.append(offset)
      } else if let note = footnotes.first(where: { Self.folded($0.label) == Self.folded(label) }) {
        self.footnotes.append((note, [offset]))
      }
    }
  }

  func index(of label: String) -> Int? {
    footnotes.firstIndex { Self.folded($0.note.label) == Self.folded(label) }
  }

  private static func references(in blocks: [Block]) -> [(offset: UInt32, label: String)] {
    var found: [(offset: UInt32, label: String)] = []
    blocks.walkInlines { inline in
      if case .footnoteReference(let reference) = inline.kind { found.append((inline.range.start, reference.label)) }
    }
    return found
  }

  /// Labels match as those of link references do (CommonMark 0.31.2 §6.3).
  private static func folded(_ label: String) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension SpecificationHTML {
  mutating func write(_ reference: FootnoteReference, at offset: UInt32) {
    guard let index = notes.index(of: reference.label),
      let occurrence = notes.footnotes[index].references.firstIndex(of: offset)
    else { return writeForeign("reference to no footnote") }
    let label = notes.footnotes[index].note.label
    write(raw: "<sup class=\"footnote-ref\"><a href=\"#fn-")
    write(address: label)
    write(raw: "\" id=\"fnref-")
    write(address: label)
    write(raw: occurrence == 0 ? "" : "-\(occurrence + 1)")
    write(raw: "\" data-footnote-ref>\(index + 1)</a></sup>")
  }

  /// The section at the end; nothing where nothing is referred to.
  mutating func writeFootnotes() {
    guard !notes.footnotes.isEmpty else { return }
    writeLine("<section class=\"footnotes\" data-footnotes>")
    writeLine("<ol>")
    for (note, references) in notes.footnotes { write(note, references: references.count) }
    writeLine("</ol>")
    writeLine("</section>")
  }

  private mutating func write(_ note: Footnote, references: Int) {
    startLine()
    write(raw: "<li id=\"fn-")
    write(address: note.label)
    write(raw: "\">\n")
    write(Array(note.blocks.dropLast()))
    if case .paragraph(let content) = note.blocks.last?.kind {
      startLine()
      write(raw: "<p>")
      write(content)
      write(raw: " ")
      writeBackLinks(to: note, references: references)
      write(raw: "</p>\n")
    } else {
      write(Array(note.blocks.suffix(1)))
      writeBackLinks(to: note, references: references)
      write(raw: "\n")
    }
    write(raw: "</li>\n")
  }

  private mutating func writeBackLinks(to note: Footnote, references: Int) {
    for occurrence in 1...references {
      write(raw: occurrence == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
      write(address: note.label)
      write(raw: occurrence == 1 ? "" : "-\(occurrence)")
      write(raw: "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      write(raw: occurrence == 1 ? "</a>" : "<sup class=\"footnote-ref\">\(occurrence)</sup></a>")
    }
  }
}
