import BookModel
import Testing

@Suite("What the lowering pass left, in the EPUB")
struct WrittenTests {
  private func content(_ written: WrittenBlock) -> String { Make.book([Make.block(.written(written))]).content() }

  @Test("Content is kept as content")
  func content() {
    let directive = Directive(name: "x", label: [Make.text("Label")], blocks: [Make.paragraph("a")])
    #expect(content(.directive(directive)).contains("<p class=\"directive-label\">Label</p>\n<p>a</p>"))
    #expect(content(.jsx(JSXElement(name: "Box", content: [Make.paragraph("a")]))).hasPrefix("<p>a</p>"))
  }

  @Test("What has no content is shown as its source")
  func source() {
    let attributes = [
      JSXAttribute(name: "a", value: .string("x"), range: Make.range),
      JSXAttribute(name: "b", value: .flag, range: Make.range),
      JSXAttribute(name: "c", value: .expression("1 < 2"), range: Make.range),
      JSXAttribute(name: "", value: .expression("...p"), range: Make.range),
    ]
    let element = JSXElement<Block>(name: "Chart", attributes: attributes, isSelfClosing: true)
    #expect(content(.jsx(element)).contains("<code>&lt;Chart a=\"x\" b c={1 &lt; 2} {...p} /&gt;</code>"))
    #expect(content(.directive(Directive(name: "leaf", blocks: nil))).contains("<code>::leaf</code>"))
    #expect(content(.expression("x")).contains("<code>{x}</code>"))
    #expect(content(.esm("import a\n")).contains("<code>import a</code>"))
    #expect(content(.html("<video>\n")).contains("<code>&lt;video&gt;</code>"))
  }
}
