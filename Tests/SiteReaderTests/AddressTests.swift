import Testing

@testable import SiteReader

/// Ids, slugs and permalinks: dialect §3.3.
@Suite struct AddressTests {
  @Test(arguments: [
    ("docs/a.md", "", "a", "/b/docs/a"),
    ("docs/01-x/02-a.md", "", "x/a", "/b/docs/x/a"),
    ("docs/x/a.md", "id: other", "x/other", "/b/docs/x/other"),
    ("docs/x/a.md", "id: 7", "x/7", "/b/docs/x/7"),
    ("docs/x/a.md", "slug: /top", "x/a", "/b/docs/top"),
    ("docs/x/a.md", "slug: near", "x/a", "/b/docs/x/near"),
    ("docs/x/a.md", "slug: ../up", "x/a", "/b/docs/up"),
    ("docs/a.md", "slug: /", "a", "/b/docs/"),
    ("docs/x/index.md", "", "x/index", "/b/docs/x/"),
    ("docs/x/README.mdx", "", "x/README", "/b/docs/x/"),
    ("docs/x/X.md", "", "x/X", "/b/docs/x/"),
    ("docs/01-x/01-x.md", "", "x/x", "/b/docs/x/"),
    ("docs/x/index.md", "slug: y", "x/index", "/b/docs/x/y"),
    ("docs/index.md", "", "index", "/b/docs/"),
  ])
  func addressOfAPage(_ path: String, _ fields: String, _ id: String, _ permalink: String) throws {
    let site = try SiteFixture(config: "", [path: "---\n\(fields)\n---\n"])
    #expect(site.book.chapters.first?.docID == id)
    #expect(site.book.chapters.first?.permalink == permalink)
  }

  @Test func routesOfTheSettings() throws {
    let site = try SiteFixture(config: "routeBasePath: '/', path: 'manual'", ["manual/a.md": ""])
    #expect(site.book.chapters.first?.permalink == "/b/a")
    #expect(site.book.site.docs.first?.folder == "manual")
  }

  @Test func anIDWithASlashIsReported() throws {
    let site = try SiteFixture(config: "", ["docs/a.md": "---\nid: x/y\n---\n"])
    #expect(site.diagnosed == ["page-invalid-id"])
    #expect(site.book.chapters.first?.docID == "a")
  }

  @Test func equalAddressesAndIDsAreReported() throws {
    let site = try SiteFixture(config: "", ["docs/a.md": "", "docs/1-a.md": "", "docs/b.md": "---\nslug: a\n---\n"])
    #expect(site.diagnosed.filter { $0 == "page-duplicate-address" }.count == 2)
    #expect(site.diagnosed.filter { $0 == "page-duplicate-id" }.count == 1)
    #expect(site.book.chapters.count == 3)
  }
}
