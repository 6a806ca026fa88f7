import Foundation
import Testing

@testable import BookCompiler

@Suite("The cache of printed editions")
struct EditionCacheTests {
  private let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "handpress-editions-\(UUID().uuidString)")
  private var cache: EditionCache { EditionCache(folder: folder.path()) }

  /// An edition of 100 bytes, used so many seconds after 1970.
  private func edition(_ title: String, used time: Double) throws -> DiskFolder {
    let edition = try #require(cache.edition(of: title, output: "/out"))
    try edition.write([UInt8](repeating: 1, count: 60), to: "edition.pdf")
    try edition.write([UInt8](repeating: 1, count: 40), to: "auxiliary/book.aux")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: time)], ofItemAtPath: edition.path)
    return edition
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).map { String($0.prefix(1)) }.sorted()
  }

  @Test("Those used longest ago go first, and never the one in use")
  func oldest() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try edition("a", used: 1)
    _ = try (edition("b", used: 3), edition("c", used: 2))
    cache.prune(keeping: first, limit: 600)
    #expect(try names() == ["a", "b", "c"])
    // It has just been used, though it was the oldest.
    cache.prune(keeping: first, limit: 210)
    #expect(try names() == ["a", "b"])
    cache.prune(keeping: first, limit: 0)
    #expect(try names() == ["a"])
    #expect(first.read("edition.pdf")?.count == 60)
  }

  @Test("What a killed build has moved aside is removed")
  func leftovers() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let kept = try edition("a", used: 1)
    let leftover = try edition("b", used: 2)
    try FileManager.default.moveItem(atPath: leftover.path, toPath: leftover.path + ".removed-1")
    cache.prune(keeping: kept)
    #expect(try names() == ["a"])
  }

  @Test("An edition is told by its book and by where it is written to")
  func places() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let places = [("A", "/x"), ("A", "/y"), ("B", "/x")].map { cache.edition(of: $0.0, output: $0.1)?.path ?? "" }
    #expect(Set(places).count == 3)
  }
}
