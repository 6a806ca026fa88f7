import Foundation
import TestSupport
import Testing
import ZipBinding

/// Every word that an author wrote is in the book as often as in the sources, unless a diagnostic points at its line.
@Suite struct NothingIsLostTests {
  @Test func theShippedHandbookIsWhole() throws {
    try check(SharedData.checkout.appending(path: "content"), pages: ["docs"])
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func aRealHandbookIsWhole() throws {
    try check(SharedData.folder!.appending(path: "handbook"), pages: ["docs"])
  }

  @Test func theComparisonCanFail() throws {
    let page = WrittenPage(
      "---\ntitle: x\n---\n# Some **words** [here](there.md)\n\n```js title=\"t\"\nlet a\n```\n<b>bold</b>")
    var book = Words()
    book.add(xhtml: "<h1>Some <strong>words</strong></h1><pre>let a</pre><b>bold</b>")
    #expect(book.lacking(page.words) == ["here": 1, "t": 1])
  }

  private func check(_ handbook: URL, pages: [String]) throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "handpress-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let run = try Program.handpress(
      ["build", handbook.path(), "--output", output.path(), "--diagnostics", "short", "--limit", "0"], in: handbook)
    #expect(run.status == 0)
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: output.path()).first { $0.hasSuffix(".epub") })
    var book = Words()
    for file in try readArchive([UInt8](Data(contentsOf: output.appending(path: name))))
    where file.path.hasPrefix("EPUB/") && file.path.hasSuffix(".xhtml") {
      let isChapter = file.path.dropFirst(5).first == "c" && file.path.dropFirst(6).first?.isNumber == true
      if isChapter || file.path.dropFirst(5).hasPrefix("p") {
        book.add(xhtml: String(decoding: file.bytes, as: UTF8.self))
      }
    }
    let sources = try markdown(below: handbook, in: pages)
    #expect(sources.count > 10)
    var written = Words()
    for source in sources.values { for (word, count) in source.words.counts { written.add(word, times: count) } }
    let reported = self.reported(in: run.output, sources: sources)
    let lost = book.lacking(written).filter { !reported.contains($0.key) }
    let shown = lost.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(40).map { entry in
      let place = sources.sorted { $0.key < $1.key }.first { $0.value.words.counts[entry.key] != nil }?.key ?? ""
      return "\(entry.key) (\(entry.value), \(place))"
    }
    #expect(lost.isEmpty, "\(lost.count) words are lost: \(shown.joined(separator: ", "))")
  }

  /// The pages by their paths from the handbook's root; partials aside, which stand where pages want them.
  private func markdown(below root: URL, in folders: [String]) throws -> [String: WrittenPage] {
    var result: [String: WrittenPage] = [:]
    for folder in folders {
      let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
      for name in names?.compactMap({ $0 as? String }) ?? [] {
        let path = "\(folder)/\(name)"
        let isPage = path.hasSuffix(".md") || path.hasSuffix(".mdx")
        guard isPage, !path.split(separator: "/").contains(where: { $0.hasPrefix("_") }) else { continue }
        let bytes = try Data(contentsOf: root.appending(path: path))
        result[path] = WrittenPage(String(decoding: bytes, as: UTF8.self))
      }
    }
    return result
  }

  /// The words on lines that diagnostics point at: `path:line:column: …`.
  private func reported(in output: String, sources: [String: WrittenPage]) -> Set<String> {
    var words = Words()
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 3)
      guard parts.count == 4, let number = Int(parts[1]), let source = sources[String(parts[0])] else { continue }
      if source.lines.indices.contains(number - 1) { words.add(source.lines[number - 1]) }
    }
    return Set(words.counts.keys)
  }
}

extension Words {
  fileprivate mutating func add(_ word: String, times count: Int) { for _ in 0..<count { add(word) } }
}
