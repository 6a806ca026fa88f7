import BookModel
import SourceText
import Testing

@testable import BookPasses

struct HTMLTests {
  @Test(arguments: [
    ("<p>a<p>b", "paragraph \"a\"\nparagraph \"b\"\n"),
    ("<h2 id=\"x\">T <em>u</em></h2>", "heading 2 id \"x\" \"T \" emphasis[\"u\"]\n"),
    ("<ul><li>a<li>b</ul>", "list bullet tight\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n"),
    ("<ol start=3><li>a</li></ol>", "list ordered from 3 tight\n  item\n    paragraph \"a\"\n"),
    ("<li>a</li>", "list bullet tight\n  item\n    paragraph \"a\"\n"),
    ("<div>a<div>b</div></div>", "paragraph \"a\"\nparagraph \"b\"\n"),
    ("<div class=\"box\">a</div>", "<div class=\"box\">\n  paragraph \"a\"\n"),
    ("<center>a</center>", "<div class=\"center\">\n  paragraph \"a\"\n"),
    ("<p align=\"center\">a</p>", "<p style=\"text-align: center\">\n  plain \"a\"\n"),
    ("<blockquote>a</blockquote>", "quote\n  paragraph \"a\"\n"), ("<hr>", "break\n"),
    ("<!-- gone -->", ""), ("<div></div>", ""), ("a &amp; b &copy; &#x41; &nope;", "paragraph \"a & b © A &nope;\"\n"),
    ("<dl><dt>t<dd>d</dl>", "<dl>\n  <dt>\n    plain \"t\"\n  <dd>\n    plain \"d\"\n"),
    ("<dd>d</dd>", "paragraph \"d\"\n"),
  ])
  func blocks(html: String, dump: String) {
    #expect(lowered(html: html).dump == dump)
  }

  @Test(
    arguments: [
      ("H<sub>2</sub>O", "\"H\" <sub>[\"2\"] \"O\""), ("<kbd>Ctrl</kbd>", "<kbd>[\"Ctrl\"]"),
      ("a<br/>b", "\"a\" lineBreak \"b\""), ("<b>x</b><strong>y</strong>", "<b>[\"x\"] strong[\"y\"]"),
      ("<code>a &lt; b</code>", "code\"a < b\""), ("<s>x</s><del>y</del>", "strikethrough[\"x\"] strikethrough[\"y\"]"),
      ("<font color=red>x</font>", "<span class=\"font\">[\"x\"]"), ("<span>x</span>", "\"x\""),
      ("<abbr title=\"T\">x</abbr>", "<abbr title=\"T\">[\"x\"]"),
      ("<a href=\"/x\" title=\"t\">y</a>", "link(written \"/x\") title \"t\" [\"y\"]"),
      ("<ruby>漢<rt>kan</rt></ruby>", "<ruby>[\"漢\" <rt>[\"kan\"]]"), ("<rt>x</rt>", "\"x\""),
      ("<bdo>x</bdo>", "\"x\""), ("<time datetime=\"x\">now</time>", "\"now\""),
      ("<a name=\"x\"></a>y", "<span id=\"x\">[] \"y\""), ("<a href=\"x\">a<a href=\"y\">b</a></a>", nil),
    ] as [(String, String?)])
  func inlines(html: String, dump: String?) {
    let result = lowered(html: "<p>\(html)</p>")
    if let dump { #expect(result.dump == "paragraph \(dump)\n") }
    #expect(result.findings.isEmpty)
  }

  @Test func tagsInParagraphsPair() {
    let result = lowered([
      paragraph(text("a "), tag("<b>"), text("b"), tag("<i>"), text("c"), tag("</b>"), text(" d"))
    ])
    #expect(result.dump == "paragraph \"a \" <b>[\"b\" <i>[\"c\"]] \" d\"\n")
  }

  @Test func noLinkStandsInALink() {
    let inner = inline(
      .link(Link(target: .written("a"), content: [tag("<a href=\"b\">"), text("t"), tag("</a>")])))
    #expect(lowered([paragraph(inner)]).dump == "paragraph link(written \"a\")[\"t\"]\n")
  }

  @Test func scriptsAndHandlersGo() {
    let result = lowered(
      html: "<div onclick=\"go()\">a<script>alert('<p>')</script><style>p{}</style></div>")
    #expect(result.dump == "paragraph \"a\"\n")
    #expect(result.ids == ["html-script", "html-script"])
  }

  @Test func framesBecomeLinks() {
    let result = lowered(html: "<iframe src=\"https://x.org/v\" title=\"A film\"></iframe>")
    #expect(
      result.dump == "paragraph link(written \"https://x.org/v\")[\"A film\"]\n")
    #expect(result.ids == ["html-embedded"])
  }

