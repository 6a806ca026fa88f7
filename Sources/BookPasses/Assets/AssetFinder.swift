import BookModel
import SourceText

/// Finds files that pages show or link to (Docusaurus's `remark/transformImage` and `transformLinks`).
struct AssetFinder: Sendable {
  let site: Site
  let world: any World

  /// The paths a decoded address may mean, in the order they are tried: none leaves the root.
  func candidates(_ path: String, folder: String) -> [String] {
    let candidates: [String?]
    if path.hasPrefix("@site/") {
      candidates = [Paths.resolve(String(path.dropFirst(6)), in: site.folder)]
    } else if path.hasPrefix("/") {
      var rests = [String(path.drop { $0 == "/" })]
      if site.baseURL != "/", path.hasPrefix(site.baseURL) { rests.append(String(path.dropFirst(site.baseURL.count))) }
      let folders = site.staticFolders + site.docs.map(\.folder) + [site.folder, ""]
      candidates = folders.flatMap { folder in rests.map { Paths.resolve($0, in: folder) } }
    } else {
      candidates = ([folder] + site.staticFolders).map { Paths.resolve(path, in: $0) }
    }
    let found = candidates.compactMap { $0 }
    var seen = Set<String>()
    return (found + found.flatMap { site.twins(of: $0) }).filter { seen.insert($0).inserted }
  }

  /// Whether an address is such that it climbs out of the handbook's root.
  func leavesRoot(_ path: String, folder: String) -> Bool {
    if path.hasPrefix("/") { return Paths.resolve(String(path.dropFirst()), in: "") == nil }
    if path.hasPrefix("@site/") { return Paths.resolve(String(path.dropFirst(6)), in: site.folder) == nil }
    return Paths.resolve(path, in: folder) == nil
  }

  /// A file in one of the folders looked into whose name is the same but for capitals.
  func sameButForCase(_ path: String, folder: String) -> String? {
    for candidate in candidates(path, folder: folder) {
      let name = Paths.name(of: candidate).lowercased()
      let place = Paths.folder(of: candidate)
      if let found = names(in: place).first(where: { $0.lowercased() == name }) { return Paths.join(place, found) }
    }
    return nil
  }

  /// The file nearest in name among those in the folders looked into.
  func nearest(to path: String, folder: String) -> String? {
    let wanted = Paths.name(of: path)
    for candidate in candidates(path, folder: folder) {
      let place = Paths.folder(of: candidate)
      if let name = SourceText.nearest(to: wanted, among: names(in: place)) { return Paths.join(place, name) }
    }
    return nil
  }

  private func names(in folder: String) -> [String] {
    let entries = (try? world.list(folder)) ?? []
    return entries.filter { $0.kind == .file && !["md", "mdx"].contains(Paths.fileExtension(of: $0.name)) }.map(\.name)
  }
}
