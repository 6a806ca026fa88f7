import BookModel
import SourceText
import Testing

@testable import BookPasses

struct ShortcodeTests {
  private func replaced(_ written: String) -> String {
    let result = replaceShortcodes(in: book([("docs/a.md", [paragraph(written)])]))
    guard case .paragraph(let content) = result.chapters[0].blocks[0].kind else { return "" }
    return content.plainText
  }

  @Test(arguments: [
    (":tada:", "🎉"), ("Done :white_check_mark:!", "Done ✅!"), (":+1::-1:", "👍👎"), ("a:rocket:b", "a🚀b"),
    (":warning: :heart:", "⚠️ ❤️"), (":thumbsup:", "👍"), ("::tada::", ":🎉:"), (":x:tada:", "❌tada:"),
    (":unknown:tada:", ":unknown🎉"), ("一:tada:二", "一🎉二"),
  ])
  func shortcodesBecomeEmoji(written: String, shown: String) {
    #expect(replaced(written) == shown)
  }

  @Test(arguments: [
    "10:30:45", ":no_such_emoji:", ":Tada:", ": tada :", ":tada", "a: b: c", "::", ":::", "std::vector::size", "C:\\x:",
  ])
  func otherColonsStay(written: String) { #expect(replaced(written) == written) }

  @Test func codeStaysAndLinksDoNot() {
    let blocks = [
      paragraph(inline(.code(":tada:")), link("https://x.org", ":tada:")),
      block(.code(CodeBlock(language: nil, text: ":tada:\n"))),
    ]
    let result = replaceShortcodes(in: book([("docs/a.md", blocks)])).chapters[0].blocks
    #expect(result[0] == paragraph(inline(.code(":tada:")), link("https://x.org", "🎉")))
    #expect(result[1] == blocks[1])
  }

  @Test func slugsAreMadeOfTheNames() {
    var findings = Findings()
    let written = book([("docs/a.md", [heading(2, "Party :tada:")])])
    let result = replaceShortcodes(in: number(lower(written, findings: &findings), findings: &findings))
    guard case .heading(let heading) = result.chapters[0].blocks[0].kind else { return #expect(Bool(false)) }
    #expect(heading.anchor == "party-tada" && heading.content.plainText == "Party 🎉")
  }

  @Test func titlesAndLabelsFollowTheirHeadings() {
    var written = book([("docs/a.md", [])])
    written.chapters[0].label = ":tada: New"
    written.outline = [
      .division(Division(role: .part, label: ":rocket: Start", children: [.chapter(ChapterID(0))]))
    ]
    let result = replaceShortcodes(in: written)
    #expect(result.chapters[0].label == "🎉 New")
    #expect(
      result.outline == [.division(Division(role: .part, label: "🚀 Start", children: [.chapter(ChapterID(0))]))])
  }

  @Test func aSiteMayHaveNone() {
    let written = book([("docs/a.md", [paragraph(":tada:")])]) { $0.rules.hasEmoji = false }
    #expect(replaceShortcodes(in: written).chapters == written.chapters)
  }
}
