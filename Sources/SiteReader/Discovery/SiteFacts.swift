import BookModel
import SourceText

extension Finder {
  func makeSite(_ settings: SiteSettings, isConfigured: Bool) -> Site {
    var site = Site()
    site.url = book?.texts["url"] ?? settings.url
    site.folder = siteFolder
    if isConfigured {
      site.baseURL = settings.baseURL
      site.rules = settings.rules
      site.admonitionKeywords = settings.admonitionKeywords
      site.staticFolders = settings.staticFolders.compactMap { ScriptLoader.rootPath($0, siteFolder: siteFolder) }
    }
    if plain?.isMarkdownOnly == true { site.rules.format = .md }
    site.rules.hasShortcodes = plain?.kind == .hugo
    site.rules.hasCallouts =
      !isConfigured || world.kind(of: "mkdocs.yml") == .file
      || world.kind(of: Paths.join(siteFolder, "mkdocs.yml")) == .file
    if let math = book?.math { site.rules.hasMath = math }
    if let own = book?.mathMacros {
      let names = Set(own.map(\.name))
      site.rules.mathMacros = own + site.rules.mathMacros.filter { !names.contains($0.name) }
    }
    return site
  }

  mutating func makeMetadata(_ settings: SiteSettings) -> Metadata {
    let texts = book?.texts ?? [:]
    var metadata = Metadata(
      title: texts["title"] ?? settings.title ?? plain?.title ?? readmeTitle() ?? options.folderName,
      language: texts["language"] ?? plain?.language ?? settings.language)
    metadata.subtitle = texts["subtitle"]
    metadata.authors = book?.authors ?? plain?.authors ?? []
    metadata.identifier = texts["identifier"]
    metadata.publisher = texts["publisher"]
    metadata.rights = texts["rights"]
    metadata.date = texts["date"]
    metadata.version = texts["version"] ?? chosenVersion
    metadata.description = texts["description"] ?? settings.tagline ?? plain?.description
    metadata.subjects = book?.subjects ?? []
    metadata.coverPath = texts["cover"].flatMap { cover in
      Paths.resolve(cover, in: book.map { Paths.folder(of: $0.file.path) } ?? "")
    }
    metadata.wordChoices = admonitionWords(settings) + (book?.words ?? [])
    let locale = settings.locale == settings.defaultLocale ? nil : settings.locale
    metadata.edition = [locale, chosenVersion].compactMap { $0 }
    metadata.themePath = texts["theme"].flatMap { theme in
      Paths.resolve(theme, in: book.map { Paths.folder(of: $0.file.path) } ?? "")
    }
    return metadata
  }

  /// The first heading of the folder's README.
  private func readmeTitle() -> String? {
    guard let entries = try? world.list(""),
      let readme = entries.first(where: { $0.name.lowercased() == "readme.md" }),
      let bytes = try? world.read(readme.name)
    else { return nil }
    let line = bytes.split(separator: 0x0A).first { $0.starts(with: Array("# ".utf8)) }
    return line.map { String(decoding: $0.dropFirst(2), as: UTF8.self).trimmingSpace }
  }

  /// What the site has and the book has not: blogs, pages of its own, other versions.
  func addOtherAddresses(to site: inout Site, settings: SiteSettings, plans: [DocsPlan]) {
    guard configPath != nil else { return }
    for blog in settings.blogs {
      site.otherPrefixes.append(Address.join(site.baseURL, blog["routeBasePath"]?.string ?? "blog"))
    }
    for docs in settings.docs {
      let route = docs.options["routeBasePath"]?.string ?? "docs"
      guard let plan = plans.first(where: { $0.instance.id == docs.id }) else {
        site.otherPrefixes.append(Address.join(site.baseURL, route))
        continue
      }
      for version in plan.otherVersions { site.otherPrefixes.append(Address.join(site.baseURL, route, version)) }
    }
    for pages in settings.pages { addPages(pages, to: &site) }
  }

  /// `src/pages/a/b.jsx` is the page `/a/b` (Docusaurus: plugin-content-pages).
  private func addPages(_ options: Value, to site: inout Site) {
    guard
      let folder = ScriptLoader.rootPath(options["path"]?.string ?? "src/pages", siteFolder: siteFolder),
      world.kind(of: folder) == .folder
    else { return }
    let route = options["routeBasePath"]?.string ?? "/"
    for file in FolderListing(folder, world: world).files {
      let isPage = ["js", "jsx", "ts", "tsx", "md", "mdx"].contains(Paths.fileExtension(of: file))
      let segments = file.split(separator: "/")
      guard isPage, !segments.contains(where: { $0.hasPrefix("_") || $0 == "__tests__" }), !file.contains(".test.")
      else { continue }
      let stem = Paths.stem(of: file)
      let page = Paths.join(Paths.folder(of: file), stem == "index" ? "" : stem)
      site.otherPermalinks.insert(Address.join(site.baseURL, route, page))
    }
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmingSpace: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
