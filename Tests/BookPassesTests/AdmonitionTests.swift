import BookModel
import Testing

@testable import BookPasses

struct AdmonitionTests {
  @Test func keywordsAndAliases() {
    let result = lowered([
      directive("tip", [], [paragraph("a")]), directive("secondary", [], [paragraph("b")]),
      directive("important", [], []), directive("success", [], []), directive("caution", [], []),
    ])
    #expect(
      result.dump == """
        admonition tip
          paragraph "a"
        admonition note (secondary) ["secondary"]
          paragraph "b"
        admonition info (important) ["important"]
        admonition tip (success) ["success"]
        admonition caution

        """)
    #expect(result.findings.isEmpty)
  }

  @Test func attributeTitleWinsOverLabel() {
    let result = lowered([directive("note", label: [text("Label")], [("title", "Title"), ("id", "x y")], [])])
    #expect(result.dump == "admonition note [\"Title\"] #x-y\n")
  }

  @Test func labelsHoldMarkdownAndAdmonitionsNest() {
    let label = [text("Mind "), inline(.strong([text("this")]))]
    let result = lowered([directive("warning", label: label, [], [directive("tip", [], [paragraph("in")])])])
    #expect(
      result.dump == """
        admonition warning ["Mind " strong["this"]]
          admonition tip
            paragraph "in"

        """)
  }

  @Test func keywordsOfTheSite() {
    let result = lowered([directive("lore", [], [paragraph("a")])]) { $0.admonitionKeywords.append("lore") }
    #expect(result.dump == "admonition info (lore) [\"lore\"]\n  paragraph \"a\"\n")
  }

  @Test func asComponent() {
    let result = lowered([jsx("Admonition", [("type", "danger"), ("title", "Stop"), ("icon", "x")], [paragraph("a")])])
    #expect(result.dump == "admonition danger [\"Stop\"]\n  paragraph \"a\"\n")
  }

  @Test func unknownDirectivesKeepLabelAndChildren() {
    let result = lowered([directive("nott", label: [text("L")], [], [paragraph("kept")])])
    #expect(result.dump == "paragraph strong[\"L\"]\nparagraph \"kept\"\n")
    #expect(result.ids == ["directive-unknown"])
    #expect(result.findings[0].help == "did you mean `:::note`?")
  }

  @Test func capitalsAreOverlooked() {
    let result = lowered([directive("Note", [], [paragraph("a")])])
    #expect(result.dump.hasPrefix("admonition note"))
    #expect(result.ids == ["directive-unknown"])
  }

  @Test func textDirectivesWithoutAttributesAreText() {
    let plain = inline(.written(.directive(TextDirective(name: "smile"))))
    let labelled = inline(.written(.directive(TextDirective(name: "abbr", label: [text("HTML")]))))
    let result = lowered([paragraph(text("a "), plain, labelled)])
    #expect(result.dump == "paragraph \"a \" \":smile\" \"HTML\"\n")
    #expect(result.ids == ["directive-unknown"])
  }

  @Test func alertsOfTheReaderGetTheTitleOfTheirAlias() {
    let alert = Admonition(style: .info, keyword: "important", blocks: [paragraph("a")])
    #expect(
      lowered([block(.admonition(alert))]).dump == "admonition info (important) [\"important\"]\n  paragraph \"a\"\n")
    let note = Admonition(style: .warning, keyword: "warning", blocks: [paragraph("a")])
    #expect(lowered([block(.admonition(note))]).dump == "admonition warning\n  paragraph \"a\"\n")
  }
}
