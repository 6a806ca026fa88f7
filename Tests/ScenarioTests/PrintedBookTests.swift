import Foundation
import TestSupport
import Testing

/// The programs that these tests need; in `make test` their absence fails.
private enum Installed {
  static let isRequired = ProcessInfo.processInfo.environment["HANDPRESS_REQUIRE_CHECKS"] == "1"
  static let engine = FileManager.default.isExecutableFile(atPath: "/usr/bin/lualatex") || isRequired
  static let extractor = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext") || isRequired
}

/// Whole books as PDF: they keep the standards that they claim, their text can be taken out, the same input gives the
/// same bytes.
@Suite(
  .serialized, .enabled(if: Installed.engine, "skipped: lualatex is not installed; `make test` installs it"))
struct PrintedBookTests {
  /// Kept for all tests of a run: TeX reads fonts but once.
  private static let cache = FileManager.default.temporaryDirectory.appending(path: "handpress-test-cache")
  private let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "handpress-printed-\(UUID().uuidString)")

  private func build(
    _ handbook: URL, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> (pdf: URL, run: Program.Run) {
    let output = folder.appending(path: UUID().uuidString)
    let run = try Program.handpress(
      ["build", handbook.path(), "--to", "pdf", "--output", output.path(), "--diagnostics", "short", "--cache"]
        + [Self.cache.path()] + arguments, in: SharedData.checkout, environment: environment)
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path()).filter { $0.hasSuffix(".pdf") }
    return (output.appending(path: try #require(names.first, "\(run.output)")), run)
  }

  /// A handbook of one page.
  private func handbook(_ text: String) throws -> URL {
    let docs = folder.appending(path: "book")
    try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
    try Data("title: A Book\nauthor: A. Author\n".utf8).write(to: docs.appending(path: "book.yml"))
    try Data(text.utf8).write(to: docs.appending(path: "a.md"))
    return docs
  }

  private func text(of pdf: URL) throws -> String {
    try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", pdf.path(), "-"]).output
  }

  @Test(
    "Every construct keeps PDF/UA-1 and PDF/A-2a", .enabled(if: PDFCheck.isPresent, PDFCheck.absence),
    arguments: ["screen", "print"])
  func everyConstruct(profile: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let fixture = SharedData.checkout.appending(path: "Tests/ScenarioTests/Fixtures/every-construct")
    let (pdf, run) = try build(fixture, ["--profile", profile])
    #expect(!run.output.contains("[pdf-unclaimed]"), "\(run.output)")
    let verdict = try PDFCheck.verdict(on: pdf)
    #expect(verdict.hasSuffix("no fault\n"), "\(verdict)")
  }

  @Test("The shipped handbook keeps PDF/UA-1 and PDF/A-2a", .enabled(if: PDFCheck.isPresent, PDFCheck.absence))
  func shipped() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (pdf, run) = try build(SharedData.checkout.appending(path: "content"))
    #expect(!run.output.contains("[pdf-unclaimed]"), "\(run.output)")
    let verdict = try PDFCheck.verdict(on: pdf)
    #expect(verdict.hasSuffix("no fault\n"), "\(verdict)")
  }

  @Test(
    "Code is copied without its numbers, and without the arrows of lines that go on",
    .enabled(if: Installed.extractor, "skipped: pdftotext is not installed; `make test` installs it"))
  func code() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = (1...30).map { "word\($0)" }.joined(separator: " + ")
    let book = try handbook(
      "# Code\n\nBefore.\n\n```js showLineNumbers\nlet first = 1;\n  let long = \(words);\n```\n\nAfter 😀.\n")
    let text = try text(of: build(book).pdf)
    let start = try #require(text.range(of: "Before.")).upperBound
    let end = try #require(text.range(of: "After")).lowerBound
    let lines = text[start..<end].split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.filter { !$0.isEmpty }.first == "let first = 1;")
    #expect(
      lines.joined(separator: " ").split(separator: " ") == "let first = 1; let long = \(words);".split(separator: " "))
    #expect(text.contains("😀"))
  }

  @Test("The same book has the same bytes, whether anything was kept of it or not, and the date that is asked for")
  func reproducible() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = try handbook("# A\n\nText, [link](#b) and $x^2$.\n\n## B\n\n```mermaid\ngraph TD\n  A --> B\n```\n")
    let environment = ["SOURCE_DATE_EPOCH": "86400"]
    let first = try Data(contentsOf: build(book, environment: environment).pdf)
    let second = try Data(
      contentsOf: build(book, environment: environment.merging(["TZ": "Asia/Tokyo"]) { a, _ in a }).pdf)
    #expect(first == second)
    #expect(String(decoding: first, as: UTF8.self).contains("<xmp:CreateDate>1970-01-02T00:00:00Z"))
  }
}
