import Testing

@testable import SiteReader

/// Sidebars as authors write them: dialect §3.6.
@Suite struct SidebarTests {
  private let files = ["docs/a.md": "# A", "docs/b.md": "# B", "docs/c.md": "# C"]

  @Test func categoriesArePartsAndSections() throws {
    let site = try SiteFixture(
      sidebars: """
        {s: ['a', {type: 'category', label: 'P', link: {type: 'doc', id: 'b'},
          items: [{type: 'category', label: 'Q', items: ['c']}]}]}
        """, files)
    #expect(
      site.outline == "A </b/docs/a>\npart P </b/docs/b>\n  section Q\n    C </b/docs/c>\n")
    #expect(site.diagnosed.isEmpty)
  }

  @Test func shorthands() throws {
    let site = try SiteFixture(sidebars: "{s: {P: ['a'], Q: ['b', {R: ['c']}]}}", files)
    #expect(
      site.outline
        == "part P\n  A </b/docs/a>\npart Q\n  B </b/docs/b>\n  section R\n    C </b/docs/c>\n")
  }

  @Test func severalSidebarsFollowEachOther() throws {
    let site = try SiteFixture(sidebars: "{s: ['b', 'a'], t: ['a', 'c']}", files)
    #expect(site.outline == "B </b/docs/b>\nA </b/docs/a>\nC </b/docs/c>\n")
    #expect(site.diagnosed == ["sidebar-repeated-page"])
  }

  @Test func missingPagesAreReportedWithTheNearest() throws {
    let site = try SiteFixture(
      sidebars: "{s: ['a', 'guides/instal', 'b', 'c', 'guides/install']}",
      files.merging(["docs/guides/install.md": ""]) { $1 })
    #expect(site.diagnosed == ["sidebar-missing-page"])
    let diagnostic = try #require(site.findings.diagnostics.first)
    #expect(diagnostic.help == "did you mean `guides/install`?")
    let file = try #require(diagnostic.range.flatMap { site.discovery.files[$0.file] })
    #expect(file.text(in: try #require(diagnostic.range)) == "guides/instal")
  }

  @Test func linksAndReferences() throws {
    let site = try SiteFixture(
      sidebars: """
        {s: ['a', {type: 'link', label: 'L', href: 'https://y.org'}, {type: 'html', value: '<hr>'},
          {type: 'ref', id: 'b'}, 'c']}
        """, files)
    #expect(site.outline == "A </b/docs/a>\nC </b/docs/c>\nappendix Appendix\n  B </b/docs/b>\n")
    #expect(site.diagnosed == ["sidebar-outside-link", "sidebar-outside-link", "page-outside-sidebars"])
  }

  @Test func unknownItemsAreReported() throws {
    let site = try SiteFixture(sidebars: "{s: ['a', {type: 'categry', label: 'x'}, 7, {type: 'doc'}, 'b', 'c']}", files)
    #expect(site.diagnosed == ["sidebar-invalid-item", "sidebar-invalid-item", "sidebar-invalid-item"])
    #expect(site.findings.diagnostics.first?.help == "did you mean `category`?")
  }

  @Test func draftsAreLeftOut() throws {
    let files = ["docs/a.md": "---\ndraft: true\n---\n", "docs/b.md": "# B"]
    let sidebars = "{s: [{P: ['a']}, 'b']}"
    let site = try SiteFixture(sidebars: sidebars, files)
    #expect(site.outline == "B </b/docs/b>\n")
    #expect(site.diagnosed == ["page-draft"])
    #expect(site.book.site.otherPermalinks.contains("/b/docs/a"))
  }

  @Test func draftsAreInTheBookOnDemand() throws {
    let site = try SiteFixture(["a.md": "---\ndraft: true\n---\n"], options: DiscoveryOptions(includesDrafts: true))
    #expect(site.book.chapters.count == 1)
  }

  @Test func unlistedPagesStandInTheAppendix() throws {
    let site = try SiteFixture(["a.md": "---\nunlisted: true\n---\n", "b.md": ""])
    #expect(site.outline == "b </b>\nappendix Appendix\n  a </a>\n")
    #expect(site.diagnosed == ["page-unlisted"])
  }

  @Test func chaptersAreNumberedInReadingOrder() throws {
    let site = try SiteFixture(
      sidebars: "{s: [{type: 'category', label: 'P', link: {type: 'doc', id: 'c'}, items: ['a']}, 'b']}", files)
    #expect(site.book.chapters.map(\.docID) == ["c", "a", "b"])
    #expect(site.book.chapters.enumerated().allSatisfy { $0 == $1.id.index })
  }
}
