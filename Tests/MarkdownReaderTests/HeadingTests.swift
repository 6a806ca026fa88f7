import MarkdownReader
import Testing

struct HeadingTests {
  @Test(arguments: [
    "# A *b* {#my-id}", "# A *b* {/* #my-id */}", "# A *b* <!-- #my-id -->", "# A *b* \\{#my-id}",
    "# A *b* {#my-id} ##", "# A *b* {/* #my-id more */}",
  ])
  func idsTakeThreeForms(_ text: String) {
    #expect(Reading(text).outline == "h1(A em(b))#my-id")
  }

  @Test func underlinedHeadingsHaveIDs() {
    #expect(Reading("A\nb {#c}\n---").outline == "h2(A⏎b)#c")
    #expect(Reading("A {#c}\n===").outline == "h1(A)#c")
  }

  @Test func idsHoldWhatTheyHold() {
    #expect(Reading("## A {#日本-_x.y}").outline == "h2(A)#日本-_x.y")
  }

  @Test(arguments: ["# A {#}", "# A {#b} c"])
  func otherBracesAreNoIDs(_ text: String) throws {
    #expect(!Reading(text, path: "a.md") { $0.rules.format = .md }.outline.contains(")#"))
  }

  @Test func headingsHoldElements() {
    #expect(Reading("## A <kbd>b</kbd> {c}").outline == "h2(A <kbd>(b) {c})")
  }
}
