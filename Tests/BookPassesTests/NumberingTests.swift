import BookModel
import SourceText
import Testing

@testable import BookPasses

struct NumberingTests {
  private func numbered(_ blocks: [Block], footnotes: [Footnote] = []) -> (chapter: Chapter, ids: [String]) {
    var written = book([("docs/a.md", blocks)])
    written.chapters[0].footnotes = footnotes
    var findings = Findings()
    let lowered = lower(written, findings: &findings)
    let result = number(lowered, findings: &findings)
    return (result.chapters[0], findings.diagnostics.map(\.id.name))
  }

  private func note(_ label: String, _ blocks: [Block] = [], start: UInt32) -> Footnote {
    Footnote(label: label, blocks: blocks, range: SourceRange(file: FileID(0), start: start, end: start + 1))
  }

  private func reference(_ label: String) -> Inline { inline(.footnoteReference(FootnoteReference(label: label))) }

  private func anchors(_ blocks: [Block]) -> [String] {
    var result: [String] = []
    numbered(blocks).chapter.blocks.walk { if case .heading(let heading) = $0.kind { result.append(heading.anchor) } }
    return result
  }

  @Test func explicitIDsAreNotFedToTheSlugger() {
    #expect(anchors([heading(2, "A", id: "b"), heading(2, "B"), heading(2, "B")]) == ["b", "b-1", "b-1-1"])
  }

  @Test func slugsAreMadeOfWhatWasWritten() {
    let mixed = Heading(
      level: 2,
      content: [
        text("Use "), inline(.code("x.y")), tag("<b>"), text(" now"), tag("</b>"), text(" "), expression("props.a"),
        inline(.written(.directive(TextDirective(name: "smile")))),
      ])
    #expect(anchors([block(.heading(mixed))]) == ["use-xy-now-propsa"])
  }

  @Test func headingsInDetailsAndTabsCount() {
    let inside = jsx("details", [], [jsx("summary", [], [paragraph("s")]), heading(2, "A")])
    #expect(anchors([heading(2, "A"), inside]) == ["a", "a-1"])
  }

  @Test func idsOfAChapterDiffer() {
    let result = numbered([
      heading(2, "A", id: "x"), heading(2, "B", id: "x").at(10), html("<div id=\"x\">t</div>").at(20),
      html("<h2>A</h2>"), html("<h2>♥</h2>"),
    ])
    #expect(
      result.chapter.blocks.dump() == """
        heading 2 #x id "x" "A"
        heading 2 #x-1 id "x" "B"
        <div id="x-2">
          paragraph "t"
        heading 2 #a "A"
        heading 2 #section "♥"

        """)
    #expect(result.ids == ["id-duplicate", "id-duplicate"])
  }

  @Test func aPartialUsedTwiceRepeatsItsIDs() {
    let result = numbered([heading(2, "A", id: "x"), heading(2, "A", id: "x")])
    #expect(result.chapter.blocks.dump() == "heading 2 #x id \"x\" \"A\"\nheading 2 #x-1 id \"x\" \"A\"\n")
    #expect(result.ids.isEmpty)
  }

  @Test func footnotesAreNumberedByFirstReference() {
    let result = numbered(
      [paragraph(text("a"), reference("b"), reference("A"), reference("b"))],
      footnotes: [note("a", start: 10), note("b", [paragraph(reference("c"))], start: 20), note("c", start: 30)])
    #expect(result.chapter.blocks.dump() == "paragraph \"a\" note(1.1 \"b\") note(2.1 \"A\") note(1.2 \"b\")\n")
    #expect(result.chapter.footnotes.map(\.label) == ["b", "a", "c"])
    #expect(result.chapter.footnotes.map(\.number) == [1, 2, 3])
    #expect(result.ids.isEmpty)
  }

  @Test func unusedNotesAreKeptAndUndefinedReferencesAreText() {
    let result = numbered(
      [paragraph(reference("nope"), reference("a"))],
      footnotes: [note("z", start: 1), note("a", start: 2), note("a", [paragraph("again")], start: 3)])
    #expect(result.chapter.blocks.dump() == "paragraph \"[^nope]\" note(1.1 \"a\")\n")
    #expect(result.chapter.footnotes.map { "\($0.label) \($0.number)" } == ["a 1", "z 0", "a 0"])
    #expect(result.ids == ["footnote-unused", "footnote-unused"])
  }
}

extension Block {
  /// The same in another place of its file.
  fileprivate func at(_ start: UInt32) -> Block {
    Block(kind, at: SourceRange(file: range.file, start: start, end: start + 1))
  }
}
