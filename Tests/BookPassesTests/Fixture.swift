import BookModel
import SourceText

@testable import BookPasses

/// Short ways to write blocks and books by hand. Every range is the first byte of file 0; links are resolved without
/// files, so that each is relative to its chapter.
let here = SourceRange(file: FileID(0), start: 0, end: 1)

func block(_ kind: Block.Kind) -> Block { Block(kind, at: here) }
func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, at: here) }
func text(_ text: String) -> Inline { inline(.text(text)) }
func paragraph(_ content: Inline...) -> Block { block(.paragraph(content)) }
func paragraph(_ text: String) -> Block { block(.paragraph([inline(.text(text))])) }
func heading(_ level: Int, _ text: String, id: String? = nil) -> Block {
  block(.heading(Heading(level: level, content: [inline(.text(text))], explicitID: id)))
}
func html(_ text: String) -> Block { block(.written(.html(text))) }
func tag(_ text: String) -> Inline { inline(.written(.html(text))) }
func expression(_ text: String) -> Inline { inline(.written(.expression(text))) }
func esm(_ text: String) -> Block { block(.written(.esm(text))) }
func link(_ address: String, _ text: String = "text") -> Inline {
  inline(.link(Link(target: .written(address), content: [inline(.text(text))])))
}
func image(_ address: String, alternative: String = "alt", title: String? = nil) -> Inline {
  inline(.image(Image(source: .written(address), alternative: alternative, title: title)))
}

/// `{…}` as a value begins with a brace, anything else is text; no value is a flag.
func attributes(_ pairs: [(String, String?)]) -> [JSXAttribute] {
  pairs.map { name, value in
    guard let value else { return JSXAttribute(name: name, value: .flag, range: here) }
    let isExpression = value.hasPrefix("{") && value.hasSuffix("}")
    return JSXAttribute(
      name: name, value: isExpression ? .expression(String(value.dropFirst().dropLast())) : .string(value), range: here)
  }
}

func jsx(_ name: String, _ pairs: [(String, String?)] = [], _ content: [Block] = []) -> Block {
  block(.written(.jsx(JSXElement(name: name, attributes: attributes(pairs), content: content))))
}

func inlineJSX(_ name: String, _ pairs: [(String, String?)] = [], _ content: [Inline] = []) -> Inline {
  inline(.written(.jsx(JSXElement(name: name, attributes: attributes(pairs), content: content))))
}

func directive(
  _ name: String, label: [Inline]? = nil, _ attributes: [(String, String)] = [], _ blocks: [Block]? = []
) -> Block {
  let attributes = attributes.map { ElementAttribute(name: $0.0, value: $0.1) }
  return block(.written(.directive(Directive(name: name, label: label, attributes: attributes, blocks: blocks))))
}

/// Pages of a site under `/site/`, docs in `docs/`, their permalinks from their paths.
func book(_ pages: [(path: String, blocks: [Block])], site change: (inout Site) -> Void = { _ in }) -> Book {
  var site = Site()
  site.url = "https://example.org"
  site.baseURL = "/site/"
  site.docs = [DocsInstance(folder: "docs")]
  change(&site)
  let chapters = pages.enumerated().map { index, page in
    let id = String(page.path.dropFirst("docs/".count).prefix { $0 != "." })
    var permalink = "/site/docs/" + id
    if permalink.hasSuffix("/index") { permalink.removeLast("/index".count) }
    return Chapter(
      id: ChapterID(index), path: page.path, file: FileID(UInt32(index)), docID: id, permalink: permalink, title: id,
      showsTitle: false, label: id, description: "About \(id)", blocks: page.blocks)
  }
  return Book(
    metadata: Metadata(title: "Test"), site: site, outline: chapters.map { .chapter($0.id) }, chapters: chapters)
}

func files(of book: Book) -> SourceFiles {
  var files = SourceFiles()
  for chapter in book.chapters { files.add(path: chapter.path, bytes: []) }
  return files
}

struct Lowered {
  var blocks: [Block]
  var findings: [Diagnostic]
  var dump: String { blocks.dump() }
  var ids: [String] { findings.map(\.id.name) }
}

/// One page of a book, lowered.
func lowered(
  _ blocks: [Block], partials: [String: Page] = [:], frontMatter: FrontMatter = FrontMatter(),
  site change: (inout Site) -> Void = { _ in }
) -> Lowered {
  var findings = Findings()
  var written = book([("docs/page.md", blocks)], site: change)
  written.chapters[0].frontMatter = frontMatter
  let result = lower(written, imports: ImportedFiles(pages: partials), findings: &findings)
  return Lowered(blocks: result.chapters[0].blocks, findings: findings.diagnostics)
}

/// One page of raw HTML, lowered.
func lowered(html text: String) -> Lowered { lowered([html(text)]) }
