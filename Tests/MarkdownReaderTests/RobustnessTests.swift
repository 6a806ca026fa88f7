import BookModel
import MarkdownReader
import SourceText
import Testing

/// Input that was not written to be read: it may cost a finding, never a crash, nor more than linear time. A reader
/// that is quadratic takes minutes over these.
struct RobustnessTests {
  private static let levels = 100_000
  private static let many = 20_000

  private static let deepShapes: [(name: String, text: String)] = [
    ("quotes", String(repeating: "> ", count: levels) + "a"),
    ("items", String(repeating: "- ", count: levels) + "a"),
    ("emphasis", String(repeating: "*a **a ", count: levels) + "b" + String(repeating: " a** a*", count: levels)),
    ("tags", "b" + String(repeating: "<a>", count: levels) + "b" + String(repeating: "</a>", count: levels)),
    ("tags on lines", String(repeating: "<a>\n", count: levels) + "b\n" + String(repeating: "</a>\n", count: levels)),
    ("directives", String(repeating: ":::a\n", count: levels)),
  ]

  private static let shapes: [(name: String, text: String)] = [
    ("brackets", String(repeating: "[", count: many) + "a" + String(repeating: "]", count: many)),
    ("images", String(repeating: "![", count: many) + "a" + String(repeating: "](b)", count: many)),
    ("links", String(repeating: "[a](b", count: many)),
    ("angled links", String(repeating: "[a](<b", count: many)),
    ("emphasis", String(repeating: "*a **a ", count: many) + "b" + String(repeating: " a** a*", count: many)),
    ("open emphasis", String(repeating: "a**b", count: many) + String(repeating: "c* ", count: many)),
    ("mixed emphasis", String(repeating: "*a_ ", count: many)),
    ("tildes", String(repeating: "~a ~~b ", count: many)),
    ("backticks", (1...700).map { "e" + String(repeating: "`", count: $0) }.joined()),
    ("entities", String(repeating: "&", count: many) + String(repeating: "&amp", count: many)),
    ("comments", String(repeating: "<!-- a ", count: many)),
    ("declarations", "a " + String(repeating: "<!A ", count: many) + String(repeating: "<? ", count: many)),
    ("sections", "a " + String(repeating: "<![CDATA[", count: many)),
    ("tags", String(repeating: "<a>", count: many) + "b" + String(repeating: "</a>", count: many)),
    ("tags on lines", String(repeating: "<a>\n", count: many) + "b\n" + String(repeating: "</a>\n", count: many)),
    ("open tags", String(repeating: "<a b={ ", count: many)),
    ("open tags on lines", String(repeating: "<a b={\n", count: many)),
    ("open strings on lines", String(repeating: "<a b=\"\n\n", count: many)),
    ("tags before text", String(repeating: "<a> b\n\n", count: many)),
    ("closing tags", String(repeating: "</a>\n", count: many)),
    ("braces", String(repeating: "{", count: many)),
    ("braces on lines", String(repeating: "{\n\n", count: many)),
    ("comments on lines", String(repeating: "<!--\n", count: many) + "--> a"),
    ("comments in braces", String(repeating: "{/* ", count: many)),
    ("comments in exports", "export const a = " + String(repeating: "/* ", count: many)),
    ("escaped quotes", "{" + String(repeating: "\\\"\\'\\`", count: many)),
    ("quotes in braces", "{" + String(repeating: "'\"`", count: many)),
    ("imports", String(repeating: "import a from '\n\n", count: many)),
    ("exports", String(repeating: "export const a = {\n\n", count: many)),
    ("directives", String(repeating: ":::a\n", count: many)),
    ("colons", String(repeating: ":a[", count: many)),
    ("attributes", String(repeating: ":a{b ", count: many)),
    ("closing colons", ":::a\n:::a\n" + String(repeating: ":::\n", count: many)),
    ("dollars", (1...700).map { "e" + String(repeating: "$", count: $0) }.joined()),
    ("definitions", String(repeating: "[a]: b\n", count: many) + String(repeating: "[a] ", count: many)),
    ("labels", String(repeating: "[a][", count: many)),
    ("footnotes", String(repeating: "[^a]: ", count: many)),
    ("tables", "a|b\n-|-\n" + String(repeating: "|", count: many)),
    ("delimiter rows", String(repeating: "a\n|-|-|\n", count: many)),
    ("addresses", String(repeating: "a@b", count: many)),
    ("www", String(repeating: "www.a(", count: many)),
    ("mail after dots", String(repeating: "a.", count: many) + "@"),
    ("fences", String(repeating: "```\n\n", count: many)),
    ("tabs", String(repeating: "-\t", count: many)),
    ("breaks", String(repeating: "* ", count: many) + "a"),
    ("wide table", String(repeating: "a|", count: many) + "\n" + String(repeating: "-|", count: many) + "\na"),
  ]

