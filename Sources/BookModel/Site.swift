/// What the passes need to know of the site a handbook makes: its addresses, its folders and its rules.
///
/// A folder that is no Docusaurus site has the defaults.
package struct Site: Equatable, Sendable {
  /// The site's origin, `https://example.org`; nil when its settings name none.
  package var url: String?
  /// The path the site lies under, with a slash at both ends.
  package var baseURL = "/"
  /// The folder of `docusaurus.config.*`, relative to the handbook's root; what `@site/` means.
  package var folder = ""
  /// The docs plugins of the site that are in the book, in the order of the settings.
  package var docs: [DocsInstance] = []
  /// Folders of static files relative to the handbook's root, in the order they are searched.
  package var staticFolders: [String] = ["static"]
  /// Permalinks (with `baseURL`) that the site has and the book has not: drafts, other versions, blog posts.
  package var otherPermalinks: Set<String> = []
  /// Paths (with `baseURL`) under which other plugins publish: `/handbook/blog`.
  package var otherPrefixes: [String] = []
  /// Keywords of admonitions: Docusaurus's, or those and the site's own.
  package var admonitionKeywords: [String] = Site.defaultAdmonitionKeywords
  package var rules = MarkdownRules()

  package static let defaultAdmonitionKeywords = [
    "secondary", "info", "success", "danger", "note", "tip", "warning", "important", "caution",
  ]

  package init() {}
}

/// One docs plugin: a folder of pages and the route it is published under.
package struct DocsInstance: Equatable, Sendable {
  /// `default` for the preset's own.
  package var id: String
  /// Relative to the handbook's root.
  package var folder: String
  /// The translated copy of the folder, searched first; nil for the default locale.
  package var localizedFolder: String?
  /// Without slashes at its ends; empty for the root.
  package var routeBasePath: String

  package init(id: String = "default", folder: String, localizedFolder: String? = nil, routeBasePath: String = "docs") {
    self.id = id
    self.folder = folder
    self.localizedFolder = localizedFolder
    self.routeBasePath = routeBasePath
  }
}

/// The site's settings that change how its Markdown is read (`markdown`, remark plugins).
package struct MarkdownRules: Equatable, Sendable {
  package enum Format: String, Equatable, Sendable {
    /// Every page is MDX, read leniently.
    case mdx
    /// Every page is CommonMark.
    case md
    /// `.md` is CommonMark, `.mdx` is MDX.
    case detect
  }
  package var format = Format.mdx
  package var hasMermaid = true
  /// Whether `$…$` and `$$…$$` are mathematics: the site uses remark-math, or the book says so.
  package var hasMath = false
  /// Whether `:tada:` is an emoji (`markdown.emoji`).
  package var hasEmoji = true
  /// Whether `{{< name >}}` is a shortcode of Hugo's, which the book shows as text.
  package var hasShortcodes = false
  /// `markdown.anchors.maintainCase`.
  package var keepsAnchorCase = false
  /// `markdown.mdx1Compat`: what is off is read all the same, and reported.
  package var legacyAdmonitionTitles = true
  package var legacyHeadingIDs = true
  package var legacyComments = true

  package init() {}
}
