import Foundation
import TestSupport
import Testing

/// What looks like TeX is text in every place of a handbook: the engine runs none of it.
@Suite(
  .enabled(
    if: ["lualatex", "pdftotext"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
      || ProcessInfo.processInfo.environment["HANDPRESS_REQUIRE_CHECKS"] == "1",
    "skipped: lualatex or pdftotext is not installed; `make test` installs them"))
struct HostileTeXTests {
  private let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "handpress-hostile-\(UUID().uuidString)")

  /// Each reads what it may not, or makes the file `made`, when TeX runs it.
  private var attacks: [String] {
    let secret = folder.appending(path: "secret").path()
    return [
      "\\input{\(secret)/secret.tex}", "\\directlua{io.open('\(secret)/made','w'):close()}",
      "\\write18{touch \(secret)/made}", "^^5cinput{\(secret)/secret.tex}",
      "\\csname input\\endcsname{\(secret)/secret.tex}", "\\newwrite\\w\\immediate\\openout\\w=\(secret)/made ",
      "\\catcode64=0 @input{\(secret)/secret.tex}", "}\\end{document}\\input{\(secret)/secret.tex}",
    ]
  }

  /// The attack as running text, with every mark escaped.
  private func escaped(_ text: String) -> String {
    text.map { $0.isASCII && ($0.isPunctuation || $0.isSymbol) ? "\\\($0)" : String($0) }.joined()
  }

  private func page(_ attack: String) -> String {
    let text = escaped(attack)
    return """
      ## \(text)

      \(text) and ``\(attack)`` and [\(text)](https://example.org/a?q=\(text)) and ![\(text)](dot.svg)[^\(attack.count)]

      [^\(attack.count)]: \(text)

      ```tex title="\(attack)"
      \(attack)
      ```

      ![\(text)](dot.svg "\(text)")

      | \(text) |
      |--------|
      | \(text) |

      :::note[\(text)]

      A formula: $\(attack)$

      :::

      $$
      \(attack)
      $$


      """
  }

  private func handbook() throws -> URL {
    let book = folder.appending(path: "book")
    for name in ["secret", "book"] {
      try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: folder.appending(path: path)) }
    try write("WhatNobodyMaySee", "secret/secret.tex")
    try write("title: 'A \\directlua{os.exit(1)} book'\nauthors: '\\input{/etc/passwd}'\nmath: true\n", "book/book.yml")
    try write("# A \\\\write18\\{touch x\\} page\n\n" + attacks.map(page).joined(), "book/a.md")
    try write(
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>", "book/dot.svg")
    return book
  }

  @Test(
    "Nothing of a handbook is run by TeX, and all of it is printed as it was written", arguments: ["screen", "print"])
  func nothingIsRun(profile: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: "out")
    let run = try Program.handpress(
      ["build", handbook().path(), "--to", "pdf", "--output", output.path(), "--diagnostics", "short", "--limit", "0"]
        + ["--profile", profile, "--no-cache"], in: folder)
    #expect(run.status == 0 && !run.output.contains("[tex-"), "\(run.output)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "secret").path()) == ["secret.tex"])
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path())) == ["book", "out", "secret"])

    let name = try #require(FileManager.default.contentsOfDirectory(atPath: output.path()).first)
    let text = try Program.run(
      URL(filePath: "/usr/bin/pdftotext"), ["-raw", output.appending(path: name).path(), "-"]
    ).output.filter { !$0.isWhitespace }
    #expect(!text.contains("WhatNobodyMaySee"))
    for attack in attacks {
      let written = attack.filter { !$0.isWhitespace }
      #expect(text.ranges(of: written).count >= 8, "\(attack) in \(text)")
    }
    // Of each attack there is one formula in a line and one that is displayed.
    #expect(run.output.ranges(of: "[math-as-tex]").count == 2 * attacks.count, "\(run.output)")
  }
}
