import BookModel
import Testing

@Suite("Admonitions in the EPUB")
struct AdmonitionTests {
  private func content(_ style: Admonition.Style, _ keyword: String, title: [Inline]? = nil) -> String {
    Make.book([
      Make.block(
        .admonition(Admonition(style: style, keyword: keyword, title: title, blocks: [Make.paragraph("Text.")])))
    ]).content()
  }

  /// The content with each sign in short.
  private func unsigned(_ content: String) -> String {
    content.replacing(#/<svg class="icon" aria-hidden="true".*?<\/svg>/#, with: "*")
  }

  @Test("A tip is an aside with type, role and label")
  func tip() {
    #expect(
      unsigned(content(.tip, "tip")) == """
        <aside class="admonition tip" epub:type="tip" role="doc-tip" aria-labelledby="label.1">
        <p class="admonition-title" id="label.1">*<span class="kind">Tip</span></p>
        <p>Text.</p>
        </aside>

        """)
  }

  @Test("A title stands beside the word for the kind")
  func titled() {
    let output = unsigned(content(.warning, "warning", title: [Make.text("Mind "), Make.inline(.code("rm"))]))
    #expect(output.contains("*<span class=\"kind\">Warning</span> Mind <code>rm</code></p>"))
    #expect(output.contains("<section class=\"admonition warning\" epub:type=\"notice\" role=\"doc-notice\""))
  }

  @Test("A title that says no more than the kind is not said twice")
  func repeated() {
    let output = unsigned(content(.note, "note", title: [Make.text("note")]))
    #expect(output.contains("*<span class=\"kind\">Note</span></p>"))
  }

  @Test(
    "Every keyword has a word",
    arguments: [
      ("note", "Note"), ("secondary", "Note"), ("tip", "Tip"), ("success", "Success"), ("info", "Info"),
      ("important", "Important"), ("warning", "Warning"), ("danger", "Danger"), ("caution", "Caution"),
      ("recipe", "Recipe"),
    ])
  func keywords(keyword: String, word: String) {
    #expect(unsigned(content(.note, keyword)).contains("*<span class=\"kind\">\(word)</span>"))
  }

  @Test("Each style has a sign of its own, which is not read aloud, and the manifest says that there is SVG")
  func signs() {
    let signs = Admonition.Style.allCases.map { style in
      content(style, "x").firstMatch(of: #/<svg class="icon" aria-hidden="true".*?<\/svg>/#).map { String($0.0) } ?? ""
    }
    #expect(Set(signs).count == Admonition.Style.allCases.count)
    #expect(signs.allSatisfy { $0.contains("currentColor") && $0.contains("viewBox") })
    let book = Make.book([
      Make.block(.admonition(Admonition(style: .tip, keyword: "tip", blocks: [Make.paragraph("Text.")])))
    ])
    #expect(
      book.rendered()["EPUB/package.opf"]?.contains(
        "href=\"c001-page.xhtml\" media-type=\"application/xhtml+xml\" properties=\"svg\"") == true)
  }
}
