import Foundation
import TestSupport
import Testing

/// The structure of a book with every construct, as those hear it who do not see it; `UPDATE_GOLDEN=1` rewrites the golden
/// file.
@Suite(
  .enabled(if: PrintedBook.hasEngine, "skipped: lualatex is not installed; `make test` installs it"),
  .enabled(if: PDFCheck.isPresent, PDFCheck.absence))
struct PrintedStructureTests {
  @Test func theStructureOfEveryConstructIsWhatItWas() throws {
    // In a folder of its own, so that no commit is told of in the colophon.
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "handpress-structure-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: SharedData.checkout.appending(path: "Tests/ScenarioTests/Fixtures/every-construct"),
      to: folder.appending(path: "book"))
    let run = try Program.handpress(
      [
        "build", "book", "--to", "pdf", "--output", "out", "--diagnostics", "short", "--cache",
        PrintedBook.cache.path(),
      ], in: folder)
    let path = try #require(run.output.split(separator: "\n").first { $0.hasSuffix(".pdf") }, "\(run.output)")
    #expect(!run.output.contains("[tex-"), "\(run.output)")
    let structure = try PDFCheck.outline(of: folder.appending(path: String(path)))
    let golden = SharedData.checkout.appending(path: "Tests/ScenarioTests/Golden/structure.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(structure.utf8).write(to: golden) }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(structure.split(separator: "\n") == expected.split(separator: "\n"))
  }
}
