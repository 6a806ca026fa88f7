import BookModel
import SourceText

extension Finder {
  /// One docs instance: its version, folder, pages, prefixes, category files and sidebars.
  mutating func plan(
    _ docs: SiteSettings.Docs, site: Site, settings: SiteSettings, among others: [DocsPlan]
  ) throws(SiteError) -> DocsPlan? {
    let options = docs.options
    let version = DocsVersion(docs, siteFolder: siteFolder, world: world)
    guard let folder = version.folder, world.kind(of: folder) == .folder else {
      findings.error(
        .settingsIgnored, "the docs folder `\(version.written)` is not in the handbook",
        at: settingsFile?.place(of: version.written),
        help: "point the command at the folder that holds both the site and its docs")
      return nil
    }
    if options["sidebarItemsGenerator"] != nil, let file = settingsFile {
      findings.note(
        .settingsIgnored, "`sidebarItemsGenerator` is not run", at: file.key("sidebarItemsGenerator"),
        notes: ["generated items are those of Docusaurus's own generator"])
    }
    let route = options["routeBasePath"]?.string ?? (configPath == nil ? "/" : "docs")
    let instance = DocsInstance(
      id: docs.id, folder: folder, localizedFolder: localizedFolder(docs, version, settings),
      routeBasePath: Paths.trimmed(Address.join(route, version.path)))
    let filter = PageFilter(
      include: options["include"]?.array?.compactMap(\.string),
      exclude: options["exclude"]?.array?.compactMap(\.string), kind: plain?.kind)
    let listing = FolderListing(folder, world: world).files
    let others = Set(others.flatMap { $0.pages.map(\.path) })
    let pages = listing.filter(filter.accepts).map { relative -> (relative: String, path: String) in
      let translated = instance.localizedFolder.map { Paths.join($0, relative) }
      let isTranslated = translated.map { world.kind(of: $0) == .file } ?? false
      return (relative, isTranslated ? translated ?? "" : Paths.join(folder, relative))
    }
    .filter { !others.contains($0.path) }
    let sidebars = try readSidebars(version)
    return DocsPlan(
      instance: instance, address: Address.join(site.baseURL, instance.routeBasePath),
      otherVersions: version.others, prefixes: prefixes(options["numberPrefixParser"], paths: pages.map(\.relative)),
      sidebars: sidebars.sidebars,
      sidebarFile: sidebars.file, categories: categories(in: listing, folder: folder), pages: pages,
      translations: translations(of: docs, version, settings),
      fallbackLanguage: settings.locale == settings.defaultLocale
        ? nil : settings.language(of: settings.defaultLocale), plainKind: plain?.kind)
  }

  var settingsFile: SourceFile? { configPath.flatMap { path in files.files.first { $0.path == path } } }

  /// Docusaurus: option `numberPrefixParser`, true, false or a function.
  private func prefixes(_ option: Value?, paths: [String]) -> NumberPrefixes {
    if option?.bool == false || plain?.isMarkdownOnly == true { return NumberPrefixes(rule: .off) }
    guard let function = option?["$function"]?.number else { return NumberPrefixes(rule: .standard) }
    var names: [String] = []
    for path in paths {
      for segment in Paths.folder(of: path).split(separator: "/") { names.append(String(segment)) }
      names.append(Paths.stem(of: path))
    }
    guard let results = scripts.results(of: Int(function), for: names), results.count == names.count else {
      return NumberPrefixes(rule: .standard)
    }
    let parsed = zip(names, results).map { name, result in
      (name, NumberPrefixes.Name(text: result["filename"]?.string ?? name, number: result["numberPrefix"]?.number))
    }
    return NumberPrefixes(rule: .own(Dictionary(parsed, uniquingKeysWith: { first, _ in first })))
  }

  /// `_category_.json`, else `.yml`, else `.yaml`, of every folder.
  private mutating func categories(in listing: [String], folder: String) -> [String: CategoryMetadata] {
    var result: [String: CategoryMetadata] = [:]
    for ending in ["json", "yml", "yaml"] {
      for path in listing where Paths.name(of: path) == "_category_.\(ending)" {
        let key = Paths.folder(of: path)
        guard result[key] == nil, let bytes = try? world.read(Paths.join(folder, path)) else { continue }
        let file = files.add(path: Paths.join(folder, path), bytes: bytes)
        guard let value = SettingsText.value(file, findings: &findings) else { continue }
        result[key] = CategoryMetadata(value, file: file, findings: &findings)
      }
    }
    return result
  }

  private mutating func readSidebars(
    _ version: DocsVersion
  ) throws(SiteError) -> (sidebars: [Sidebar]?, file: FileID?) {
    if let plain { return (plain.sidebars, plain.sidebarFile) }
    guard let written = version.sidebarPath else { return (nil, nil) }
    let base = ScriptLoader.rootPath(written, siteFolder: siteFolder)
    let found = ["", ".js", ".ts", ".mjs", ".cjs", ".json"].compactMap { ending in base.map { $0 + ending } }
      .first { world.kind(of: $0) == .file }
    guard let found else {
      findings.error(
        .settingsFailed, "the sidebars file `\(written)` is not in the handbook",
        at: settingsFile?.place(of: written),
        notes: ["the contents are made of the folders instead"])
      return (nil, nil)
    }
    guard let read = try scripts.value(of: found, files: &files, findings: &findings) else { return (nil, nil) }
    var reading = SidebarReading(file: read.file)
    let sidebars = reading.sidebars(in: read.value)
    findings.append(reading.findings)
    return (chosen(sidebars), read.file.id)
  }

  /// The sidebars `book.yml` names, in its order.
  private mutating func chosen(_ all: [Sidebar]) -> [Sidebar] {
    guard let names = book?.sidebars else { return all }
    for name in names where !all.contains(where: { $0.name == name }) {
      findings.error(
        .settingsWrongType, "there is no sidebar named `\(name)`", at: book?.file.place(of: name),
        help: nearest(to: name, among: all.map(\.name)).map { "did you mean `\($0)`?" })
    }
    return names.compactMap { name in all.first { $0.name == name } }
  }
}

extension Paths {
  /// Without slashes at its ends.
  static func trimmed(_ path: String) -> String {
    path.split(separator: "/").joined(separator: "/")
  }
}
