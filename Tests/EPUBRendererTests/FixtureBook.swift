import BookModel
import BookPasses
import EPUBRenderer
import SourceText

/// Short ways to build model values by hand.
enum Make {
  static let range = SourceRange(file: FileID(0), start: 0, end: 1)

  static func text(_ text: String) -> Inline { Inline(.text(text), at: range) }
  static func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, at: range) }
  static func block(_ kind: Block.Kind) -> Block { Block(kind, at: range) }
  static func paragraph(_ content: Inline...) -> Block { Block(.paragraph(content), at: range) }
  static func paragraph(_ words: String) -> Block { paragraph(text(words)) }

  static func heading(_ level: Int, _ words: String, _ anchor: String = "") -> Block {
    var heading = Heading(level: level, content: [text(words)])
    heading.anchor = anchor
    return block(.heading(heading))
  }

  static func link(_ target: Link.Target, _ words: String) -> Inline {
    inline(.link(Link(target: target, content: [text(words)])))
  }

  static func cell(_ content: Inline...) -> TableCell { TableCell(content: content, range: range) }

  static func note(_ number: Int, _ blocks: [Block]) -> Footnote {
    var note = Footnote(label: "n\(number)", blocks: blocks, range: range)
    note.number = number
    return note
  }

  static func reference(_ number: Int, _ occurrence: Int) -> Inline {
    var reference = FootnoteReference(label: "n\(number)")
    (reference.number, reference.occurrence) = (number, occurrence)
    return inline(.footnoteReference(reference))
  }

  static func item(_ blocks: [Block], task: Bool? = nil) -> ListItem {
    ListItem(task: task, blocks: blocks, range: range)
  }

  static func chapter(
    _ index: Int, _ title: String, showsTitle: Bool = true, blocks: [Block], footnotes: [Footnote] = []
  ) -> Chapter {
    let slug = title.lowercased().split(separator: " ").joined(separator: "-")
    return Chapter(
      id: ChapterID(index), path: "docs/\(slug).md", file: FileID(UInt32(index)), docID: slug,
      permalink: "/docs/\(slug)", title: title, showsTitle: showsTitle, label: title, blocks: blocks,
      footnotes: footnotes)
  }

  /// A book of the chapters in a row.
  static func book(_ chapters: [Chapter], assets: [Asset] = [], language: String = "en") -> Book {
    Book(
      metadata: Metadata(title: "A Book", language: language), outline: chapters.map { .chapter($0.id) },
      chapters: chapters, assets: assets)
  }

  /// A book of one chapter that holds the blocks.
  static func book(_ blocks: [Block], footnotes: [Footnote] = [], assets: [Asset] = []) -> Book {
    book([chapter(0, "Page", blocks: blocks, footnotes: footnotes)], assets: assets)
  }
}

/// The smallest pictures there are.
enum Pictures {
  static let png = Asset(
    path: "static/img/Dot One.png", mediaType: "image/png",
    bytes: [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
      6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0x60, 0x60,
      0xF8, 0x0F, 0, 1, 4, 1, 0, 0x5F, 0xE5, 0xC3, 0x4B, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ], size: PixelSize(width: 1, height: 1))

  static let svg = Asset(
    path: "docs/plan.svg", mediaType: "image/svg+xml",
    bytes: Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120">\
      <rect x="4" y="4" width="130" height="112" rx="8" fill="#dbe7f3" stroke="#33557a" stroke-width="2"/>\
      <rect x="186" y="4" width="130" height="112" rx="8" fill="#f3e9db" stroke="#7a5a33" stroke-width="2"/>\
      <path d="M134 60 H186" stroke="#333" stroke-width="2"/></svg>
      """.utf8), size: PixelSize(width: 320, height: 120))

  static let download = Asset(path: "static/files/data set.zip", mediaType: "application/zip", bytes: [1])
  static let beside = Asset(path: "docs/notes.pdf", mediaType: "application/pdf", bytes: [1])
  static let avif = Asset(path: "docs/photo.avif", mediaType: "image/avif", bytes: [1])
}

extension Book {
  /// The files of the book, by path.
  func rendered(
    _ options: EPUBOptions = EPUBOptions(modified: "2026-03-31T12:00:00Z"), findings: inout Findings
  ) -> [String: String] {
    let files = renderEPUB(.unchecked(self), options: options, findings: &findings)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  func rendered(_ options: EPUBOptions = EPUBOptions(modified: "2026-03-31T12:00:00Z")) -> [String: String] {
    var findings = Findings()
    return rendered(options, findings: &findings)
  }

  /// The only chapter's content: what stands in its section.
  func content(findings: inout Findings) -> String {
    let page = rendered(findings: &findings)["EPUB/c001-page.xhtml"] ?? ""
    guard let start = page.firstRange(of: "<h1>Page</h1>\n"),
      let end = page.firstRange(of: "</section>\n</main></body>")
    else {
      return page
    }
    return String(page[start.upperBound..<end.lowerBound])
  }

  func content() -> String {
    var findings = Findings()
    return content(findings: &findings)
  }
}
