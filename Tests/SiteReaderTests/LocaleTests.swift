import BookModel
import Testing

@testable import SiteReader

@Suite struct LocaleTests {
  private static let files = [
    "docusaurus.config.js": """
    module.exports = {title: process.env.DOCUSAURUS_CURRENT_LOCALE === 'ja' ? 'J' : 'T', baseUrl: '/b/',
      i18n: {defaultLocale: 'en', locales: ['en', 'ja', 'zh-TW'], localeConfigs: {en: {htmlLang: 'en-US'}}},
      presets: [['classic', {docs: {sidebarPath: './sidebars.js'}}]]};
    """,
    "sidebars.js": """
    module.exports = {docs: ['a', {type: 'category', label: 'Guides', link: {type: 'generated-index'},
      items: ['b', {type: 'doc', id: 'c', label: 'See'}]}]};
    """,
    "docs/a.md": "# A", "docs/b.md": "# B", "docs/c.md": "# C",
    "i18n/ja/docusaurus-plugin-content-docs/current/a.md": "# あ",
    "i18n/ja/docusaurus-plugin-content-docs/current/c.md": "# う",
    "i18n/ja/docusaurus-plugin-content-docs/current/gone.md": "# 無",
    "i18n/ja/docusaurus-plugin-content-docs/current.json": """
    {"sidebar.docs.category.Guides": {"message": "案内", "description": "…"}, "sidebar.docs.doc.See": {"message": "見る"},
     "sidebar.docs.category.Guides.link.generated-index.title": {"message": "案内の目次"}}
    """,
    "i18n/ja/code.json": #"{"theme.admonition.tip": {"message": "tipsu"}}"#,
  ]

  private func site(_ locale: String?, _ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      LocaleTests.files.merging(more) { $1 }, options: DiscoveryOptions(locale: locale))
  }

  @Test func theDefaultLocaleIsAsBefore() throws {
    let site = try site(nil)
    #expect(site.outline.contains("Guides </b/docs/category/guides>"))
    #expect(site.book.metadata.language == "en-US" && site.book.metadata.title == "T")
    #expect(site.book.metadata.edition.isEmpty && site.diagnosed.isEmpty)
  }

  @Test func aTranslationTakesItsPagesLabelsAndWords() throws {
    let site = try site("ja")
    #expect(
      site.outline == """
        あ </b/ja/docs/a>
        part 案内 </b/ja/docs/category/guides>
          B </b/ja/docs/b>
          見る </b/ja/docs/c>

        """)
    #expect(site.book.chapters.map(\.title) == ["あ", "案内の目次", "B", "う"])
    #expect(site.book.metadata.title == "J" && site.book.metadata.language == "ja")
    #expect(site.book.metadata.words.tip == "Tipsu" && site.book.metadata.words.warning == "警告")
    #expect(site.book.metadata.edition == ["ja"])
  }

  @Test func whatNobodyTranslatedIsTheDefaultLocales() throws {
    let site = try site("ja")
    #expect(site.book.chapters.map(\.language) == [nil, nil, "en-US", nil])
    #expect(site.diagnosed == ["translation-missing", "translation-without-original"])
    #expect(site.findings.diagnostics[0].message == "1 of the 3 pages has no translation to `ja`")
    #expect(site.findings.diagnostics[1].notes == ["i18n/ja/docusaurus-plugin-content-docs/current/gone.md"])
  }

  @Test func aLocaleNobodyKnowsIsReported() throws {
    let site = try site("jp")
    #expect(site.diagnosed == ["locale-unknown"])
    #expect(site.findings.diagnostics[0].help == "did you mean `ja`?")
    #expect(site.book.metadata.language == "en-US")
  }

  @Test func localesAreFoundWithoutRegardToTheirSpelling() throws {
    #expect(try site("zh_tw").book.site.baseURL == "/b/zh-TW/")
  }

  @Test func bookYmlNamesALocaleAndWords() throws {
    let site = try site(nil, ["book.yml": "locale: ja\nwords: {tip: コツ, tipp: x}"])
    #expect(site.book.metadata.language == "ja" && site.book.metadata.words.tip == "コツ")
    #expect(site.diagnosed.first == "settings-unknown-key")
  }

  @Test func versionsByNameLabelAndPath() throws {
    let files = [
      "docusaurus.config.js": """
      module.exports = {presets: [['classic', {docs: {lastVersion: 'current', sidebarPath: './sidebars.js',
        versions: {current: {label: '4.2'}, 3: {label: '3.21', path: 'v3'}}}}]]};
      """, "sidebars.js": "module.exports = {s: ['a']};", "versions.json": #"["3", "2"]"#, "docs/a.md": "# New",
      "versioned_docs/version-3/a.md": "# Three", "versioned_docs/version-2/a.md": "# Two",
      "versioned_sidebars/version-3-sidebars.json": #"{"s": ["a"]}"#,
    ]
    func book(_ version: String?) throws -> SiteFixture {
      try SiteFixture(files, options: DiscoveryOptions(version: version))
    }
    #expect(try book(nil).outline == "New </docs/a>\n")
    for name in ["3", "3.21", "v3"] { #expect(try book(name).outline == "Three </docs/v3/a>\n") }
    #expect(try book("2").outline == "Two </docs/2/a>\n", "the folder makes the contents")
    #expect(try book("3").book.metadata.version == "3.21" && book("3").book.metadata.edition == ["3.21"])
    #expect(try book("4").diagnosed == ["version-unknown"])
  }

  @Test func aVersionHasTranslationsOfItsOwn() throws {
    var files = LocaleTests.files
    files["versions.json"] = #"["1"]"#
    files["versioned_docs/version-1/a.md"] = "# One"
    files["i18n/ja/docusaurus-plugin-content-docs/version-1/a.md"] = "# 一"
    let site = try SiteFixture(files, options: DiscoveryOptions(locale: "ja", version: "1"))
    #expect(site.book.chapters.map(\.title) == ["一"])
    #expect(site.book.metadata.edition == ["ja", "1"])
  }
}
