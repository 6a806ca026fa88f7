import Testing

@testable import SiteReader

/// Titles, labels and descriptions: dialect §3.2.
@Suite struct TitleTests {
  @Test(arguments: [
    ("---\ntitle: A\n---\n# B\n", "A", false), ("# B `c` {#x}\n", "B c", false),
    ("---\ntitle: A\n---\ntext\n", "A", true),
    ("text\n", "page", true), ("---\nhide_title: true\n---\ntext\n", "page", false), ("Set\n===\n", "Set", false),
    ("import X from './x.mdx'\n\n# B\n", "B", false), ("text\n\n# B\n", "page", false), ("## B\n", "page", true),
    ("---\n---\n\n***\n\n# B\n", "page", true),
  ])
  func title(_ text: String, _ title: String, _ isShown: Bool) throws {
    let chapter = try #require(try SiteFixture(["page.md": text]).book.chapters.first)
    #expect(chapter.title == title)
    #expect(chapter.showsTitle == isShown)
  }

  @Test(arguments: [
    ("---\nsidebar_label: L\n---\n# T", "L"), ("# T", "item"),
  ])
  func labels(_ text: String, _ label: String) throws {
    let site = try SiteFixture(
      sidebars: "{s: [{type: 'doc', id: 'a', label: 'item'}, 'b']}", ["docs/a.md": text, "docs/b.md": "# B"])
    #expect(site.chapter("docs/a.md")?.label == label)
    #expect(site.chapter("docs/b.md")?.label == "B")
  }

  @Test(arguments: [
    ("---\ndescription: D\n---\n# T\n\nfirst", "D"), ("# T\n\nfirst *line*\nsecond", "first line"),
    ("# T\n\n```\ncode\n```\n\n- item", "item"), ("# T", ""),
  ])
  func descriptions(_ text: String, _ description: String) throws {
    #expect(try SiteFixture(["page.md": text]).book.chapters.first?.description == description)
  }
}
