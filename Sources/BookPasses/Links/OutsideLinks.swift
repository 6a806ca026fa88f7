import BookModel
import SourceText

extension LinkResolver {
  /// A file of the handbook that is no page: from beside the page, the static folders, the site.
  func file(_ path: String, from place: LinkPlace) -> String? {
    let decoded = Addresses.decoded(path)
    let ending = Paths.fileExtension(of: decoded)
    guard !ending.isEmpty, !["md", "mdx"].contains(ending) else { return nil }
    return AssetFinder(site: site, world: world).candidates(decoded, folder: place.folder)
      .first { world.kind(of: $0) == .file }
  }

  /// A page the site has and the book has not: the address of the live site.
  func elsewhere(_ local: LocalAddress, from place: LinkPlace, findings: inout Findings) -> Destination? {
    let path = Addresses.decoded(local.path)
    var candidates = urlCandidates(path, from: place)
    if ["md", "mdx"].contains(Paths.fileExtension(of: path)) {
      candidates += fileCandidates(path, from: place).compactMap { address(ofFile: $0) }
    }
    guard let address = candidates.first(where: { isElsewhere($0) }) else { return nil }
    guard let url = site.url else { return nil }
    findings.note(
      .linkOutsideBook, "the page `\(address)` is not in the book; the link leads to the site", at: place.range,
      help: "add the page to the book, or leave the link as it is")
    let origin = url.hasSuffix("/") ? String(url.dropLast()) : url
    return .external(Addresses.encoded(origin + address + local.tail))
  }

  private func isElsewhere(_ address: String) -> Bool {
    let path = PageIndex.normalized(address)
    if path == PageIndex.normalized(site.baseURL) { return true }
    if site.otherPermalinks.contains(path) || site.otherPermalinks.contains(path + "/") { return true }
    return site.otherPrefixes.contains { prefix in
      let prefix = PageIndex.normalized(prefix)
      return path == prefix || path.hasPrefix(prefix + "/")
    }
  }

  /// The address a file of a docs folder would have if it were a page without front matter.
  private func address(ofFile path: String) -> String? {
    for instance in site.docs {
      for folder in [instance.localizedFolder, instance.folder].compactMap({ $0 }) where path.hasPrefix(folder + "/") {
        let inner = path.dropFirst(folder.count + 1)
        let page = Paths.join(Paths.folder(of: String(inner)), Paths.stem(of: String(inner)))
        return site.baseURL + Paths.join(instance.routeBasePath, page)
      }
    }
    return nil
  }

  /// Says what was not found, and what is there instead.
  func reportMissing(_ local: LocalAddress, written: String, from place: LinkPlace, findings: inout Findings) {
    let path = Addresses.decoded(local.path)
    let ending = Paths.fileExtension(of: path)
    let isFile = ["md", "mdx"].contains(ending)
    if !isFile, FileKinds.mediaType(ofExtension: ending) != nil {
      findings.warning(
        .linkMissingFile, "there is no file `\(path)`", at: place.range,
        help: AssetFinder(site: site, world: world).nearest(to: path, folder: place.folder).map {
          "did you mean `\($0)`?"
        })
      return
    }
    let existing = isFile ? fileCandidates(path, from: place).first { world.kind(of: $0) == .file } : nil
    let notes = existing.map { ["the file `\($0)` is there, but it is no page of the book"] } ?? []
    let suggestion = existing == nil ? index.nearest(to: path) : nil
    findings.warning(
      .linkMissingPage, "there is no page `\(written)`", at: place.range, notes: notes,
      help: suggestion.map { found in
        "did you mean `\(isFile ? relativePath(to: found.path, from: place.folder) : unbased(found.permalink))`?"
      })
  }

  /// An address as authors write it: without the site's `baseUrl`.
  private func unbased(_ permalink: String) -> String {
    permalink.hasPrefix(site.baseURL) ? "/" + permalink.dropFirst(site.baseURL.count) : permalink
  }

  private func relativePath(to path: String, from folder: String) -> String {
    let here = folder.split(separator: "/")
    let there = path.split(separator: "/")
    let common = zip(here, there).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: here.count - common)
    let parts = up + there.dropFirst(common).map(String.init)
    return (up.isEmpty ? "./" : "") + parts.joined(separator: "/")
  }
}