  @Test func unknownElements() {
    let result = lowered([paragraph(text("Hello "), tag("<your-name>"), text("!"))])
    #expect(result.dump == "paragraph \"Hello \" \"<your-name>\" \"!\"\n")
    #expect(result.ids == ["html-unknown-element"])
    #expect(lowered(html: "<x-note>kept</x-note>").dump == "paragraph \"kept\"\n")
  }

  @Test func blocksInCellsOfPipeTablesStayApart() {
    let cell = TableCell(
      content: [tag("<ul>"), tag("<li>"), text("a"), tag("</li>"), tag("<li>"), text("b"), tag("</li>"), tag("</ul>")],
      range: here)
    let table = Table(alignments: [.none], head: [TableCell(content: [text("h")], range: here)], rows: [[cell]])
    #expect(
      lowered([block(.table(table))]).dump
        == "table none\n  row [\"h\"]\n  row [\"• \" \"a\" lineBreak \"• \" \"b\"]\n")
  }

  @Test func mixedFlowFallsApartAtBlocks() {
    let result = lowered([paragraph(text("before"), inlineJSX("div", [], [text("in")]), text("after"))])
    #expect(result.dump == "paragraph \"before\"\nparagraph \"in\"\nparagraph \"after\"\n")
  }

  @Test func imagesAndFigures() {
    let result = lowered(html: "<img src=\"a.png\" alt=\"A\" width=\"200\" height=\"10%\">")
    #expect(result.dump == "figure image(written \"a.png\" 200x-)[\"A\"]\n")
    let figure = lowered(html: "<figure><img src=\"a.png\" alt=\"A\"><figcaption>C</figcaption></figure>")
    #expect(figure.dump == "figure image(written \"a.png\")[\"A\"] [\"C\"]\n")
    #expect(
      lowered([paragraph(image("b.png", title: "T"))]).dump == "figure image(written \"b.png\")[\"alt\"] [\"T\"]\n")
    #expect(lowered([paragraph(image("b.png"))]).dump == "figure image(written \"b.png\")[\"alt\"]\n")
  }
}

struct HTMLStressTests {
  /// The depth of elements in a tree.
  private func depth(_ blocks: [Block]) -> Int {
    blocks.map { block -> Int in
      if case .element(let element) = block.kind { 1 + depth(element.content) } else { 0 }
    }.max() ?? 0
  }

  @Test func deepNestingIsFlattened() {
    let count = 100_000
    let result = lowered(
      html: String(repeating: "<div id=\"a\">", count: count) + "text" + String(repeating: "</div>", count: count)
        + "<p>after")
    #expect(depth(result.blocks) == Nesting.limit)
    #expect(result.blocks.last.map { [$0].dump() } == "paragraph \"after\"\n")
  }

  @Test(arguments: [
    "<", "<div", "<div a=\"", "</", "<!--", "<![CDATA[", "<?", "<script>", "&", "<a b=c d='", "</p>", "<br>",
  ])
  func nothingHangs(piece: String) {
    let result = lowered(html: String(repeating: piece, count: 20_000))
    #expect(result.blocks.count <= 20_000)
  }

  @Test func repeatedIDs() {
    var findings = Findings()
    let written = book([("docs/a.md", Array(repeating: html("<h2 id=\"x\">t</h2>"), count: 5_000))])
    let result = number(lower(written, findings: &findings), findings: &findings)
    guard case .heading(let last) = result.chapters[0].blocks.last?.kind else {
      Issue.record("no heading")
      return
    }
    #expect(last.anchor == "x-4999")
  }
}
