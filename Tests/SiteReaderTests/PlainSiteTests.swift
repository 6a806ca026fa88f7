import BookModel
import SourceText
import Testing

@testable import SiteReader

@Suite struct PlainSiteTests {
  @Test func mkDocsNavIsTheOrder() throws {
    let site = try SiteFixture([
      "mkdocs.yml": """
      site_name: The Site
      site_author: Ada
      docs_dir: pages
      theme: {name: material, language: de}
      markdown_extensions:
        - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
      nav:
        - index.md
        - Guides:
          - Install: guides/01-install.md
          - guides/use.md
          - Outside: https://example.org
        - Gone: gone.md
      """,
      "pages/index.md": "# Home", "pages/guides/01-install.md": "# I", "pages/guides/use.md": "# Use",
      "pages/_kept.md": "# Kept", "README.md": "# Not a page",
    ])
    #expect(
      site.outline == """
        Home </>
        part Guides
          Install </guides/01-install>
          Use </guides/use>
        appendix Anhang
          Kept </_kept>

        """)
    #expect(site.book.metadata.title == "The Site" && site.book.metadata.language == "de")
    #expect(site.book.metadata.authors == [Contributor(name: "Ada")] && site.book.site.rules.format == .md)
    #expect(site.diagnosed == ["sidebar-outside-link", "sidebar-missing-page", "page-outside-sidebars"])
  }

  @Test func mkDocsWithoutNavBeginsWithItsIndex() throws {
    let site = try SiteFixture([
      "mkdocs.yml": "site_name: S", "docs/about.md": "# About", "docs/index.md": "# Home", "docs/z/index.md": "# Z",
      "docs/z/a.md": "# A",
    ])
    #expect(site.outline == "Home </>\nAbout </about>\npart Z </z/>\n  A </z/a>\n")
  }

  @Test func summaryOfMdBookIsTheOrder() throws {
    let site = try SiteFixture([
      "book.toml": "[book]\ntitle = \"The `Book`\"\nauthors = [\"A\", \"B\"]\nlanguage = \"fr\"\n",
      "src/SUMMARY.md": """
      # Summary

      [Foreword](foreword.md)

      # The `first` part

      - [One](one.md)
          - [One and a half](./one/half.md)
          - [Not yet]()
      - [Two](two.md)

      ---

      # Reference

      * [Three](three.md#top)
      """,
      "src/foreword.md": "# F", "src/one.md": "# 1", "src/one/half.md": "# 1.5", "src/two.md": "# 2",
      "src/three.md": "# 3\n\n{{#include x.rs}}", "src/left.md": "# Left",
    ])
    #expect(
      site.outline == """
        Foreword </foreword>
        part The first part
          section One </one>
            One and a half </one/half>
          Two </two>
        part Reference
          Three </three>
        appendix Annexe
          Left </left>

        """)
    #expect(site.book.metadata.title == "The `Book`" && site.book.metadata.authors.map(\.name) == ["A", "B"])
    #expect(site.diagnosed == ["page-draft", "page-outside-sidebars", "shortcode-kept"])
  }

  @Test func hugoIsOrderedByWeight() throws {
    let site = try SiteFixture([
      "hugo.toml": "title = 'Site'\nlanguageCode = 'nl'\n",
      "content/_index.md": "---\ntitle: Home\n---\n",
      "content/docs/_index.md": "+++\ntitle = \"Docs\"\nweight = 2\n+++\n",
      "content/docs/b.md": "+++\ntitle = \"Bee\"\nweight = 1\n+++\n{{<tabs>}}\n\n{{< /tabs >}} {{< note >}}",
      "content/docs/a.md": "---\ntitle: Ay\nlinkTitle: A\nweight: 20\n---\n{{% note %}}",
      "content/docs/c.md": "---\ntitle: See\n---\n",
      "content/first/_index.md": "---\ntitle: First\nweight: 1\n---\n", "content/first/x.md": "# X",
      "content/draft.md": "+++\ndraft = true\n+++\n", "content/_private.md": "# P",
    ])
    #expect(
      site.outline == """
        Home </>
        part First </first/>
          X </first/x>
        part Docs </docs/>
          Bee </docs/b>
          A </docs/a>
          See </docs/c>

        """)
    #expect(site.book.metadata.title == "Site" && site.book.metadata.language == "nl")
    let kept = site.findings.diagnostics.filter { $0.id == .shortcodeKept }.map(\.message)
    #expect(kept == ["the shortcode `note` stands as text, 2 times", "the shortcode `tabs` stands as text"])
    #expect(site.chapter("content/docs/b.md")?.blocks.first?.kind == .paragraph([site.text("{{<tabs>}}")]))
  }

  @Test func aFolderBeginsWithItsReadme() throws {
    let site = try SiteFixture(["a.md": "# A", "README.md": "# The title\n", "b/README.md": "# B", "b/c.md": "# C"])
    #expect(site.outline == "The title </>\nA </a>\npart B </b/>\n  C </b/c>\n")
    #expect(site.book.metadata.title == "The title")
  }
}

extension SiteFixture {
  /// The text at the place where the only paragraph of that text stands.
  fileprivate func text(_ text: String) -> Inline {
    var found: Inline?
    for chapter in book.chapters {
      chapter.blocks.walkInlines { if $0.kind == .text(text) { found = $0 } }
    }
    return found ?? Inline(.softBreak, at: SourceRange(file: FileID(0), start: 0, end: 0))
  }
}
