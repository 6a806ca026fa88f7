import BookModel
import SourceText

/// A handbook that is no Docusaurus site: where its pages are, and what its own settings say of their order.
struct PlainSite: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case mkDocs
    case mdBook
    case hugo
    /// A folder without settings.
    case folder
  }

  var kind: Kind
  /// Of the pages, relative to the handbook's root.
  var folder: String
  var title: String?
  var description: String?
  var language: String?
  var authors: [Contributor] = []
  /// nil where the order is that of the folder.
  var sidebars: [Sidebar]?
  var sidebarFile: FileID?

  /// Neither MkDocs nor mdBook nor Hugo reads MDX.
  var isMarkdownOnly: Bool { kind != .folder }
}

extension Finder {
  /// The first of the kinds that the folder is; a `book.yml` that names folders counts before all of them.
  mutating func plainSite() -> PlainSite {
    if book?.docs?.isEmpty == false { return PlainSite(kind: .folder, folder: "") }
    return mkDocs() ?? mdBook() ?? hugo() ?? PlainSite(kind: .folder, folder: plainFolder())
  }

  /// `docs/` where it has pages, else the root.
  func plainFolder() -> String {
    let filter = PageFilter(include: nil, exclude: nil)
    let found = [Paths.join(siteFolder, "docs"), "docs"].first { candidate in
      world.kind(of: candidate) == .folder
        && FolderListing(candidate, world: world).files.contains(where: filter.accepts)
    }
    return found ?? siteFolder
  }

  /// The settings in the first of some files that is there, whatever it is written in.
  mutating func plainSettings(_ names: [String]) -> (value: Value, file: SourceFile)? {
    for name in names {
      guard let bytes = try? world.read(name) else { continue }
      let file = files.add(path: name, bytes: bytes)
      return (SettingsText.value(file, findings: &findings) ?? .object([]), file)
    }
    return nil
  }

  /// The root and the folders in it, where settings may be.
  var plainRoots: [String] {
    let entries = (try? world.list("")) ?? []
    return [""]
      + entries.filter { $0.kind == .folder && !$0.name.hasPrefix(".") && $0.name != "node_modules" }.map(\.name)
  }
}
