import BookModel
import Foundation
import MarkdownReader
import SourceText

/// The pages to be read, and the two ways of reading them.
enum Pages {
  /// All Markdown files under a folder, in the order of their paths.
  static func files(in folder: String) throws -> [SourceFile] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let pages = paths.filter { $0.hasSuffix(".md") || $0.hasSuffix(".mdx") }.sorted()
    var sources = SourceFiles()
    return try pages.map { path in
      sources.add(path: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: path))))
    }
  }

  /// What `cmark-gfm` reads: GFM with footnotes.
  static func readPlain(_ file: SourceFile) -> [Block] {
    let dialect = Dialect(extensions: Dialect.gfm.extensions.union(.footnotes))
    var findings = Findings()
    let (blocks, footnotes) = readBlocks(file, range: file.range, dialect: dialect, findings: &findings)
    return blocks + footnotes.flatMap(\.blocks)
  }

  /// What a book reads: front matter, and MDX with directives and mathematics.
  static func read(_ file: SourceFile) -> [Block] {
    var site = Site()
    site.rules.hasMath = true
    var findings = Findings()
    let page = readPage(file, site: site, findings: &findings)
    return page.blocks + page.footnotes.flatMap(\.blocks)
  }
}
