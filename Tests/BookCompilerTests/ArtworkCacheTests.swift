import Foundation
import SourceText
import Testing

@testable import BookCompiler

@Suite("The cache")
struct ArtworkCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "handpress-cache-\(UUID().uuidString)")

  private func build(cache: String?) throws -> (bytes: Data, report: BuildReport) {
    let source = folder.appending(path: "book")
    try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
    let page = "# A\n\n$x^2$ and $\\nope$\n\n```js\nlet x = 1;\n```\n\n```mermaid\ngraph TD\n  A --> B\n```\n"
    try Data(page.utf8).write(to: source.appending(path: "a.md"))
    try Data("title: A Book\nmath: true\n".utf8).write(to: source.appending(path: "book.yml"))
    var options = BuildOptions(path: source.path(), output: folder.appending(path: "out").path(), workers: 2)
    options.environment = ["SOURCE_DATE_EPOCH": "0"]
    options.cacheFolder = cache
    let report = try BookCompiler.build(options) { _ in }
    return (try Data(contentsOf: URL(filePath: report.written[0])), report)
  }

  private func entries() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "cache").path())) ?? []
  }

  @Test("A book is the same without a cache, with an empty one, a full one, and a broken one")
  func sameBook() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = folder.appending(path: "cache").path()
    let (plain, report) = try build(cache: nil)
    for _ in 0..<2 {
      let (bytes, again) = try build(cache: cache)
      #expect(bytes == plain && again.diagnostics == report.diagnostics)
      #expect(entries().count == 1 && entries().allSatisfy { $0.hasPrefix("a-book-") && $0.hasSuffix(".artwork") })
    }
    for name in entries() {
      try Data("nonsense".utf8).write(to: folder.appending(path: "cache").appending(path: name))
    }
    #expect(try build(cache: cache).bytes == plain)
  }

  @Test("A folder that cannot be made is a note")
  func unusable() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (plain, _) = try build(cache: nil)
    let (bytes, report) = try build(cache: "/proc/handpress")
    #expect(bytes == plain)
    #expect(report.diagnostics.contains { $0.id == .cacheUnusable && $0.severity == .note })
  }

  @Test(
    "The folder is the user's cache",
    arguments: [
      (["HOME": "/home/ada"], "/home/ada/.cache/handpress"), (["HOME": "/h", "XDG_CACHE_HOME": "/c"], "/c/handpress"),
      (["HOME": "/h", "XDG_CACHE_HOME": "relative"], "/h/.cache/handpress"), ([:], nil),
    ])
  func defaultFolder(environment: [String: String], folder: String?) {
    #expect(ArtworkCache.defaultFolder(environment: environment) == folder)
  }

  @Test("A program's build id is read from its file, and nonsense has none")
  func identity() {
    #expect(ProgramIdentity.buildID(in: []) == nil)
    #expect(ProgramIdentity.buildID(in: [0x7F, 0x45, 0x4C, 0x46, 2] + [UInt8](repeating: 0xFF, count: 200)) == nil)
    #expect(!ProgramIdentity.current.isEmpty)
  }
}
