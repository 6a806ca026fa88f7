import Foundation
import TestSupport
import Testing
import ZipBinding

/// Whole books: valid by epubcheck, the same on every run, complete.
@Suite(.serialized) struct WholeBookTests {
  private func build(
    _ handbook: URL, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> (book: URL, run: Program.Run) {
    let output = FileManager.default.temporaryDirectory.appending(path: "handpress-\(UUID().uuidString)")
    let run = try Program.handpress(
      ["build", handbook.path(), "--output", output.path(), "--diagnostics", "short"] + arguments,
      in: SharedData.checkout, environment: environment)
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: output.path()).first { $0.hasSuffix(".epub") })
    return (output.appending(path: name), run)
  }

  private func bytes(_ book: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: book)) }

  private let content = SharedData.checkout.appending(path: "content")
  private var handbook: URL { SharedData.folder!.appending(path: "handbook") }

  @Test(.enabled(if: EPUBCheck.isPresent, EPUBCheck.absence))
  func theShippedHandbookIsValid() throws {
    let (book, run) = try build(content, ["--warnings-as-errors"])
    #expect(run.status == 0, "\(run.output)")
    #expect(try EPUBCheck.messages(about: book) == [])
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence), .enabled(if: EPUBCheck.isPresent, EPUBCheck.absence))
  func aRealHandbookIsValid() throws {
    let (book, run) = try build(handbook)
    #expect(run.status == 0, "\(run.output)")
    #expect(try EPUBCheck.messages(about: book) == [])
  }

  @Test(.enabled(if: EPUBCheck.isPresent, EPUBCheck.absence))
  func everyConstructIsValid() throws {
    let fixture = SharedData.checkout.appending(path: "Tests/ScenarioTests/Fixtures/every-construct")
    let (book, run) = try build(fixture)
    #expect(run.status == 0, "\(run.output)")
    #expect(try EPUBCheck.messages(about: book) == [])
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func aRealHandbookIsComplete() throws {
    let (book, run) = try build(handbook)
    let pages = try readArchive(bytes(book)).filter { $0.path.contains("/c") && $0.path.hasSuffix(".xhtml") }
    #expect(pages.count >= 376)
    #expect(!run.output.contains("[link-missing-anchor]"), "\(run.output)")
    // The one address that leads nowhere is an example in the handbook's own style guide.
    #expect(run.output.split(separator: "\n").count { $0.contains("[link-missing-page]") } <= 1)
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func theSameInputGivesTheSameBytes() throws {
    let first = try bytes(build(handbook, ["--workers", "1"]).book)
    for (workers, seed) in [("2", "0"), ("3", "1"), ("8", "2")] {
      let environment = [
        "SWIFT_DETERMINISTIC_HASHING": seed == "0" ? "1" : "", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8",
      ]
      let again = try bytes(build(handbook, ["--workers", workers], environment: environment).book)
      #expect(again == first, "with \(workers) workers")
    }
  }

  @Test func everyFormulaAndDiagramOfTheShippedHandbookIsAPictureForOldReaders() throws {
    func pages(_ arguments: [String]) throws -> (text: String, book: URL) {
      let (book, run) = try build(content, arguments)
      #expect(run.status == 0 && !run.output.contains("[math-"), "\(run.output)")
      let pages = try readArchive(bytes(book)).filter { $0.path.hasSuffix(".xhtml") }
      return (pages.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(), book)
    }
    func count(_ mark: String, in text: String) -> Int { text.components(separatedBy: mark).count - 1 }
    let modern = try pages([]).text
    let (legacy, book) = try pages(["--to", "epub-legacy"])
    #expect(count("<math ", in: modern) > 500)
    #expect(count("<img class=\"math\" ", in: legacy) == count("<math ", in: modern))
    #expect(
      count("<figure class=\"diagram\"><img ", in: legacy) == count("<figure class=\"diagram\"><svg ", in: modern))
    #expect(count("<math", in: legacy) + count("<svg", in: legacy) == 0)
    if EPUBCheck.isPresent { #expect(try EPUBCheck.messages(about: book) == []) }
  }

  @Test func theContainerIsInOrder() throws {
    let files = try readArchive(bytes(build(content).book))
    #expect(files.first == ArchiveFile(path: "mimetype", isStored: true, bytes: Array("application/epub+zip".utf8)))
    #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
    #expect(files.allSatisfy { $0.path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } })
  }

  @Test func theEpochIsHonoured() throws {
    let files = try readArchive(bytes(build(content, environment: ["SOURCE_DATE_EPOCH": "86400"]).book))
    let package = try #require(files.first { $0.path.hasSuffix(".opf") })
    #expect(String(decoding: package.bytes, as: UTF8.self).contains("1970-01-02T00:00:00Z"))
  }

  @Test func aFolderWithoutPagesIsNoHandbook() throws {
    let empty = FileManager.default.temporaryDirectory.appending(path: "handpress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let run = try Program.handpress(["build", empty.path()], in: empty)
    #expect(run.status == 2)
    #expect(run.output == "error: no handbook at `\(empty.path())`: it holds no Markdown files\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: empty.path()).isEmpty)
  }
}
