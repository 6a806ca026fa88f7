import BookModel
import Testing

@testable import BookPasses

struct AttributeTests {
  private func span(_ pairs: [(String, String?)]) -> String {
    lowered([paragraph(inlineJSX("span", pairs, [text("x")]))]).dump
  }

  @Test(
    arguments: [
      ([("className", "a b")], "<span class=\"a b\">"), ([("id", "a b")], "<span id=\"a-b\">"),
      ([("lang", "de-CH")], "<span lang=\"de-CH\">"), ([("dir", "RTL")], "<span dir=\"rtl\">"),
      (
        [("style", "{{fontSize: 12, fontWeight: 700, marginTop: '1em'}}")],
        "<span style=\"font-size: 12px; font-weight: 700; margin-top: 1em\">"
      ),
      ([("style", "color: red; font-style: italic")], "<span style=\"font-style: italic\">"),
      ([("style", "color: #fff; background: #000")], "<span style=\"color: #fff; background-color: #000\">"),
    ] as [([(String, String?)], String)])
  func kept(pairs: [(String, String?)], tag: String) {
    #expect(span(pairs) == "paragraph \(tag)[\"x\"]\n")
  }

  @Test(
    arguments: [
      [("lang", "nonsense!")], [("style", "background: url(x.png)")], [("style", "position: fixed")],
      [("data-x", "1")], [("tabIndex", "{0}")], [("style", "{{width: someValue}}")], [("hidden", nil)],
    ] as [[(String, String?)]])
  func leftOut(pairs: [(String, String?)]) {
    #expect(span(pairs) == "paragraph \"x\"\n")
  }

  @Test func handlersAreReported() {
    let result = lowered([paragraph(inlineJSX("span", [("onClick", "{go}")], [text("x")]))])
    #expect(result.dump == "paragraph \"x\"\n")
    #expect(result.ids == ["html-script"])
  }
}
