import TestSupport
import Testing

/// What the fuzz once found to be read wrong, so that no seed is needed to find it again.
struct FoundByFuzzingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mode: FuzzDocument.Mode
    let markdown: String
    let html: String

    init(_ name: String, _ mode: FuzzDocument.Mode, _ markdown: String, _ html: String) {
      testDescription = name
      self.mode = mode
      self.markdown = markdown
      self.html = html
    }
  }

  @Test(arguments: [
    Case("no table under a definition alone", .gfm, "[a]: /b\n-", "<p>-</p>\n"),
    Case(
      "a tag as a lazy continuation", .commonMark, "> a\n<b>", "<blockquote>\n<p>a\n<b></p>\n</blockquote>\n"),
    Case(
      "a line break in a description", .commonMark, "![a\nb](/c)", "<p><img src=\"/c\" alt=\"a b\" /></p>\n"),
    Case(
      "a reference in an autolink", .commonMark, "<http://a.b/?c&amp;d>",
      "<p><a href=\"http://a.b/?c&amp;d\">http://a.b/?c&amp;d</a></p>\n"),
    Case("U+0000 in an autolink", .commonMark, "<ab:\0>", "<p><a href=\"ab:%EF%BF%BD\">ab:\u{FFFD}</a></p>\n"),
    Case("no mail without a name", .gfm, "mailto:@a.b", "<p>mailto:@a.b</p>\n"),
    Case(
      "a task's text below its box", .gfm, "- [x] \n  a",
      "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> a</li>\n</ul>\n"),
    Case(
      "a box alone", .gfm, "- [ ] ",
      "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> </li>\n</ul>\n"),
  ])
  func isReadRight(_ found: Case) {
    #expect(specificationHTML(of: Array(found.markdown.utf8), dialect: found.mode.dialect) == found.html)
  }

  @Test func aFootnoteBehindAnExclamationMarkIsReferredTo() {
    let html = specificationHTML(of: Array("a ![^1]\n\n[^1]: b".utf8), dialect: FuzzDocument.Mode.footnotes.dialect)
    #expect(html.hasPrefix("<p>a !<sup class=\"footnote-ref\"><a href=\"#fn-1\""))
    #expect(html.contains("<p>b <a href=\"#fnref-1\""))
  }
}
