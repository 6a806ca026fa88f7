import BookModel
import MarkdownReader
import Testing

struct FrontMatterTests {
  @Test func fieldsKeepTheirOrderAndRange() {
    let reading = Reading("---\ntitle: A b\nsidebar_position: 2\ndraft: true\nslug: /x/y\n---\n# C")
    #expect(reading.page.frontMatter.fields.map(\.key) == ["title", "sidebar_position", "draft", "slug"])
    #expect(reading.page.frontMatter["title"] == .string("A b"))
    #expect(reading.page.frontMatter["sidebar_position"] == .number(2))
    #expect(reading.page.frontMatter["draft"] == .bool(true))
    #expect(reading.page.frontMatter.fields.map { reading.file.text(in: $0.range) }.last == "slug: /x/y")
    #expect(reading.page.frontMatter.range.map { reading.file.text(in: $0).hasSuffix("---") } == true)
    #expect(reading.outline == "h1(C)")
  }

  @Test func nestedValuesAreYAML() {
    let reading = Reading(
      "---\ntags:\n  - a\n  - {label: b, permalink: /c}\ndescription: >-\n  d\n  e\nn: 1.5\nq: \"x: y\"\n---\n")
    #expect(reading.page.frontMatter["tags"]?.array?.count == 2)
    #expect(reading.page.frontMatter["tags"]?.array?.last?["label"] == .string("b"))
    #expect(reading.page.frontMatter["description"] == .string("d e"))
    #expect(reading.page.frontMatter["n"] == .number(1.5))
    #expect(reading.page.frontMatter["q"] == .string("x: y"))
    #expect(reading.ids == [])
  }

  @Test func theQuickWayAndYAMLAgree() {
    let lines = [
      "a: b c", "a: \"b\"", "a: 'b'", "a: 12", "a: true", "a: False", "a: [b, \"c d\", 3]", "a: /b/c", "a: b#c",
      "a: b:c",
      "a: 0", "a: 1-2", "a: 2024-01-02", "a: .5", "a: yes", "a: null",
    ]
    for line in lines {
      let quick = Reading("---\n\(line)\n---\n").page.frontMatter["a"]
      // A nested field sends the whole block to the full parser.
      let full = Reading("---\n\(line)\nz:\n  y: 1\n---\n").page.frontMatter["a"]
      #expect(quick == full, "\(line)")
    }
  }

  @Test func aMalformedLineCostsNothingElse() {
    let reading = Reading("---\ntitle: A: b\nsidebar_position: 3\nx: [\n---\ntext")
    #expect(reading.page.frontMatter["title"] == .string("A: b"))
    #expect(reading.page.frontMatter["sidebar_position"] == .number(3))
    #expect(reading.outline == "p(text)")
    #expect(reading.ids == [.frontMatterMalformed, .frontMatterMalformed])
  }

  @Test func unclosedFrontMatterIsText() {
    let reading = Reading("---\ntitle: A\n\ntext")
    #expect(reading.page.frontMatter.fields.isEmpty)
    #expect(reading.outline == "hr p(title: A) p(text)")
    #expect(reading.ids == [.frontMatterUnclosed])
  }

  @Test func aPageMayHaveNone() {
    #expect(Reading("a\n---\nb: c\n---").page.frontMatter.fields.isEmpty)
    #expect(Reading("").blocks.isEmpty)
    #expect(Reading("---\n---\n").blocks.isEmpty)
  }

  @Test func marksAndLineEndingsAreOfNoMatter() {
    #expect(Reading("\u{FEFF}---\r\ntitle: A\r\n---\r\nb\r\nc").outline == "p(b⏎c)")
    #expect(Reading("\u{FEFF}---\rtitle: A\r---\rb").page.frontMatter["title"] == .string("A"))
  }
}
