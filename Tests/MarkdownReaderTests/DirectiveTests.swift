import MarkdownReader
import Testing

struct DirectiveTests {
  @Test func containersHoldBlocksWithoutBlankLinesAround() {
    #expect(
      Reading("before\n:::note\ntext\n- a\n:::\nafter").outline
        == "p(before) :::note(p(text) tight(item(p(a)))) p(after)")
  }

  @Test func labelsAndAttributesAreRead() {
    let reading = Reading(":::tip[A *b* [c](d)]{#id .x .y key=\"v w\" k=u flag}\n:::")
    #expect(reading.outline == ":::tip[A em(b) a[written(\"d\")](c)]{id=id,class=x y,key=v w,k=u,flag=}()")
  }

  @Test func moreColonsHoldFewer() {
    #expect(Reading("::::a\n:::b\nx\n:::\ny\n::::\nz").outline == ":::a(:::b(p(x)) p(y)) p(z)")
  }

  @Test func equalColonsNestWhenBothAreClosed() {
    #expect(Reading(":::a\n:::b\nx\n:::\ny\n:::\nz").outline == ":::a(:::b(p(x)) p(y)) p(z)")
  }

  @Test func anUnclosedInnerDirectiveEndsWithItsOuterOne() {
    let reading = Reading("::::a\n:::b\nx\n::::\nz")
    #expect(reading.outline == ":::a(:::b(p(x))) p(z)")
    #expect(reading.ids == [.directiveUnclosed])
  }

  @Test func theOldFormOfTitlesIsForKeywordsOnly() {
    #expect(Reading(":::note My *title*\nx\n:::").outline == ":::note[My em(title)](p(x))")
    #expect(Reading(":::other My title\nx").outline == "p(:::other My title⏎x)")
    #expect(
      Reading(":::note My title\nx\n:::") { $0.rules.legacyAdmonitionTitles = false }.outline
        == ":::note[My title](p(x))")
    #expect(
      Reading(":::note My title\nx\n:::") { $0.rules.legacyAdmonitionTitles = false }.findings.map(\.id)
        == [.directiveLegacyTitle])
  }

  @Test func aSitesOwnKeywordsHaveTitlesToo() {
    #expect(Reading(":::my-own T\n:::") { $0.admonitionKeywords.append("my-own") }.outline == ":::my-own[T]()")
  }

  @Test func strayColonsAreTextAndReported() {
    let reading = Reading("a\n\n:::\n\nb")
    #expect(reading.outline == "p(a) p(:::) p(b)")
    #expect(reading.ids == [.directiveStray])
  }

  @Test func unclosedContainersRunToTheEnd() {
    let reading = Reading(":::note\na\n\nb")
    #expect(reading.outline == ":::note(p(a) p(b))")
    #expect(reading.ids == [.directiveUnclosed])
    #expect(reading.findings[0].range?.offsets == 0..<7)
  }

  @Test func codeHidesColons() {
    #expect(Reading(":::note\n```\n:::\n```\n:::").outline == ":::note(code[|](\":::\\n\"))")
  }

  @Test func leavesStandAlone() {
    #expect(Reading("::video[T]{src=a}\ntext").outline == "::video[T]{src=a} p(text)")
  }

  @Test(arguments: ["at 10:30", ":tada: and a:b", "std::vec[1]", "a::b", "x:[y]"])
  func colonsInTextAreText(_ text: String) {
    #expect(Reading(text, path: "page.md") { $0.rules.format = .md }.outline == "p(\(text))")
  }

  @Test func textDirectivesNeedALabelOrAttributes() {
    #expect(Reading("a :abbr[*b*]{title=\"c\"} d").outline == "p(a :abbr[em(b)]{title=c} d)")
  }

  @Test func directivesInAnItemLeaveItsListTight() {
    let reading = Reading("- a\n  :::note\n  x\n\n  y\n  :::\n- b")
    #expect(reading.outline == "tight(item(p(a) :::note(p(x) p(y))) item(p(b)))")
  }

  @Test func alertsAreAdmonitions() {
    #expect(Reading("> [!NOTE]\n> a\n> - b").outline == "note[note](p(a) tight(item(p(b))))")
    #expect(Reading("> [!important]\n>\n> a").outline == "info[important](p(a))")
    #expect(Reading("> [!NOTE] a").outline == "quote(p([!NOTE] a))")
  }
}
