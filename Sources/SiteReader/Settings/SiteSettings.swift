import BookModel
import SourceText

/// What of `docusaurus.config.*` concerns a book.
struct SiteSettings {
  let value: Value
  /// The locale the book is wanted in; nil for the site's default.
  var chosenLocale: String?

  init(value: Value) { self.value = value }

  /// One docs plugin's options, in the order of the settings: the presets' first.
  struct Docs {
    var id: String
    var options: Value
    /// The version `book.yml` wants.
    var version: String?
  }

  var title: String? { value["title"]?.scalarText }
  var tagline: String? { value["tagline"]?.scalarText }
  /// nil also for an address of the author's own machine, which some sites have where no variable is set.
  var url: String? {
    guard let url = value["url"]?.string, !url.contains("//localhost"), !url.contains("//127.") else { return nil }
    return url.hasSuffix("/") ? String(url.dropLast()) : url
  }
  /// With the locale's own part behind it, but for the default locale's (Docusaurus: `i18n.localeConfigs.*.baseUrl`,
  /// else the locale's name).
  var baseURL: String {
    let base = value["baseUrl"]?.string ?? "/"
    let own = localeSettings?["baseUrl"]?.string
    let path = Address.join(own ?? (locale == defaultLocale ? base : Address.join(base, locale)))
    return path.hasSuffix("/") ? path : path + "/"
  }
  var staticFolders: [String] { value["staticDirectories"]?.array?.compactMap(\.string) ?? ["static"] }
  var defaultLocale: String { value["i18n"]?["defaultLocale"]?.string ?? "en" }
  var locale: String { chosenLocale ?? defaultLocale }
  var locales: [String] { value["i18n"]?["locales"]?.array?.compactMap(\.string) ?? [defaultLocale] }
  var language: String { language(of: locale) }

  /// The folder of a locale's translations, relative to the site's.
  var translationsFolder: String {
    Paths.join(value["i18n"]?["path"]?.string ?? "i18n", localeSettings?["path"]?.string ?? locale)
  }

  /// A BCP 47 tag.
  func language(of locale: String) -> String {
    value["i18n"]?["localeConfigs"]?[locale]?["htmlLang"]?.string ?? locale
  }

  private var localeSettings: Value? { value["i18n"]?["localeConfigs"]?[locale] }

  var docs: [Docs] {
    let presets = (value["presets"]?.array ?? []).map(SiteSettings.plugin).filter { isClassic($0.name) }
    let fromPresets = presets.compactMap { preset -> Docs? in
      guard preset.options["docs"]?.bool != false else { return nil }
      return Docs(id: "default", options: preset.options["docs"] ?? .object([]))
    }
    return fromPresets
      + plugins.filter { SiteSettings.isNamed($0.name, "content-docs") }.map { plugin in
        Docs(id: plugin.options["id"]?.scalarText ?? "default", options: plugin.options)
      }
  }

  private var plugins: [(name: String, options: Value)] { (value["plugins"]?.array ?? []).map(SiteSettings.plugin) }

  private func isClassic(_ name: String) -> Bool { SiteSettings.isNamed(name, "classic") }

  /// The options of the blogs.
  var blogs: [Value] { contents("blog", plugin: "content-blog") }

  /// The options of the plugins that make pages of a folder.
  var pages: [Value] { contents("pages", plugin: "content-pages") }

  private func contents(_ key: String, plugin: String) -> [Value] {
    let presets = (value["presets"]?.array ?? []).map(SiteSettings.plugin).filter { isClassic($0.name) }
      .map { $0.options[key] ?? .object([]) }.filter { $0.bool != false }
    return presets + plugins.filter { SiteSettings.isNamed($0.name, plugin) }.map(\.options)
  }

  /// `'name'` or `['name', options]`; a path that `require.resolve` gave counts as its name.
  private static func plugin(_ value: Value) -> (name: String, options: Value) {
    let name = value.array?.first ?? value
    let options = value.array.flatMap { $0.count > 1 ? $0[1] : nil } ?? .object([])
    return (name.string ?? name["$module"]?.string ?? "", options)
  }