  @Test(arguments: shapes.indices)
  func pathologicalInputIsRead(_ index: Int) {
    let text = Self.shapes[index].text
    let mdx = Reading(text) { $0.rules.hasMath = true }
    #expect(depth(of: mdx.blocks) <= Nesting.limit + 2, "\(Self.shapes[index].name)")
    let plain = Reading(text) { $0.rules.format = .md }
    #expect(depth(of: plain.blocks) <= Nesting.limit + 2, "\(Self.shapes[index].name)")
  }

  @Test(arguments: deepShapes.indices)
  func deepNestingIsCutAndReported(_ index: Int) {
    let reading = Reading(Self.deepShapes[index].text)
    #expect(depth(of: reading.blocks) <= Nesting.limit + 2, "\(Self.deepShapes[index].name)")
    #expect(reading.ids.contains(.nestingTooDeep), "\(Self.deepShapes[index].name)")
  }

  @Test func brokenBytesAreReplacedAndReported() {
    let reading = Reading(bytes: Array("a\u{0}b ".utf8) + [0xFF, 0x63, 0xE2, 0x82])
    #expect(reading.outline == "p(a\u{FFFD}b \u{FFFD}c\u{FFFD})")
    #expect(reading.ids == [.textNullByte, .textInvalidUTF8])
  }

  @Test func everyLineEndingEndsALine() {
    let text =
      "# a\n\nb\nc  \nd\n\n- e\n\n  f\n\n```\ng\n\nh\n```\n\n| i |\n|---|\n| j |\n\n:::note\nk\n:::\n\n<A>\nl\n</A>\n"
    let expected = Reading(text).outline
    #expect(Reading(text.replacing("\n", with: "\r\n")).outline == expected)
    #expect(Reading(text.replacing("\n", with: "\r")).outline == expected)
  }

  @Test func unclosedFencesRunToTheEndAndAreReported() {
    let reading = Reading("- ```js\n  a\n\nb\n\n~~~~\nc")
    #expect(reading.outline == "tight(item(code[js|](\"a\\n\\n\"))) p(b) code[|](\"c\\n\")")
    #expect(reading.ids == [.fenceUnclosed, .fenceUnclosed])
  }

  @Test func randomPiecesNeverTrap() {
    let pieces = [
      "<A", ">", "</A>", "/>", "{", "}", "`", "```", "\n", "\n\n", "- ", "> ", ":::", ":::note", "[", "]", "](", ")",
      "*", "**", "_",
      "~~", "|", "|-|", "$", "$$", "{#a}", "{/*", "*/}", "<!--", "-->", "import a from 'b'", "export", "\t", "    ",
      "\\", "&amp;",
      "é", "[^1]", "[^1]: ", "=", "---", "# ", "1. ", "\"", "'", ":a[b]{c}", "::b", "www.a.b", "a@b.c", "http://x",
      "\r\n", "\u{0}",
    ]
    var state: UInt64 = 42
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let reading = Reading(text) { $0.rules.hasMath = true }
      checkRanges(reading)
    }
  }

  /// Every range lies in the file, and in order.
  private func checkRanges(_ reading: Reading) {
    let count = reading.file.bytes.count
    var isSound = true
    reading.blocks.walk { block in
      if block.range.start > block.range.end || Int(block.range.end) > count { isSound = false }
    }
    reading.blocks.walkInlines { inline in
      if inline.range.start > inline.range.end || Int(inline.range.end) > count { isSound = false }
    }
    #expect(isSound, "\(String(decoding: reading.file.bytes, as: UTF8.self).debugDescription)")
  }

  private func depth(of blocks: [Block]) -> Int {
    blocks.reduce(0) { deepest, block in
      max(deepest, 1 + max(depth(of: block.childBlocks), depth(of: block.childInlines)))
    }
  }

  private func depth(of inlines: [Inline]) -> Int {
    inlines.reduce(0) { max($0, depth(of: $1.children)) }
  }
}
