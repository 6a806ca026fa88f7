import BookModel
import MarkdownReader
import Testing

struct MDXTests {
  @Test func contentRightUnderATagIsMarkdown() {
    #expect(Reading("<div>\n*a*\n- b\n</div>").outline == "<div>(p(em(a)) tight(item(p(b))))")
  }

  @Test func elementsNestAtAnyIndentation() {
    let reading = Reading(
      "<Tabs>\n    <TabItem value=\"a\">\n\n        text\n\n        ```js\n        x\n        ```\n    </TabItem>\n</Tabs>"
    )
    #expect(reading.outline == "<Tabs>(<TabItem value=\"a\">(p(text) code[js|](\"x\\n\")))")
    #expect(reading.ids == [])
  }

  @Test func attributesTakeEveryForm() {
    let reading = Reading(
      "<A b c=\"d &amp; e\" f='g' h={{i: \"}\", j: `k${l}`}} {...m} n-o:p=\"q\"\n  r={[\n    1,\n\n    2\n  ]} />")
    #expect(
      reading.outline
        == "<A b c=\"d & e\" f=\"g\" h={{i: \"}\", j: `k${l}`}} ={...m} n-o:p=\"q\" r={[\n    1,\n\n    2\n  ]}>")
  }

  @Test func fragmentsAndMembersAreElements() {
    #expect(Reading("<>\na\n</>\n\n<A.B/>").outline == "<>(p(a)) <A.B>")
  }

  @Test func elementsStandInListsAndQuotes() {
    #expect(
      Reading("- <B>\n  a\n  </B>\n- > <C>\n  > d\n  > </C>").outline == "tight(item(<B>(p(a))) item(quote(<C>(p(d)))))"
    )
  }

  @Test func aParagraphOfElementsAloneIsNone() {
    #expect(Reading("<b>x *y*</b>").outline == "<b>(plain(x em(y)))")
    #expect(Reading("<b>x</b> y").outline == "p(<b>(x) y)")
  }

  @Test func summariesMayShareTheirLineWithTheirDetails() {
    let reading = Reading("<details><summary>T</summary>\n\na\n\n</details>\n\nb")
    #expect(reading.outline == "<details>(<summary>(plain(T)) p(a)) p(b)")
  }

  @Test func tagsInterruptParagraphs() {
    #expect(Reading("a\n<br/>\nb").outline == "p(a) <br> p(b)")
  }

  @Test func unclosedTagsAreText() {
    let block = Reading("<div>\n\na")
    #expect(block.outline == "p(<div>) p(a)")
    #expect(block.ids == [.mdxUnclosedTag])
    let inline = Reading("Vec<u8> and *b*")
    #expect(inline.outline == "p(Vec<u8> and em(b))")
    #expect(inline.ids == [.mdxUnclosedTag])
    #expect(inline.findings[0].range?.offsets == 3..<7)
  }

  @Test func strayClosingTagsAreText() {
    let reading = Reading("a</b> c\n\n</d>")
    #expect(reading.outline == "p(a</b> c) p(</d>)")
    #expect(reading.ids == [.mdxUnclosedTag, .mdxUnclosedTag])
  }

  @Test func voidElementsNeedNoClosing() {
    let reading = Reading("a <br> b\n\n<hr>\n\n<img src=\"x\">")
    #expect(reading.outline == "p(a <br>() b) <hr>() <img src=\"x\">()")
    #expect(reading.ids == [.mdxSyntax, .mdxSyntax, .mdxSyntax])
  }

  @Test func voidElementsMayBeClosedAsJSXWants() {
    let reading = Reading("<center><img src=\"x\"></img></center>\n\na <br></br> b")
    #expect(reading.outline == "<center>(<img src=\"x\">()) p(a <br>() b)")
    #expect(reading.ids == [])
  }

  @Test func unwrappedStatementsEndAtTheFence() {
    let reading = Reading("```mdx-code-block\nexport function A() {\n  return `b`\n}\n```\n\ntext")
    #expect(reading.outline == "esm(export function A() {\n  return `b`\n}) p(text)")
    #expect(reading.ids == [])
  }

  @Test func expressionsStandAloneOrInText() {
    #expect(Reading("{a + \"}\" + `{`}\n\nb {c.d} e").outline == "{a + \"}\" + `{`} p(b {c.d} e)")
    #expect(Reading("{/* a\n\n b } */}").outline == "{/* a\n\n b } */}")
  }

  @Test func anOpenBraceIsText() {
    let reading = Reading("a { b *c*")
    #expect(reading.outline == "p(a { b em(c))")
    #expect(reading.ids == [.mdxSyntax])
    #expect(Reading("a \\{b\\} \\<c>").outline == "p(a {b} <c>)")
  }

  @Test func commentsOfHTMLAreKept() {
    #expect(
      Reading("<!-- a\n\n```\nb\n``` -->\n\nc <!-- d --> e").outline
        == "html(<!-- a\n\n```\nb\n``` -->) p(c html(<!-- d -->) e)")
  }

  @Test func importsAndExportsAreESM() {
    #expect(
      Reading("import A from './a'\nimport {\n  B\n} from \"b\";\n\ntext").outline
        == "esm(import A from './a'\nimport {\n  B\n} from \"b\";) p(text)")
    #expect(Reading("export const a = {\n\n  b: 1\n}\n\nc").outline == "esm(export const a = {\n\n  b: 1\n}) p(c)")
    #expect(Reading("import A from 'a'\n# B").outline == "esm(import A from 'a') h1(B)")
  }

  @Test(arguments: ["import the file", "export it", "importance", "exported"])
  func proseIsNoESM(_ text: String) {
    #expect(Reading(text).outline == "p(\(text))")
  }

  @Test func indentedTextIsNoCode() {
    #expect(Reading("    a").outline == "p(a)")
    #expect(Reading("    a", path: "page.md") { $0.rules.format = .detect }.outline == "code[|](\"a\\n\")")
  }

  @Test func autolinksInBracketsAreLinksWithANote() {
    let reading = Reading("<https://a.b>")
    #expect(reading.outline == "p(a[written(\"https://a.b\")](https://a.b))")
    #expect(reading.ids == [.mdxAutolink])
  }

  @Test func mdxCodeBlocksAreUnwrapped() {
    let reading = Reading("```mdx-code-block\n<A>\n```\n\n*b*\n\n```mdx-code-block\n</A>\n```")
    #expect(reading.outline == "<A>(p(em(b)))")
    #expect(Reading("````mdx-code-block\n```js\nx\n```\n````").outline == "code[js|](\"x\\n\")")
  }

  @Test func aPageMayChooseItsFormat() {
    #expect(
      Reading("---\nmdx:\n  format: md\n---\n<div>\n*a*\n</div>", path: "a.md").outline == "html(<div>\n*a*\n</div>)")
  }

  @Test func rangesCountInTheFile() throws {
    let text = "---\ntitle: a\n---\n\n> <A b=\"c\">d</A> *e*\n"
    let reading = Reading(text)
    guard case .quote(let blocks) = reading.blocks[0].kind, case .paragraph(let content) = blocks[0].kind else {
      Issue.record("no quote")
      return
    }
    #expect(content.map { reading.file.text(in: $0.range) } == ["<A b=\"c\">d</A>", " ", "*e*"])
    guard case .written(.jsx(let element)) = content[0].kind else {
      Issue.record("no element")
      return
    }
    #expect(reading.file.text(in: element.attributes[0].range) == "b=\"c\"")
  }
}
