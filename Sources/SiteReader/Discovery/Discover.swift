import BookModel
import SourceText

/// Finds the settings and the pages of the handbook at the world's root: a Docusaurus site, a folder that holds one,
/// a docs folder, or a folder with a `book.yml`.
///
/// - Throws: `SiteError` when the folder cannot be read, holds no page, or needs an engine that is not installed.
package func discover(
  _ options: DiscoveryOptions, world: any World, findings: inout Findings
) throws(SiteError) -> Discovery {
  var finder = try Finder(options: options, world: world)
  let discovery = try finder.find()
  findings.append(finder.findings)
  guard !discovery.pages.isEmpty else { throw .noPages }
  return discovery
}

/// The state of one discovery.
struct Finder {
  let options: DiscoveryOptions
  let world: any World
  let siteFolder: String
  let configPath: String?
  /// Set when `book.yml` has been read, which may name the locale.
  private(set) var scripts: SettingsScripts
  var files = SourceFiles()
  var findings = Findings()
  var book: BookSettings?
  /// What the handbook is where it is no Docusaurus site.
  var plain: PlainSite?
  /// The label of the version the caller asked for.
  var chosenVersion: String?

  init(options: DiscoveryOptions, world: any World) throws(SiteError) {
    self.options = options
    self.world = world
    let place = try Finder.findSite(world)
    siteFolder = place?.folder ?? ""
    configPath = place.map { Paths.join($0.folder, $0.name) }
    scripts = SettingsScripts(world: world, siteFolder: siteFolder)
  }

  /// The settings file at the root, else in the first folder one level down that has one.
  private static func findSite(_ world: any World) throws(SiteError) -> (folder: String, name: String)? {
    let entries: [Entry]
    do throws(WorldError) { entries = try world.list("") } catch { throw .world(error) }
    let folders = entries.filter { $0.kind == .folder && !$0.name.hasPrefix(".") && $0.name != "node_modules" }
    for folder in [""] + folders.map(\.name) {
      for ending in ["js", "ts", "mjs", "cjs", "mts", "cts"] {
        let name = "docusaurus.config.\(ending)"
        if world.kind(of: Paths.join(folder, name)) == .file { return (folder, name) }
      }
    }
    return nil
  }

  mutating func find() throws(SiteError) -> Discovery {
    readBook()
    let wantedLocale = options.locale ?? book?.texts["locale"]
    scripts = SettingsScripts(world: world, siteFolder: siteFolder, locale: wantedLocale ?? "")
    var settings = SiteSettings(value: .object([]))
    var isConfigured = false
    if let configPath, let read = try scripts.value(of: configPath, files: &files, findings: &findings) {
      settings = SiteSettings(value: read.value)
      isConfigured = true
    }
    if configPath == nil {
      plain = plainSite()
    } else {
      settings.chosenLocale = locale(wantedLocale, in: settings)
    }
    var site = makeSite(settings, isConfigured: isConfigured)
    var plans: [DocsPlan] = []
    for docs in versioned(chosen(isConfigured ? settings.docs : plainDocs())) {
      if let plan = try plan(docs, site: site, settings: settings, among: plans) { plans.append(plan) }
    }
    site.docs = plans.map(\.instance)
    reportUntranslated(plans, settings: settings)
    addOtherAddresses(to: &site, settings: settings, plans: plans)
    let pages = plans.indices.flatMap { number in
      plans[number].pages.map { PageFile(path: $0.path, instance: number) }
    }
    return Discovery(
      metadata: makeMetadata(settings), site: site, choices: book?.choices ?? BookChoices(), files: files,
      settingsFolder: book.map { Paths.folder(of: $0.file.path) } ?? "", pages: pages, plans: plans, options: options)
  }

  private mutating func readBook() {
    for folder in siteFolder.isEmpty ? [""] : ["", siteFolder] {
      for name in ["book.yml", "book.yaml"] {
        guard book == nil, let bytes = try? world.read(Paths.join(folder, name)) else { continue }
        let file = files.add(path: Paths.join(folder, name), bytes: bytes)
        let value = SettingsText.value(file, findings: &findings) ?? .null
        book = BookSettings(value, file: file, findings: &findings)
      }
    }
  }

  /// Without Docusaurus's settings the pages are those of the folders `book.yml` names, else of the one folder.
  private func plainDocs() -> [SiteSettings.Docs] {
    func docs(_ id: String, _ folder: String) -> SiteSettings.Docs {
      let path = folder.isEmpty ? ScriptLoader.root : Paths.join(ScriptLoader.root, folder)
      return SiteSettings.Docs(id: id, options: .object([.init("path", .string(path))]))
    }
    if let book, let folders = book.docs, !folders.isEmpty {
      let base = Paths.folder(of: book.file.path)
      return folders.compactMap { name in Paths.resolve(name, in: base).map { docs(name, $0) } }
    }
    return [docs("default", plain?.folder ?? plainFolder())]
  }

  /// The docs `book.yml` names, in its order, by id or by folder; all without it. `id@version` is a version other than
  /// the one the site serves first.
  private mutating func chosen(_ all: [SiteSettings.Docs]) -> [SiteSettings.Docs] {
    guard let book, let wanted = book.docs else { return all }
    var result: [SiteSettings.Docs] = []
    for name in wanted where !name.isEmpty {
      let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
      if var found = all.first(where: { [name, parts[0]].contains($0.id) || $0.options["path"]?.string == name }) {
        if parts.count == 2, found.id == parts[0] { found.version = parts[1] }
        result.append(found)
      } else {
        findings.error(
          .settingsWrongType, "the site has no docs named `\(name)`", at: book.file.place(of: name),
          help: nearest(to: name, among: all.map(\.id)).map { "did you mean `\($0)`?" })
      }
    }
    return result.isEmpty ? all : result
  }
}
