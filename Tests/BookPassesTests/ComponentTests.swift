import BookModel
import SourceText
import Testing

@testable import BookPasses

struct ComponentTests {
  @Test func tabs() {
    let result = lowered([
      jsx(
        "Tabs", [("groupId", "os"), ("values", "{[{label: 'Linux', value: 'l'}]}")],
        [
          jsx("TabItem", [("value", "l")], [paragraph("one")]),
          jsx("TabItem", [("value", "m"), ("label", "macOS"), ("default", nil)], [paragraph("two")]),
          paragraph(inlineJSX("TabItem", [("value", "w")], [text("three")])),
        ])
    ])
    #expect(
      result.dump == """
        tabs group "os"
          panel "l" "Linux"
            paragraph "one"
          panel "m" "macOS"
            paragraph "two"
          panel "w" "w"
            paragraph "three"

        """)
  }

  @Test func knownOnes() {
    let result = lowered([
      paragraph(inlineJSX("Link", [("to", "/docs/x")], [text("x")]), inlineJSX("Translate", [], [text("t")])),
      jsx("BrowserOnly", [], [paragraph("kept")]),
      jsx("TOCInline", [("toc", "{toc}")]),
      jsx("ThemedImage", [("alt", "A"), ("sources", "{{light: useBaseUrl('/img/l.png'), dark: 'd'}}")]),
      jsx("img", [("src", "{require('./x.png').default}"), ("alt", "X")]),
    ])
    #expect(
      result.dump == """
        paragraph link(written "/docs/x")["x"] "t"
        paragraph "kept"
        figure image(written "/img/l.png")["A"]
        figure image(written "./x.png")["X"]

        """)
    #expect(result.findings.isEmpty)
  }

  @Test func importedImages() {
    let result = lowered([
      esm("import pic from './p.png';\nimport Logo from '@site/static/l.svg';"),
      paragraph(inlineJSX("img", [("src", "{pic}"), ("alt", "P")]), text(" "), inlineJSX("Logo", [("title", "L")])),
    ])
    #expect(
      result.dump == "paragraph image(written \"./p.png\")[\"P\"] \" \" image(written \"@site/static/l.svg\")[\"L\"]\n")
  }

  @Test func unknownOnesKeepWhatCanBeSeen() {
    let result = lowered([
      jsx("Card", [("title", "T"), ("href", "/x"), ("icon", "i.svg"), ("text", "words")], [paragraph("child")]),
      jsx("Card", [("size", "{3}")]),
    ])
    #expect(
      result.dump == """
        paragraph link(written "/x")["T"]
        paragraph "words"
        figure image(written "i.svg")["T"]
        paragraph "child"

        """)
    #expect(result.ids == ["component-unknown"])
    #expect(result.findings[0].notes == ["2 times on this page; this is the first"])
  }

  @Test func headIsDroppedWithANote() {
    let result = lowered([jsx("Head", [], [jsx("title", [], [paragraph("x")])])])
    #expect(result.dump == "")
    #expect(result.ids == ["component-dropped"])
  }

  @Test func cardsOfTheDivisionOrSiblings() {
    var written = book([
      ("docs/index.md", [jsx("DocCardList")]), ("docs/a.md", [jsx("DocCardList")]), ("docs/b.md", []),
    ])
    written.outline = [
      .division(
        Division(
          role: .part, label: "P", opening: ChapterID(0), children: [.chapter(ChapterID(1)), .chapter(ChapterID(2))]))
    ]
    var findings = Findings()
    let result = lower(written, findings: &findings)
    #expect(
      result.chapters[0].blocks.dump()
        == "cards\n  card (chapter 1) \"a\" \"About a\"\n  card (chapter 2) \"b\" \"About b\"\n")
    #expect(result.chapters[1].blocks.dump() == "cards\n  card (chapter 2) \"b\" \"About b\"\n")
  }
}

struct GeneratedIndexTests {
  @Test func aPageWithoutAFileListsWhatItOpens() {
    var written = book([("Guides", []), ("docs/a.md", [])])
    written.chapters[0].file = nil
    written.outline = [
      .division(Division(role: .part, label: "Guides", opening: ChapterID(0), children: [.chapter(ChapterID(1))]))
    ]
    var findings = Findings()
    let result = lower(written, findings: &findings)
    #expect(result.chapters[0].blocks.dump() == "cards\n  card (chapter 1) \"a\" \"About a\"\n")
  }
}
