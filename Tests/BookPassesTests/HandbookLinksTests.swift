import BookModel
import Foundation
import SourceText
import TestSupport
import Testing

@testable import BookPasses

/// The links of the shared handbook, found by a scanner of lines, so that the resolving pass is tried on a real site
/// apart from the reader.
struct HandbookLinksTests {
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func everyInternalLinkResolves() throws {
    let root = try #require(SharedData.folder).appending(path: "handbook")
    let written = try handbook(at: root)
    var findings = Findings()
    let ready = number(lower(written, workers: 2, findings: &findings), workers: 2, findings: &findings)
    let result = resolve(ready, world: MemoryWorld([:]), files: SourceFiles(), workers: 2, findings: &findings)

    var resolved = 0
    var missing: [String] = []
    for chapter in result.book.chapters {
      chapter.blocks.walkInlines { inline in
        guard case .link(let link) = inline.kind else { return }
        switch link.target {
        case .chapter: resolved += 1
        case .missing(let address): missing.append(address)
        case .external(let address): #expect(Addresses.scheme(of: address) != nil)
        case .asset, .written: Issue.record("\(link.target)")
        }
      }
    }
    // The one page that is not there is the style guide's example of how to write a link.
    #expect(missing == ["/docs/path/to/doc"])
    #expect(resolved > 1_000)
    #expect(findings.diagnostics.map(\.id) == [.linkMissingPage])
  }

  /// Every page with its headings and links, its address by the handbook's rules: number prefixes kept, an id or a
  /// slug from the front matter.
  private func handbook(at root: URL) throws -> Book {
    let docs = root.appending(path: "docs")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: docs.path()).filter { $0.hasSuffix(".md") }.sorted()
    var written = book(paths.map { ("docs/" + $0, []) }) { $0.baseURL = "/gen-ai-llm-docs/" }
    written.site.url = "https://pruning-my-pothos.github.io"
    for index in paths.indices {
      let lines = try String(contentsOf: docs.appending(path: paths[index]), encoding: .utf8).split(separator: "\n")
      written.chapters[index].blocks = blocks(of: lines)
      written.chapters[index].permalink = "/gen-ai-llm-docs/docs/" + address(of: paths[index], lines)
    }
    return written
  }

  private func address(of path: String, _ lines: [Substring]) -> String {
    func field(_ name: String) -> String? {
      lines.prefix(20).first { $0.hasPrefix(name + ": ") }.map { $0.dropFirst(name.count + 2).filter { $0 != "\"" } }
    }
    if let slug = field("slug") { return String(slug.drop { $0 == "/" }) }
    let folder = Paths.folder(of: path)
    return Paths.stem(of: path) == "README" ? folder : Paths.join(folder, field("id") ?? Paths.stem(of: path))
  }

  private func blocks(of lines: [Substring]) -> [Block] {
    var blocks: [Block] = []
    var inFence = false
    for line in lines {
      if line.drop(while: { $0 == " " }).hasPrefix("```") { inFence.toggle() }
      guard !inFence else { continue }
      let marks = line.prefix { $0 == "#" }.count
      if (1...6).contains(marks) { blocks.append(heading(marks, String(line.dropFirst(marks + 1)))) }
      for piece in line.split(separator: "](").dropFirst() where piece.contains(")") {
        blocks.append(paragraph(link(String(piece.prefix { $0 != ")" && $0 != " " }))))
      }
    }
    return blocks
  }
}