  /// `content-docs`, `@docusaurus/plugin-content-docs`, `…/preset-classic`.
  private static func isNamed(_ name: String, _ short: String) -> Bool {
    name == short || name.hasSuffix("/\(short)") || name.hasSuffix("plugin-\(short)")
      || name.hasSuffix("preset-\(short)")
  }

  /// Whether a list of plugins holds one of a package: `remark-math`.
  static func uses(_ module: String, in plugins: Value?) -> Bool { entry(of: module, in: plugins) != nil }

  /// The entry of a package in a list of plugins: its name, or the name with options behind it.
  private static func entry(of module: String, in plugins: Value?) -> Value? {
    plugins?.array?.first { entry in
      let plugin = entry.array?.first ?? entry
      let name = plugin["$module"]?.string ?? plugin.string ?? ""
      return name == module || name.hasSuffix("/\(module)")
    }
  }

  /// The `macros` of rehype-katex, those of all docs together; the first of a name counts. What is no text, such as a
  /// function, is left out.
  private var mathMacros: [MathMacro] {
    var names = Set<String>()
    return docs.flatMap { docs -> [MathMacro] in
      let entry = SiteSettings.entry(of: "rehype-katex", in: docs.options["rehypePlugins"])?.array
      let members = entry.flatMap { $0.count > 1 ? $0[1]["macros"]?.members : nil } ?? []
      return members.compactMap { member in member.value.string.map { MathMacro(name: member.key, body: $0) } }
    }.filter { names.insert($0.name).inserted }
  }

  var rules: MarkdownRules {
    var rules = MarkdownRules()
    let markdown = value["markdown"]
    rules.format = markdown?["format"]?.string.flatMap(MarkdownRules.Format.init) ?? .mdx
    rules.hasMermaid = markdown?["mermaid"]?.bool ?? false
    rules.hasMath = docs.contains { SiteSettings.uses("remark-math", in: $0.options["remarkPlugins"]) }
    rules.mathMacros = mathMacros
    rules.hasEmoji = markdown?["emoji"]?.bool ?? true
    rules.keepsAnchorCase = markdown?["anchors"]?["maintainCase"]?.bool ?? false
    let future = value["future"]?["v4"]
    let isOff = future?.bool == true || future?["mdx1CompatDisabledByDefault"]?.bool == true
    let compatible = markdown?["mdx1Compat"]
    rules.legacyAdmonitionTitles = compatible?["admonitions"]?.bool ?? !isOff
    rules.legacyHeadingIDs = compatible?["headingIds"]?.bool ?? !isOff
    rules.legacyComments = compatible?["comments"]?.bool ?? !isOff
    rules.npmConverters = npmConverters ?? rules.npmConverters
    rules.magicComments = magicComments ?? rules.magicComments
    return rules
  }

  /// The `converters` of `@docusaurus/remark-plugin-npm2yarn`; a converter that is a function keeps its name.
  private var npmConverters: [String]? {
    for docs in docs {
      for plugin in docs.options["remarkPlugins"]?.array ?? [] {
        guard SiteSettings.uses("remark-plugin-npm2yarn", in: .array([plugin])),
          let converters = plugin.array?.last?["converters"]?.array
        else { continue }
        return converters.compactMap { $0.string ?? $0.array?.first?.string }
      }
    }
    return nil
  }

  private var magicComments: [MagicComment]? {
    value["themeConfig"]?["prism"]?["magicComments"]?.array?.compactMap { entry in
      guard let name = entry["className"]?.string else { return nil }
      return MagicComment(
        className: name, line: entry["line"]?.string, start: entry["block"]?["start"]?.string,
        end: entry["block"]?["end"]?.string)
    }
  }

  /// Docusaurus's keywords and the site's own, those of all docs together; without Docusaurus's where every docs
  /// plugin says `extendDefaults: false`.
  var admonitionKeywords: [String] {
    let replacesDefaults = docs.allSatisfy { $0.options["admonitions"]?["extendDefaults"]?.bool == false }
    var result = replacesDefaults && !docs.isEmpty ? [] : Site.defaultAdmonitionKeywords
    for docs in docs {
      for word in docs.options["admonitions"]?["keywords"]?.array?.compactMap(\.string) ?? []
      where !result.contains(word) { result.append(word) }
    }
    return result
  }
}
