import SourceText

/// The files under a folder, found once.
struct FolderListing {
  /// How deep folders are searched; symbolic links can make a circle.
  private static let depthLimit = 40

  /// Relative to the folder, in byte order of each folder's names.
  private(set) var files: [String] = []

  /// Hidden folders and `node_modules` are left out.
  init(_ folder: String, world: any World) {
    collect(folder, relative: "", world: world, depth: 0)
  }

  private mutating func collect(_ folder: String, relative: String, world: any World, depth: Int) {
    guard depth < FolderListing.depthLimit, let entries = try? world.list(folder) else { return }
    for entry in entries where !entry.name.hasPrefix(".") && entry.name != "node_modules" {
      let path = Paths.join(relative, entry.name)
      switch entry.kind {
      case .file: files.append(path)
      case .folder: collect(Paths.join(folder, entry.name), relative: path, world: world, depth: depth + 1)
      }
    }
  }
}

/// Which files of a docs folder are pages (Docusaurus: options `include` and `exclude` of plugin-content-docs).
struct PageFilter {
  private let include: [GlobPattern]?
  private let exclude: [GlobPattern]?

  private let kind: PlainSite.Kind?

  /// - Parameters:
  ///   - include, exclude: the patterns of the settings; nil for the defaults.
  ///   - kind: what the handbook is where it is no Docusaurus site.
  init(include: [String]?, exclude: [String]?, kind: PlainSite.Kind? = nil) {
    self.kind = kind
    self.include = include.map { $0.map(GlobPattern.init) }
    self.exclude = exclude.map { $0.map(GlobPattern.init) }
  }

  func accepts(_ path: String) -> Bool {
    let kind = Paths.fileExtension(of: path)
    guard kind == "md" || kind == "mdx" else { return false }
    if let include, !include.contains(where: { $0.matches(path) }) { return false }
    if let exclude { return !exclude.contains { $0.matches(path) } }
    switch self.kind {
    case .mkDocs: return true
    case .mdBook: return path != "SUMMARY.md"
    case .hugo: return !path.split(separator: "/").contains { $0.hasPrefix("_") && $0 != "_index.md" }
    case .folder, nil: return !path.split(separator: "/").contains { $0.hasPrefix("_") }
    }
  }
}
