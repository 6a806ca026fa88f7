import BookModel
import Testing

@testable import SiteReader

@Suite struct GeneratedIndexTests {
  private let files = [
    "docs/a.md": "---\ndescription: About A\n---\n# Aye", "docs/b.md": "# Bee\n\nfirst line", "docs/c.md": "",
  ]

  @Test func aChapterWithCards() throws {
    let site = try SiteFixture(
      sidebars: """
        {s: [{type: 'category', label: 'My Part & more', link: {type: 'generated-index', description: 'All of it'},
          items: ['a', {type: 'category', label: 'In', description: 'Inner', items: ['b']}, 'c']}]}
        """, files)
    let index = try #require(site.book.chapters.first)
    #expect(index.file == nil)
    #expect(index.title == "My Part & more" && index.showsTitle)
    #expect(index.permalink == "/b/docs/category/my-part--more")
    guard case .paragraph(let text) = index.blocks.first?.kind, case .cards(let cards) = index.blocks.last?.kind else {
      Issue.record("description and cards are expected")
      return
    }
    #expect(text.plainText == "All of it")
    #expect(cards.map(\.label) == ["Aye", "In", "c"])
    #expect(cards.map(\.description) == ["About A", "Inner", ""])
    #expect(cards.map(\.target) == [1, 2, 3].map { .chapter(ChapterID($0), anchor: nil) })
    #expect(site.outline.hasPrefix("part My Part & more </b/docs/category/my-part--more>\n"))
  }

  @Test func slugAndTitleOfTheSettings() throws {
    let site = try SiteFixture(
      sidebars: """
        {s: [{type: 'category', label: 'P', link: {type: 'generated-index', slug: '/all', title: 'All'}, items: ['a']}]}
        """, files)
    #expect(site.book.chapters.first?.permalink == "/b/docs/all")
    #expect(site.book.chapters.first?.title == "All")
  }

  @Test func equalLabelsHaveAddressesOfTheirOwn() throws {
    let category = "{type: 'category', label: 'P', link: {type: 'generated-index'}, items: ['ID']}"
    let sidebars = "{s: [\(category.replacing("ID", with: "a")), \(category.replacing("ID", with: "b"))]}"
    let site = try SiteFixture(sidebars: sidebars, files)
    #expect(
      site.book.chapters.map(\.permalink).filter { $0.contains("category") } == [
        "/b/docs/category/p", "/b/docs/category/p-1",
      ])
  }

  @Test func withoutItemsThereIsNone() throws {
    let site = try SiteFixture(
      sidebars: "{s: ['a', 'b', 'c', {type: 'category', label: 'P', link: {type: 'generated-index'}, items: []}]}",
      files)
    #expect(site.book.chapters.count == 3)
  }
}
