import Foundation
import TestSupport
import Testing

/// Every example of CommonMark and GFM can be printed: none is TeX that TeX complains of, none is too wide.
@Suite(
  .enabled(if: SharedData.isPresent, SharedData.absence),
  .enabled(if: PrintedBook.hasEngine, "skipped: lualatex is not installed; `make test` installs it"))
struct PrintedSpecificationTests {
  private let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "handpress-specification-\(UUID().uuidString)")

  @Test func everyExampleIsSetWithoutComplaint() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let docs = folder.appending(path: "docs")
    try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
    try Data("title: Examples\n".utf8).write(to: folder.appending(path: "book.yml"))
    // Most of the examples of one specification are in the other, too.
    let examples = Set((SpecificationExample.commonMark + SpecificationExample.gfm).map(\.markdown)).sorted()
    #expect(examples.count > 600)
    for (number, example) in examples.enumerated() {
      try Data(example.utf8).write(to: docs.appending(path: "\(number).md"))
    }
    let run = try Program.handpress(
      [
        "build", folder.path(), "--to", "pdf", "--output", folder.appending(path: "out").path(), "--diagnostics",
        "short",
        "--limit", "0", "--cache", PrintedBook.cache.path(),
      ], in: folder)
    let complaints = run.output.split(separator: "\n").filter { $0.contains("[tex-") }
    #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    #expect(run.output.contains("out/examples.pdf"), "\(run.output)")
  }
}
