import BookModel
import Testing

@testable import SiteReader

@Suite struct BookSettingsTests {
  @Test func everyKey() throws {
    let site = try SiteFixture([
      "book.yml": """
      title: The Book
      subtitle: Of everything
      authors:
        - Ada Lovelace
        - {name: Don Knuth, role: editor, sort: "Knuth, Don"}
        - {name: T, role: trl}
      language: en-GB
      identifier: isbn:9780000000000
      publisher: P
      rights: CC0
      date: 2026
      version: 1.5
      description: D
      subjects: [a, b]
      cover: img/cover.png
      url: https://x.org
      math: true
      """, "a.md": "",
    ])
    let metadata = site.book.metadata
    #expect(metadata.title == "The Book" && metadata.subtitle == "Of everything" && metadata.language == "en-GB")
    #expect(
      metadata.authors == [
        Contributor(name: "Ada Lovelace"), Contributor(name: "Don Knuth", role: "edt", sortName: "Knuth, Don"),
        Contributor(name: "T", role: "trl"),
      ])
    #expect(metadata.identifier == "isbn:9780000000000" && metadata.publisher == "P" && metadata.rights == "CC0")
    #expect(metadata.date == "2026" && metadata.version == "1.5" && metadata.description == "D")
    #expect(metadata.subjects == ["a", "b"] && metadata.coverPath == "img/cover.png")
    #expect(site.book.site.url == "https://x.org" && site.book.site.rules.hasMath)
    #expect(site.diagnosed.isEmpty)
  }

  @Test func itStandsOverTheSettingsOfTheSite() throws {
    let site = try SiteFixture(config: "", ["book.yml": "title: Mine", "docs/a.md": ""])
    #expect(site.book.metadata.title == "Mine")
    #expect(site.book.site.url == "https://x.org")
  }

  @Test func titlesWithoutSettings() throws {
    #expect(try SiteFixture(["README.md": "text\n\n# Read me \n"]).book.metadata.title == "Read me")
    let options = DiscoveryOptions(folderName: "my-folder")
    #expect(try SiteFixture(["a.md": ""], options: options).book.metadata.title == "my-folder")
  }

  @Test func unknownKeysAndWrongTypes() throws {
    let site = try SiteFixture(["book.yml": "titel: x\ntitle: [a]\nmath: maybe\nauthors: [{nam: x}]\n", "a.md": ""])
    #expect(
      site.diagnosed == ["settings-unknown-key", "settings-wrong-type", "settings-wrong-type", "settings-wrong-type"])
    #expect(site.findings.diagnostics.first?.help == "did you mean `title`?")
    #expect(site.findings.diagnostics.map { $0.range?.start } == [0, 9, 20, 32])
  }

  @Test func unknownRolesAreReported() throws {
    let site = try SiteFixture(["book.yml": "authors: {name: x, role: editr}", "a.md": ""])
    #expect(site.findings.diagnostics.first?.help == "did you mean `editor`?")
    #expect(site.book.metadata.authors.first?.role == "ctb")
  }

  @Test func malformedYAMLIsReported() throws {
    let site = try SiteFixture(["book.yml": "title: [", "a.md": ""])
    #expect(site.diagnosed == ["settings-malformed"])
  }

  @Test func docsAndSidebarsAreChosen() throws {
    let config = """
      module.exports = {presets: [['classic', {docs: {sidebarPath: './s.js'}}]],
        plugins: [['content-docs', {id: 'api', path: 'api', routeBasePath: 'api'}]]};
      """
    let files = [
      "docusaurus.config.js": config, "s.js": "module.exports = {one: ['a'], two: ['b']}", "docs/a.md": "",
      "docs/b.md": "", "api/c.md": "",
    ]
    let both = try SiteFixture(files.merging(["book.yml": "docs: [api, default]\nsidebars: [two, one]"]) { $1 })
    #expect(both.outline == "c </api/c>\nb </docs/b>\na </docs/a>\n")
    let wrong = try SiteFixture(files.merging(["book.yml": "docs: [apo]\nsidebars: [too]"]) { $1 })
    #expect(wrong.diagnosed.prefix(2) == ["settings-wrong-type", "settings-wrong-type"])
    let one = try SiteFixture(files.merging(["book.yml": "docs: [api]"]) { $1 })
    #expect(one.outline == "c </api/c>\n")
    #expect(one.book.site.otherPrefixes == ["/blog", "/docs"])
  }

  @Test func foldersWithoutASite() throws {
    let site = try SiteFixture(["book.yml": "docs: [two, one]", "one/a.md": "", "two/b.md": "", "three/c.md": ""])
    #expect(site.book.chapters.map(\.docID) == ["b", "a"])
  }
}
