import BookModel
import Testing

@testable import BookPasses

struct ExpressionTests {
  private func shown(_ expression: String) -> String {
    lowered([paragraph(text("a"), BookPassesTests.expression(expression), text("b"))]).dump
  }

  @Test(arguments: [
    ("'text'", "\"text\""), ("\" \"", "\" \""), ("42", "\"42\""), ("`a${1}b`", "\"a1b\""), ("'a' + 'b'", "\"ab\""),
    ("('x')", "\"x\""), ("[1, 2][1]", "\"2\""), ("{a: {b: 'c'}}.a.b", "\"c\""), ("'\\u00e9\\n'", "\"é\\n\""),
  ])
  func values(expression: String, dump: String) {
    #expect(shown(expression) == "paragraph \"a\" \(dump) \"b\"\n")
  }

  @Test(arguments: ["/* comment */", "", " /* a */ /* b */ ", "null", "true", "undefined"])
  func nothing(expression: String) {
    #expect(shown(expression) == "paragraph \"a\" \"b\"\n")
  }

  @Test(arguments: ["alert(1)", "a.b", "items.map(x => x)", "'open", "1 +", "(((", "x ? 1 : 2"])
  func anythingElseIsShownAsWritten(expression: String) {
    let result = lowered([paragraph(BookPassesTests.expression(expression))])
    #expect(result.dump == "paragraph code\"{\(expression)}\"\n")
    #expect(result.ids == ["expression-unread"])
  }

  @Test func exportsAndFrontMatter() {
    let result = lowered(
      [
        esm("export const version = '1.2', other = 3;\nexport const data = {name: \"N\"};\n"),
        paragraph(
          BookPassesTests.expression("version"), BookPassesTests.expression("data.name"),
          BookPassesTests.expression("frontMatter.author")),
      ], frontMatter: FrontMatter(fields: [FrontMatter.Field(key: "author", value: .string("A"), range: here)]))
    #expect(result.dump == "paragraph \"1.2\" \"N\" \"A\"\n")
    #expect(result.findings.isEmpty)
  }

  @Test func componentsOfThePageAreNoValues() {
    let result = lowered([esm("export const Box = ({children}) => (\n  <div>{children}</div>\n);\n"), paragraph("x")])
    #expect(result.dump == "paragraph \"x\"\n")
    #expect(result.findings.isEmpty)
  }

  @Test func deepNestingEnds() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(lowered([paragraph(BookPassesTests.expression(deep))]).ids == ["expression-unread"])
  }
}
