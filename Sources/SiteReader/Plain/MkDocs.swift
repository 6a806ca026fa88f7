import BookModel
import SourceText

/// MkDocs (mkdocs.org, User Guide: Configuration): `mkdocs.yml` with `site_name`, `docs_dir` and `nav`.
extension Finder {
  mutating func mkDocs() -> PlainSite? {
    for root in plainRoots {
      guard let (value, file) = plainSettings(["mkdocs.yml", "mkdocs.yaml"].map { Paths.join(root, $0) }) else {
        continue
      }
      guard let folder = Paths.resolve(value["docs_dir"]?.string ?? "docs", in: root) else { return nil }
      var site = PlainSite(kind: .mkDocs, folder: folder)
      site.title = value["site_name"]?.scalarText
      site.description = value["site_description"]?.scalarText
      site.language = value["theme"]?["language"]?.string
      site.authors = value["site_author"]?.scalarText.map { [Contributor(name: $0)] } ?? []
      if let nav = value["nav"]?.array {
        site.sidebars = [Sidebar(name: "nav", items: nav.flatMap(MkDocsNavigation.items))]
        site.sidebarFile = file.id
      }
      return site
    }
    return nil
  }
}

private enum MkDocsNavigation {
  /// `page.md`, `Title: page.md`, `Title: https://…` or `Title: [items]`.
  static func items(_ value: Value) -> [SidebarItem] {
    if let path = value.string { return [page(path, label: nil)] }
    return (value.members ?? []).compactMap { member in
      if let items = member.value.array {
        return .category(SidebarCategory(label: member.key, link: .none, items: items.flatMap(self.items)))
      }
      return member.value.string.map { page($0, label: member.key) }
    }
  }

  private static func page(_ path: String, label: String?) -> SidebarItem {
    guard ["md", "mdx", "markdown"].contains(Paths.fileExtension(of: path)) else {
      return .link(label: label ?? path, address: path)
    }
    return .page(id: Paths.withoutExtension(Paths.resolve(path) ?? path), label: label, isReference: false)
  }
}

extension Paths {
  /// `guide/a.md` → `guide/a`.
  static func withoutExtension(_ path: String) -> String { join(folder(of: path), stem(of: path)) }
}
