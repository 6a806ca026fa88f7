import BookModel
import JavaScriptBinding
import SourceText

/// The version of a docs instance that its site serves first: `lastVersion`, else the newest of `versions.json`, else
/// the docs folder itself (Docusaurus: plugin-content-docs, versioning).
struct DocsVersion {
  /// Relative to the handbook's root; nil when it lies outside.
  var folder: String?
  /// The folder as the settings write it.
  var written: String
  /// The part of the address for this version, empty for the one that is served first.
  var path: String
  /// As written; nil when there is none, or it is made of the folders.
  var sidebarPath: String?
  /// `current` for the docs folder itself.
  var name: String
  /// The names of all other versions with their parts of the address.
  var others: [String] = []

  init(_ docs: SiteSettings.Docs, siteFolder: String, world: any World) {
    let options = docs.options
    let prefix = docs.id == "default" ? "" : "\(docs.id)_"
    let names = DocsVersion.names(prefix + "versions.json", options: options, siteFolder: siteFolder, world: world)
    let served = options["lastVersion"]?.scalarText ?? names.first ?? "current"
    let last = docs.version ?? served
    written = options["path"]?.string ?? "docs"
    sidebarPath = options["sidebarPath"]?.string
    name = "current"
    if last != "current", names.contains(last) {
      name = last
      written = "\(prefix)versioned_docs/version-\(last)"
      sidebarPath = "\(prefix)versioned_sidebars/version-\(last)-sidebars.json"
      if world.kind(of: Paths.join(siteFolder, sidebarPath ?? "")) == nil {
        sidebarPath = nil
      }
    }
    folder = ScriptLoader.rootPath(written, siteFolder: siteFolder)
    let given = options["versions"]
    func address(_ name: String) -> String {
      given?[name]?["path"]?.string ?? (name == served ? "" : name == "current" ? "next" : name)
    }
    path = address(last)
    others = (["current"] + names).filter { $0 != last }.map(address)
    if names.isEmpty { others = [] }
  }

  /// What stands for the version in the folders of translations.
  var folderName: String { name == "current" ? "current" : "version-\(name)" }

  /// The versions a docs instance has: `current` and those of its `versions.json`, each with all it is called by.
  static func all(
    of docs: SiteSettings.Docs, siteFolder: String, world: any World
  ) -> [(name: String, label: String?, callings: [String])] {
    let file = (docs.id == "default" ? "" : "\(docs.id)_") + "versions.json"
    let names = names(file, options: docs.options, siteFolder: siteFolder, world: world)
    return (["current"] + names).map { name in
      let given = docs.options["versions"]?[name]
      let label = given?["label"]?.scalarText
      return (name, label ?? (name == "current" ? nil : name), [name, label, given?["path"]?.string].compactMap { $0 })
    }
  }

  private static func names(
    _ file: String, options: Value, siteFolder: String, world: any World
  ) -> [String] {
    guard options["disableVersioning"]?.bool != true, let bytes = try? world.read(Paths.join(siteFolder, file)),
      case .success(let value) = JSONReader.read(bytes)
    else { return [] }
    let only = options["onlyIncludeVersions"]?.array?.compactMap(\.scalarText)
    return (value.array ?? []).compactMap(\.scalarText).filter { only?.contains($0) ?? true }
  }
}
