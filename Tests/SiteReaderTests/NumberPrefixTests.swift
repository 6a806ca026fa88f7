import Testing

@testable import SiteReader

@Suite struct NumberPrefixTests {
  @Test(arguments: [
    ("01-intro", "intro", 1.0 as Double?), ("1. intro", "intro", 1), ("10 - intro", "intro", 10),
    ("001_--_intro", "intro", 1), ("1.intro", "intro", 1), ("2021-11-foo", "2021-11-foo", nil),
    ("7.0-foo", "7.0-foo", nil), ("1intro", "1intro", nil), ("01-", "01-", nil), ("01", "01", nil),
    ("intro-01", "intro-01", nil), ("01-1-x", "01-1-x", nil), ("01 intro", "01 intro", nil),
  ])
  func standardRule(_ name: String, _ text: String, _ number: Double?) {
    #expect(NumberPrefixes.standard(name) == .init(text: text, number: number))
  }

  @Test func switchedOff() throws {
    let site = try SiteFixture(config: "numberPrefixParser: false", ["docs/01-a/02-b.md": ""])
    #expect(site.book.chapters.first?.permalink == "/b/docs/01-a/02-b")
    #expect(site.book.chapters.first?.docID == "01-a/02-b")
  }

  @Test func ownFunction() throws {
    let parser =
      "numberPrefixParser: (n) => ({filename: n.replace(/^p\\d+/, ''), numberPrefix: +n.slice(1, 2) || undefined})"
    let site = try SiteFixture(config: parser, ["docs/p2a.md": "", "docs/p1z.md": "", "docs/p3f/m.md": ""])
    #expect(site.outline == "z </b/docs/z>\na </b/docs/a>\npart f\n  m </b/docs/f/m>\n")
  }

  @Test func aPageMaySwitchItOff() throws {
    let site = try SiteFixture(["docs/1-a/2-b.md": "---\nparse_number_prefixes: false\n---\n"])
    #expect(site.book.chapters.first?.permalink == "/1-a/2-b")
  }
}
