import BookModel
import EPUBRenderer
import Foundation
import FoundationXML
import SourceText
import Testing

/// What a parser sees of a written file: its ids, its references and its elements.
private final class Sight: NSObject, XMLParserDelegate {
  var ids: [String] = []
  var references: [String] = []
  var names: [String] = []
  private var path: [String] = []
  var nestedLinks = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if name == "a", path.contains("a") { nestedLinks += 1 }
    path.append(name)
    names.append(name)
    if let id = attributes["id"] { ids.append(id) }
    references += ["href", "src"].compactMap { attributes[$0] }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    path.removeLast()
  }

  /// - Returns: nil when the bytes are no well-formed XML.
  static func of(_ bytes: [UInt8]) -> Sight? {
    let parser = XMLParser(data: Data(bytes))
    let sight = Sight()
    parser.delegate = sight
    return parser.parse() ? sight : nil
  }
}

@Suite("A whole book as an EPUB")
struct WholeBookTests {
  private static func render(workers: Int, limit: Int = 300_000) -> [EPUBFile] {
    var findings = Findings()
    var options = EPUBOptions(
      cover: Pictures.png, modified: "2026-03-31T12:00:00Z", commit: "abc1234", workers: workers)
    options.documentLimit = limit
    return renderEPUB(.unchecked(EveryConstruct.book), options: options, findings: &findings)
  }

  private static func isXML(_ file: EPUBFile) -> Bool {
    [".xhtml", ".opf", ".ncx", ".xml", ".svg"].contains { file.path.hasSuffix($0) }
  }

  @Test("The files stand in the order of the archive, each path once")
  func order() {
    let paths = Self.render(workers: 1).map(\.path)
    #expect(
      Array(paths.prefix(10)) == [
        "mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx", "EPUB/book.css",
        "EPUB/cover.xhtml", "EPUB/title.xhtml", "EPUB/colophon.xhtml", "EPUB/contents.xhtml",
      ])
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    #expect(paths.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } })
  }

  @Test("Every XML file is well-formed, its ids are its own, and no link stands in a link", arguments: [300_000, 900])
  func wellFormed(limit: Int) throws {
    for file in Self.render(workers: 1, limit: limit) where Self.isXML(file) {
      let sight = try #require(Sight.of(file.bytes), "\(file.path) is not well-formed")
      #expect(Set(sight.ids).count == sight.ids.count, "\(file.path)")
      #expect(sight.nestedLinks == 0, "\(file.path)")
    }
  }

  @Test("Every reference inside the book leads to a file and an id that are there", arguments: [300_000, 900])
  func references(limit: Int) throws {
    let files = Self.render(workers: 1, limit: limit)
    let sights = Dictionary(
      uniqueKeysWithValues: files.filter { Self.isXML($0) }.compactMap { file in
        Sight.of(file.bytes).map { (file.path, $0) }
      })
    let paths = Set(files.map(\.path))
    for (path, sight) in sights where path.hasPrefix("EPUB/") {
      for reference in sight.references where !reference.contains(":") {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : "EPUB/" + parts[0]
        #expect(paths.contains(target), "\(reference) in \(path)")
        guard parts.count == 2 else { continue }
        #expect(sights[target]?.ids.contains(String(parts[1])) == true, "\(reference) in \(path)")
      }
    }
  }

  @Test("Every page but the cover has one h1, first of its headings, and skips no level", arguments: [300_000, 900])
  func outlines(limit: Int) throws {
    for file in Self.render(workers: 1, limit: limit) where file.path.hasSuffix(".xhtml") {
      guard file.path != "EPUB/cover.xhtml" else { continue }
      let names = try #require(Sight.of(file.bytes)).names
      let levels = names.filter { $0.count == 2 && $0.first == "h" && $0 != "hr" }.compactMap { Int($0.dropFirst()) }
      #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1, "\(file.path): \(levels)")
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(file.path): \(levels)")
    }
  }

  @Test("The number of workers changes nothing", arguments: [2, 3, 8])
  func workers(count: Int) {
    #expect(Self.render(workers: count) == Self.render(workers: 1))
  }

  @Test("The manifest names every file of the package and no other, the spine every page in order")
  func manifest() throws {
    let files = Self.render(workers: 1)
    let package = String(decoding: try #require(files.first { $0.path == "EPUB/package.opf" }).bytes, as: UTF8.self)
    let listed = package.split(separator: "<item ").dropFirst().compactMap { item in
      item.split(separator: "href=\"").dropFirst().first?.split(separator: "\"").first.map(String.init)
    }
    let packed = files.map(\.path).filter { $0.hasPrefix("EPUB/") && $0 != "EPUB/package.opf" }.map { $0.dropFirst(5) }
    #expect(Set(listed) == Set(packed.map(String.init)) && listed.count == packed.count)
    let spine = package.split(separator: "<itemref idref=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(spine.map { $0 + ".xhtml" } == packed.filter { $0.hasSuffix(".xhtml") && $0 != "nav.xhtml" })
  }

  @Test("A book without chapters, title or language is still one")
  func empty() throws {
    let book = Book(metadata: Metadata(title: " ", language: ""), outline: [], chapters: [])
    var findings = Findings()
    for file in renderEPUB(
      .unchecked(book), options: EPUBOptions(modified: "2026-03-31T12:00:00Z"), findings: &findings)
    where Self.isXML(file) {
      #expect(Sight.of(file.bytes) != nil)
    }
    let navigation = book.rendered()["EPUB/nav.xhtml"]
    #expect(navigation?.contains("<ol>\n<li><a href=\"title.xhtml\">Title</a></li>\n</ol>") == true)
  }
}
