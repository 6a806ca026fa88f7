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
  /// The site's own commands in formulas (`macros` of rehype-katex), in the order of the settings.
  package var mathMacros: [MathMacro] = []
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
  /// Whether `!!! note "Title"` is an admonition, as mkdocs has it.
  package var hasCallouts = false
  /// The package managers beside npm that `npm2yarn` fences are translated for (the plugin's `converters`).
  package var npmConverters = ["yarn", "pnpm"]
  /// `themeConfig.prism.magicComments`.
  package var magicComments = [MagicComment.highlight]

  package init() {}
}

/// A command of a site's own in formulas: `\RR` for `\mathbb{R}`, with `#1` for its first argument.
package struct MathMacro: Hashable, Sendable {
  package var name: String
  package var body: String
  package init(name: String, body: String) {
    self.name = name
    self.body = body
  }

  /// The macros of a value of settings, `{"\RR": "\mathbb{R}"}`; nil where it is no object of texts.
  package static func macros(in value: Value) -> [MathMacro]? {
    value.members.flatMap { members in
      let macros = members.compactMap { member in member.value.string.map { MathMacro(name: member.key, body: $0) } }
      return macros.count == members.count ? macros : nil
    }
  }
}

/// Comments in code that stress the lines they mean (Docusaurus: `prism.magicComments`).
package struct MagicComment: Equatable, Sendable {
  /// The class the site gives the lines.
  package var className: String
  /// The comment before a line; nil where there is none, as for the two below.
  package var line: String?
  /// The comments around several lines.
  package var start: String?
  package var end: String?

  package init(className: String, line: String?, start: String?, end: String?) {
    self.className = className
    self.line = line
    self.start = start
    self.end = end
  }

  /// The one that every site has by default.
  package static let highlight = MagicComment(
    className: "theme-code-block-highlighted-line", line: "highlight-next-line", start: "highlight-start",
    end: "highlight-end")
}
