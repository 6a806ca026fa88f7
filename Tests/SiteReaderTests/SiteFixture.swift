import BookModel
import SourceText
import TestSupport

@testable import SiteReader

/// A handbook in memory, discovered and assembled, with pages made of their front matter and first heading alone.
struct SiteFixture {
  var discovery: Discovery
  var book: Book
  var findings = Findings()

  init(_ files: [String: String], options: DiscoveryOptions = DiscoveryOptions()) throws {
    try self.init(world: MemoryWorld(files), options: options)
  }

  init(world: some World, options: DiscoveryOptions = DiscoveryOptions()) throws {
    discovery = try discover(options, world: world, findings: &findings)
    var files = discovery.files
    var pages: [Page] = []
    for page in discovery.pages {
      pages.append(SiteFixture.page(files.add(path: page.path, bytes: try world.read(page.path))))
    }
    book = assemble(discovery, pages: pages, findings: &findings)
  }

  /// Front matter of plain `key: value` lines, headings and paragraphs: enough for the rules of a site.
  static func page(_ file: SourceFile) -> Page {
    var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)[
      ...]
    var fields: [FrontMatter.Field] = []
    if lines.first == "---" {
      lines = lines.dropFirst()
      while let line = lines.popFirst(), line != "---" {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let text = line[line.index(after: colon)...].drop { $0 == " " }.filter { $0 != "\"" && $0 != "'" }
        let value: Value =
          Double(text).map(Value.number) ?? ["true": .bool(true), "false": .bool(false)][text]
          ?? .string(text)
        fields.append(.init(key: String(line[..<colon]), value: value, range: file.range))
      }
    }
    let blocks = lines.filter { !$0.isEmpty }.map { line -> Block in
      let level = line.prefix { $0 == "#" }.count
      let text = Inline(.text(String(line.drop { $0 == "#" || $0 == " " })), at: file.range)
      return Block(
        level > 0 ? .heading(Heading(level: level, content: [text])) : .paragraph([text]), at: file.range)
    }
    return Page(file: file.id, path: file.path, frontMatter: FrontMatter(fields: fields), blocks: blocks)
  }

  /// The contents as text: a line a node, two blanks a level.
  var outline: String { SiteFixture.text(of: book.outline, in: book, indent: "") }

  private static func text(of nodes: [OutlineNode], in book: Book, indent: String) -> String {
    nodes.map { node in
      switch node {
      case .chapter(let id): return "\(indent)\(book[id].label) <\(book[id].permalink)>\n"
      case .division(let division):
        let opening = division.opening.map { " <\(book[$0].permalink)>" } ?? ""
        return "\(indent)\(division.role) \(division.label)\(opening)\n"
          + text(of: division.children, in: book, indent: indent + "  ")
      }
    }.joined()
  }

  /// The ids of all diagnostics, in the order found.
  var diagnosed: [String] { findings.diagnostics.map(\.id.name) }
}
