import BookModel
import SourceText

/// How much of the book its contents list: as deep as stays under a fiftieth of its pages, chapters in any case.
struct ContentsDepth {
  /// How many levels of the outline are shown.
  let depth: Int
  /// Whether the sections of chapters are shown, too.
  let showsHeadings: Bool

  /// Bytes of TeX on a page of A4, and lines of contents on one, as measured on real handbooks.
  private static let bytesOnPage = 3100
  private static let linesOnPage = 42

  init(_ edition: Edition, weight: Int) {
    let layout = edition.layout
    let area = layout.textWidth * layout.textHeight / (450 * 690)
    let pages = Double(weight / ContentsDepth.bytesOnPage) / area
    let linesOnPage = Double(ContentsDepth.linesOnPage) * layout.textHeight / 690
    let room = Int(pages * 0.02 * linesOnPage)
    let lines = ContentsDepth.lines(edition.order.entries)
    let headings = edition.book.chapters.reduce(0) { $0 + $1.sections.count { $0.content.plainText.count > 1 } }
    depth = .max
    showsHeadings = lines + headings <= room
  }

  private static func lines(_ entries: [BookOrder.Entry]) -> Int {
    entries.reduce(0) { $0 + 1 + lines($1.children) }
  }
}

extension Chapter {
  /// The headings of level 2 that stand right in the chapter.
  var sections: [Heading] {
    blocks.compactMap { block in
      guard case .heading(let heading) = block.kind, heading.level == 2, !heading.anchor.isEmpty,
        !heading.content.plainText.isBlank
      else { return nil }
      return heading
    }
  }
}

extension FrontWriter {
  /// The entries of the contents, each with its page; without the letters of a glossary.
  func lines(_ entries: [BookOrder.Entry], level: Int, depth: Int, headings: Bool = false) {
    guard depth > 0 else { return }
    let hasParts = edition.order.entries.contains { if case .part = $0.kind { true } else { false } }
    for entry in entries {
      let shown = min(4, level + (level == 0 && !hasParts ? 1 : 0))
      switch entry.kind {
      case .part(let number, _): line(shown, AnchorName(part: number), entry.label)
      case .group:
        tex.command("hptocgroup", .number(shown), text(entry.label))
        tex.newline()
      case .chapter(let id):
        line(shown, edition.anchor(of: id), entry.label)
        if headings {
          for heading in edition.book[id].sections where heading.content.plainText.count > 1 {
            line(min(4, shown + 1), edition.anchor(of: id, heading.anchor), heading.content.plainText)
          }
        }
      }
      lines(entry.children, level: level + 1, depth: depth == .max ? depth : depth - 1, headings: headings)
    }
  }

  private func line(_ level: Int, _ anchor: AnchorName, _ label: String) {
    tex.command("hptocline", .number(level), .anchor(anchor), .plain(label), text(label))
    tex.newline()
  }

  /// The outline of the PDF: parts, groups, chapters and their sections, each closed.
  func outline(_ entries: [BookOrder.Entry]) {
    for entry in entries {
      switch entry.kind {
      case .part(let number, _):
        bookmark(AnchorName(part: number), entry.children.count, entry.label)
        outline(entry.children)
      case .group:
        guard let first = entry.firstChapter else { continue }
        bookmark(edition.anchor(of: first), entry.children.count, entry.label)
        outline(entry.children)
      case .chapter(let id):
        let sections = edition.book[id].sections
        bookmark(edition.anchor(of: id), entry.children.count + sections.count, entry.label)
        for section in sections {
          bookmark(edition.anchor(of: id, section.anchor), 0, section.content.plainText)
        }
        outline(entry.children)
      }
    }
  }

  private func bookmark(_ anchor: AnchorName, _ children: Int, _ label: String) {
    tex.command("hpbookmark", .anchor(anchor), .number(-children), .plain(label))
    tex.newline()
  }
}
