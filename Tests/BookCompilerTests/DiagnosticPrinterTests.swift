import SourceText
import Testing

@testable import BookCompiler

@Suite struct DiagnosticPrinterTests {
  private let text = "# Guide\n\nSee [日本](./instal.md) first.\n"

  private func printed(_ format: DiagnosticFormat, limit: Int = 0, _ diagnostics: [Diagnostic]) -> String {
    var files = SourceFiles()
    files.add(path: "docs/a.md", bytes: Array(text.utf8))
    return DiagnosticPrinter(format: format, colors: false, limit: limit, files: files).print(diagnostics)
  }

  private func missing(_ severity: Diagnostic.Severity = .warning) -> Diagnostic {
    let start = UInt32(Array(text.utf8).firstIndex(of: UInt8(ascii: "("))! + 1)
    return Diagnostic(
      severity, DiagnosticID("link-missing-page"), "no page `./instal.md`",
      at: SourceRange(file: FileID(0), start: start, end: start + 11), notes: ["a note"],
      help: "did you mean `./install.md`?")
  }

  @Test func peopleSeeTheLineWithACaret() {
    #expect(
      printed(.human, [missing()]) == """
        warning[link-missing-page]: no page `./instal.md`
         --> docs/a.md:3:10
          |
        3 | See [日本](./instal.md) first.
          |            ^^^^^^^^^^^
          = note: a note
          = help: did you mean `./install.md`?


        """)
  }

  @Test func programsReadALineADiagnostic() {
    #expect(printed(.short, [missing()]) == "docs/a.md:3:10: warning[link-missing-page]: no page `./instal.md`\n")
    #expect(
      printed(.json, [missing()]) == #"{"severity":"warning","id":"link-missing-page","#
        + #""message":"no page `./instal.md`","path":"docs/a.md","line":3,"column":10,"endLine":3,"endColumn":21,"#
        + #""startByte":22,"endByte":33,"notes":["a note"],"help":"did you mean `./install.md`?"}"# + "\n")
  }

  @Test func manyOfAKindAreCountedButErrorsAreAllShown() {
    let many = printed(.human, limit: 1, [missing(), missing(), missing(.error), missing(.error)])
    #expect(many.split(separator: "\n").count { $0.hasPrefix("warning") } == 1)
    #expect(many.split(separator: "\n").count { $0.hasPrefix("error") } == 2)
    #expect(many.contains("… and 1 more of [link-missing-page]"))
  }

  @Test func controlCharactersNeverReachTheTerminal() {
    let hostile = Diagnostic(.error, DiagnosticID("x"), "name \u{1B}[2Jgone\u{7}")
    #expect(printed(.human, [hostile]) == "error[x]: name \u{FFFD}[2Jgone\u{FFFD}\n\n")
  }

  @Test func longLinesAreCutRoundTheCaret() {
    let line = Array((String(repeating: "a", count: 300) + "BAD" + String(repeating: "z", count: 300)).utf8)
    let excerpt = Excerpt(line: 0..<line.count, marked: 300..<303, in: line)
    #expect(excerpt.text.count == 102)
    #expect(excerpt.text.dropFirst(excerpt.indent).prefix(excerpt.width) == "BAD")
  }

  @Test func policyChangesSeverities() {
    var findings = Findings()
    findings.add(missing())
    findings.add(missing())
    findings.add(Diagnostic(.note, DiagnosticID("other"), "by the way"))
    var policy = DiagnosticPolicy()
    #expect(policy.apply(to: findings).map(\.severity) == [.note, .warning])
    policy.warningsAreErrors = true
    policy.allowed = ["other"]
    #expect(policy.apply(to: findings).map(\.severity) == [.error])
    policy.denied = ["other"]
    #expect(policy.apply(to: findings).map(\.severity) == [.error, .error])
  }
}
