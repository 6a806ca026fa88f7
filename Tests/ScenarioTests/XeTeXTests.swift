import Foundation
import TestSupport
import Testing

/// Whole books as PDF by XeLaTeX, whose layer of the class is another one than LuaTeX's.
@Suite(
  .serialized,
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xelatex")
      || ProcessInfo.processInfo.environment["HANDPRESS_REQUIRE_CHECKS"] == "1",
    "skipped: xelatex is not installed; `make test` installs it"))
struct XeTeXTests {
  private let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "handpress-xetex-\(UUID().uuidString)")

  private func build(_ handbook: String, _ arguments: [String] = []) throws -> (pdf: URL, run: Program.Run) {
    let output = folder.appending(path: UUID().uuidString)
    let run = try Program.handpress(
      [
        "build", handbook, "--to", "pdf", "--engine", "xelatex", "--output", output.path(), "--diagnostics", "short",
        "--no-cache",
      ] + arguments, in: SharedData.checkout, environment: ["SOURCE_DATE_EPOCH": "86400"])
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path()).filter { $0.hasSuffix(".pdf") }
    return (output.appending(path: try #require(names.first, "\(run.output)")), run)
  }

  private func text(of pdf: URL) throws -> String {
    try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", pdf.path(), "-"]).output
  }

  private static let fixture = "Tests/ScenarioTests/Fixtures/every-construct"

  @Test("Every construct is set without a complaint of TeX", arguments: ["screen", "print"])
  func constructs(profile: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = profile == "print" ? ["--profile", "print", "--bleed", "3", "--crop-marks"] : []
    let (pdf, run) = try build(Self.fixture, arguments)
    #expect(!run.output.contains("[tex-"), "\(run.output)")
    #expect(run.output.components(separatedBy: "[pdf-unclaimed]").count == 2, "told once: \(run.output)")
    #expect(try !text(of: pdf).isEmpty)
    guard PDFCheck.isPresent else { return }
    let lines = try PDFCheck.navigation(of: pdf).split(separator: "\n")
    #expect(lines.count == 1, "\(lines)")
  }

  @Test("The same book has the same bytes")
  func reproducible() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try Data(contentsOf: build(Self.fixture).pdf)
    #expect(try first == Data(contentsOf: build(Self.fixture).pdf))
    #expect(first.starts(with: Data("%PDF-1.7".utf8)))
  }

  @Test("Emoji are pictures that stand for their characters; what is wrong is told where it was written")
  func letters() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let docs = folder.appending(path: "book")
    try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
    try Data("title: A Book\nmath: true\n".utf8).write(to: docs.appending(path: "book.yml"))
    let page = "# A\n\nOne 👩‍🚒 and 😀.\n\n$\\mathtt{\\nabla}$\n"
    try Data(page.utf8).write(to: docs.appending(path: "a.md"))
    let (pdf, run) = try build(docs.path())
    let text = try text(of: pdf)
    #expect(text.contains("One 👩‍🚒 and 😀."), "\(text)")
    #expect(run.output.contains("a.md:5:1: warning[tex-missing-glyph]: no font of the PDF has `∇`"), "\(run.output)")
  }
}
