import BookModel
import SourceText

/// A site in one of its locales (Docusaurus: i18n, and `translations.ts` of plugin-content-docs).
extension Finder {
  /// The locale of the site that is wanted; nil for the default one, also where the site has none of the name, which
  /// is reported. Capitals do not count, nor whether the tag has `-` or `_`.
  mutating func locale(_ wanted: String?, in settings: SiteSettings) -> String? {
    guard let wanted, !wanted.isEmpty else { return nil }
    let folders = (try? world.list(Paths.join(siteFolder, "i18n"))) ?? []
    let translated = folders.filter { $0.kind == .folder }.map(\.name)
    let known = settings.locales + translated.filter { !settings.locales.contains($0) }
    if let found = known.first(where: { LanguageTag($0) == LanguageTag(wanted) }) { return found }
    let place = book?.texts["locale"] == wanted ? book?.file.key("locale") : nil
    findings.error(
      .localeUnknown, "the site has no locale `\(wanted)`", at: place,
      notes: ["its locales are \(known.map { "`\($0)`" }.joined(separator: ", "))"],
      help: nearest(to: wanted, among: known).map { "did you mean `\($0)`?" })
    return nil
  }

  /// Docusaurus: `i18n/<locale>/docusaurus-plugin-content-docs/current`, used where it exists.
  func localizedFolder(_ docs: SiteSettings.Docs, _ version: DocsVersion, _ settings: SiteSettings) -> String? {
    let folder = Paths.join(pluginFolder(docs, settings), version.folderName)
    return configPath != nil && world.kind(of: folder) == .folder ? folder : nil
  }

  /// The labels of the sidebars: `current.json`, or `version-2.json`, beside the translated pages.
  mutating func translations(
    of docs: SiteSettings.Docs, _ version: DocsVersion, _ settings: SiteSettings
  ) -> Translations {
    translations(in: Paths.join(pluginFolder(docs, settings), version.folderName + ".json"))
  }

  /// What the site calls its admonitions: `theme.admonition.*` of `i18n/<locale>/code.json`.
  mutating func admonitionWords(_ settings: SiteSettings) -> [WordChoice] {
    let code = translations(in: Paths.join(siteFolder, Paths.join(settings.translationsFolder, "code.json")))
    return ["note", "tip", "info", "warning", "danger", "caution"].compactMap { key in
      code["theme.admonition.\(key)"].map { WordChoice(key: key, text: $0.prefix(1).uppercased() + $0.dropFirst()) }
    }
  }

  private func pluginFolder(_ docs: SiteSettings.Docs, _ settings: SiteSettings) -> String {
    let plugin = "docusaurus-plugin-content-docs" + (docs.id == "default" ? "" : "-\(docs.id)")
    return Paths.join(siteFolder, Paths.join(settings.translationsFolder, plugin))
  }

  private mutating func translations(in path: String) -> Translations {
    guard configPath != nil, let bytes = try? world.read(path) else { return Translations() }
    let file = files.add(path: path, bytes: bytes)
    return SettingsText.json(file, findings: &findings).map(Translations.init) ?? Translations()
  }

  /// Says once how many pages stand in the default locale's words, and which translations have no page to stand for.
  mutating func reportUntranslated(_ plans: [DocsPlan], settings: SiteSettings) {
    guard settings.locale != settings.defaultLocale else { return }
    let pages = plans.flatMap { plan in plan.pages.map { (path: $0.path, isTranslated: !plan.isFallback($0.path)) } }
    let missing = pages.filter { !$0.isTranslated }.map(\.path)
    if !missing.isEmpty {
      findings.note(
        .translationMissing,
        "\(missing.count) of the \(pages.count) pages \(missing.count == 1 ? "has" : "have") no translation to "
          + "`\(settings.locale)`",
        notes: ["they stand in `\(settings.defaultLocale)`: " + Finder.listing(missing)])
    }
    let known = Set(pages.map(\.path))
    let extra = plans.flatMap { translatedPages(of: $0) }.filter { !known.contains($0) }
    if !extra.isEmpty {
      findings.note(
        .translationWithoutOriginal,
        extra.count == 1
          ? "a translation to `\(settings.locale)` has no original and is not in the book"
          : "\(extra.count) translations to `\(settings.locale)` have no original and are not in the book",
        notes: [Finder.listing(extra)], help: "remove them, or name them as the originals are named today")
    }
  }

  private func translatedPages(of plan: DocsPlan) -> [String] {
    guard let folder = plan.instance.localizedFolder else { return [] }
    let filter = PageFilter(include: nil, exclude: nil)
    return FolderListing(folder, world: world).files.filter(filter.accepts).map { Paths.join(folder, $0) }
  }

  /// The first of many paths, for a note.
  private static func listing(_ paths: [String]) -> String {
    let shown = paths.prefix(8).joined(separator: ", ")
    return paths.count > 8 ? "\(shown) … and \(paths.count - 8) more" : shown
  }
}

extension DocsPlan {
  /// Whether a page is the default locale's in a book of another.
  func isFallback(_ path: String) -> Bool {
    guard fallbackLanguage != nil else { return false }
    guard let folder = instance.localizedFolder else { return true }
    return !path.hasPrefix(folder + "/")
  }
}
