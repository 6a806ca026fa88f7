import BookModel
import MarkdownReader
import SourceText
import TestSupport

@testable import SiteReader

/// A handbook in memory, discovered, read and assembled.
struct SiteFixture {
  var discovery: Discovery
  var book: Book
  var findings = Findings()

  /// A site with these settings, `docs/` and the rest of its files.
  init(config: String = "", sidebars: String? = nil, _ files: [String: String]) throws {
    var all = files
    let option = sidebars == nil ? "" : "sidebarPath: './sidebars.js',"
    all["docusaurus.config.js"] = """
      module.exports = {title: 'T', url: 'https://x.org', baseUrl: '/b/',
        presets: [['classic', {docs: {\(option)\(config)}}]]};
      """
    all["sidebars.js"] = sidebars.map { "module.exports = \($0)" }
    try self.init(world: MemoryWorld(all))
  }

  init(_ files: [String: String], options: DiscoveryOptions = DiscoveryOptions()) throws {
    try self.init(world: MemoryWorld(files), options: options)
  }

  init(world: some World, options: DiscoveryOptions = DiscoveryOptions()) throws {
    discovery = try discover(options, world: world, findings: &findings)
    var files = discovery.files
    var pages: [Page] = []
    var reading = Findings()
    for page in discovery.pages {
      pages.append(
        readPage(files.add(path: page.path, bytes: try world.read(page.path)), site: discovery.site, findings: &reading)
      )
    }
    book = assemble(discovery, pages: pages, findings: &findings)
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

  /// The chapter of a file.
  func chapter(_ path: String) -> Chapter? { book.chapters.first { $0.path == path } }

  /// The ids of all diagnostics, in the order found.
  var diagnosed: [String] { findings.diagnostics.map(\.id.name) }
}
