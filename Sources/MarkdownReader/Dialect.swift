import BookModel

/// Which constructs a piece of text is read with.
package struct Dialect: Sendable, Equatable {
  /// Constructs beyond CommonMark 0.31.2.
  package struct Extensions: OptionSet, Sendable, Equatable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// GFM §4.10.
    package static let tables = Extensions(rawValue: 1 << 0)
    /// GFM §6.5.
    package static let strikethrough = Extensions(rawValue: 1 << 1)
    /// GFM §5.3.
    package static let taskLists = Extensions(rawValue: 1 << 2)
    /// GFM §6.9: `www.`, `http://` and e-mail addresses without brackets.
    package static let autolinks = Extensions(rawValue: 1 << 3)
    /// GitHub's `[^label]` and `[^label]: text`.
    package static let footnotes = Extensions(rawValue: 1 << 4)
    /// GitHub's `> [!NOTE]`.
    package static let alerts = Extensions(rawValue: 1 << 5)
    /// `:::name`, `::name` and `:name[]`.
    package static let directives = Extensions(rawValue: 1 << 6)
    /// `:::note Title`, Docusaurus's `mdx1Compat.admonitions`.
    package static let legacyAdmonitionTitles = Extensions(rawValue: 1 << 7)
    /// `{#id}`, `{/* #id */}` and `<!-- #id -->` at the end of headings.
    package static let headingIDs = Extensions(rawValue: 1 << 8)
    /// `$…$` and `$$…$$`.
    package static let math = Extensions(rawValue: 1 << 9)
    /// Code fences named `math` are formulas.
    package static let mathFences = Extensions(rawValue: 1 << 10)
    /// JSX, expressions and ESM in place of raw HTML and indented code.
    package static let mdx = Extensions(rawValue: 1 << 11)
    /// Hugo's `{{< name >}}` is text.
    package static let shortcodes = Extensions(rawValue: 1 << 12)
    /// `!!! note "Title"` and `??? note`, the admonitions of Python-Markdown and mkdocs.
    package static let callouts = Extensions(rawValue: 1 << 13)
  }

  package var extensions: Extensions
  /// The keywords whose directives are admonitions; they decide what a legacy title is.
  package var admonitionKeywords: [String]

  package init(extensions: Extensions = [], admonitionKeywords: [String] = []) {
    self.extensions = extensions
    self.admonitionKeywords = admonitionKeywords
  }

  /// CommonMark 0.31.2 and nothing else.
  package static let commonMark = Dialect()
  /// GitHub Flavored Markdown: tables, strikethrough, task lists and literal autolinks; footnotes are a flag of
  /// their own.
  package static let gfm = Dialect(extensions: [.tables, .strikethrough, .taskLists, .autolinks])

  /// The dialect of one page of a site (Docusaurus: `markdown.format`, overruled by the page's `mdx.format`).
  ///
  /// - Parameter frontMatter: the page's own, for its `mdx.format`.
  package init(site: Site, path: String, frontMatter: FrontMatter = FrontMatter()) {
    var extensions: Extensions = [
      .tables, .strikethrough, .taskLists, .autolinks, .footnotes, .alerts, .directives, .headingIDs, .mathFences,
    ]
    if site.rules.legacyAdmonitionTitles { extensions.insert(.legacyAdmonitionTitles) }
    if site.rules.hasCallouts { extensions.insert(.callouts) }
    if site.rules.hasMath { extensions.insert(.math) }
    if site.rules.hasShortcodes { extensions.insert(.shortcodes) }
    let own = frontMatter["mdx"]?["format"]?.string.flatMap(MarkdownRules.Format.init(rawValue:))
    switch own ?? site.rules.format {
    case .mdx: extensions.insert(.mdx)
    case .md: break
    case .detect: if path.hasSuffix(".mdx") || path.hasSuffix(".MDX") { extensions.insert(.mdx) }
    }
    self.init(extensions: extensions, admonitionKeywords: site.admonitionKeywords)
  }

  /// Whether mistakes are worth a finding: not in the plain dialects, which read text that is no page of a book.
  var reportsMistakes: Bool { has(.directives) }

  func has(_ extensions: Extensions) -> Bool { self.extensions.contains(extensions) }
}
