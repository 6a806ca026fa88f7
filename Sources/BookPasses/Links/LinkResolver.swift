import BookModel
import SourceText

/// Finds out where links lead, after Docusaurus's rules (`dialect`, Links) and leniently beyond them where a reader
/// of the site would still arrive.
struct LinkResolver: Sendable {
  let site: Site
  let index: PageIndex
  let world: any World

  /// Looks up one address and reports what is amiss with it.
  func destination(of written: String, from place: LinkPlace, findings: inout Findings) -> Destination {
    let address = written.trimmed
    if address.isEmpty {
      findings.warning(
        .linkEmpty, "this link leads nowhere", at: place.range, help: "give it an address, or make it text")
      return .missing
    }
    if let scheme = Addresses.scheme(of: address) {
      return destination(of: address, scheme: scheme, from: place, findings: &findings)
    }
    if address.hasPrefix("//") { return .external("https:" + Addresses.encoded(address)) }
    let local = LocalAddress(slashed(address))
    if local.path.isEmpty {
      return .page(place.chapter, anchor: anchor(local.fragment, in: place.chapter, place, &findings))
    }
    if let found = page(local, written: address, from: place, findings: &findings) { return found }
    if let file = file(local.path, from: place) { return .file(file) }
    if let elsewhere = elsewhere(local, from: place, findings: &findings) { return elsewhere }
    reportMissing(local, written: address, from: place, findings: &findings)
    return .missing
  }

  // MARK: Addresses with a scheme

  private func destination(
    of address: String, scheme: String, from place: LinkPlace, findings: inout Findings
  ) -> Destination {
    switch scheme {
    case "http", "https":
      guard let path = sitePath(of: address) else { return .external(Addresses.encoded(address)) }
      let local = LocalAddress(path)
      if let found = index.page(atAddress: local.path) {
        return .page(found.chapter, anchor: anchor(local.fragment, in: found.chapter, place, &findings))
      }
      return .external(Addresses.encoded(address))
    case "pathname":
      let local = LocalAddress(String(address.dropFirst("pathname://".count)))
      if let file = file(local.path, from: place) { return .file(file) }
      guard let url = site.url else { return .missing }
      return .external(Addresses.encoded(url + local.path + local.tail))
    case "javascript", "vbscript", "data", "file", "blob":
      findings.warning(
        .linkUnsafe, "a link to a `\(scheme):` address is left out", at: place.range,
        help: "its text is kept; link to a page or to an address on the web")
      return .missing
    // A host with a port, typed without its scheme.
    case let host where host == "localhost" || host.contains("."):
      return .external(Addresses.encoded("http://" + address))
    default: return .external(Addresses.encoded(address))
    }
  }

  /// The path of an address on the site itself, from the site's root; nil for any other.
  func sitePath(of address: String) -> String? {
    guard let url = site.url else { return nil }
    var origin = withoutScheme(url)
    if origin.hasSuffix("/") { origin.removeLast() }
    let rest = withoutScheme(address)
    guard !origin.isEmpty, rest.lowercased().hasPrefix(origin.lowercased()) else { return nil }
    let path = String(rest.dropFirst(origin.count))
    guard path.hasPrefix("/") else { return path.isEmpty ? site.baseURL : nil }
    return (path + "/").hasPrefix(site.baseURL) ? path : nil
  }

  private func withoutScheme(_ address: String) -> Substring {
    for scheme in ["https://", "http://"] where address.lowercased().hasPrefix(scheme) {
      return address.dropFirst(scheme.count)
    }
    return address[...]
  }

  /// Backslashes as the slashes they were meant to be.
  private func slashed(_ address: String) -> String {
    guard address.utf8.contains(UInt8(ascii: "\\")) else { return address }
    return String(address.map { $0 == "\\" ? "/" : $0 })
  }

  // MARK: Pages

  private func page(
    _ local: LocalAddress, written: String, from place: LinkPlace, findings: inout Findings
  ) -> Destination? {
    let path = Addresses.decoded(local.path)
    let isFile = ["md", "mdx"].contains(Paths.fileExtension(of: path))
    guard let found = (isFile ? page(ofFile: path, from: place) : nil) ?? page(ofURL: path, from: place) else {
      return nil
    }
    if found.differsInCase {
      findings.note(
        .linkCase, "`\(written)` differs from the page's name in its capitals", at: place.range,
        help: "write it as the file is named: on the web the link is dead")
    }
    return .page(found.chapter, anchor: anchor(local.fragment, in: found.chapter, place, &findings))
  }

  /// File paths: Docusaurus's order first, then everything else that would make sense.
  private func page(ofFile path: String, from place: LinkPlace) -> PageIndex.Found? {
    let candidates = fileCandidates(path, from: place)
    let exact = candidates.lazy.compactMap { index.page(atPath: $0) }.first { !$0.differsInCase }
    return exact ?? candidates.lazy.compactMap { index.page(atPath: $0) }.first
  }

  /// Docusaurus's `resolveMarkdownLinkPathname`: `@site/` from the site; `/` from the content folders, then the
  /// site; `./` and `../` from the file's folder; else from all three.
  func fileCandidates(_ path: String, from place: LinkPlace) -> [String] {
    let contents = contentFolders(for: place.path)
    let candidates: [String?]
    if path.hasPrefix("@site/") {
      candidates = [Paths.resolve(String(path.dropFirst(6)), in: site.folder)]
    } else if path.hasPrefix("/") {
      let rest = String(path.dropFirst())
      candidates = (contents + [site.folder, ""]).map { Paths.resolve(rest, in: $0) }
    } else {
      candidates = ([place.folder] + contents + [site.folder]).map { Paths.resolve(path, in: $0) }
    }
    let found = candidates.compactMap { $0 }
    return found + found.flatMap { site.twins(of: $0) }
  }

  /// The content folders, those of the page's own docs plugin first.
  private func contentFolders(for path: String) -> [String] {
    let own = site.docs.filter { instance in
      [instance.localizedFolder, instance.folder].contains { $0.map { path.hasPrefix($0 + "/") } ?? false }
    }
    let others = site.docs.filter { instance in !own.contains { $0.id == instance.id } }
    return (own + others).flatMap { [$0.localizedFolder, $0.folder].compactMap { $0 } }
  }

  private func page(ofURL path: String, from place: LinkPlace) -> PageIndex.Found? {
    for candidate in urlCandidates(path, from: place) {
      if let found = index.page(atAddress: candidate) { return found }
    }
    guard !path.hasPrefix("/"), !path.hasPrefix("@") else { return nil }
    return page(ofFolder: path, from: place)
  }

  /// The addresses that a URL path may mean, likeliest first, each from the site's root.
  func urlCandidates(_ path: String, from place: LinkPlace) -> [String] {
    var path = path
    for ending in [".md", ".mdx"] where path.lowercased().hasSuffix(ending) { path.removeLast(ending.count) }
    guard path.hasPrefix("/") else {
      return [
        Addresses.resolve(path, against: place.permalink), Addresses.resolve(path, against: place.permalink + "/"),
      ]
    }
    let rest = String(path.drop { $0 == "/" })
    let routes = site.docs.map { Paths.join($0.routeBasePath, rest) }
    let based = site.baseURL + rest
    return (path.hasPrefix(site.baseURL) ? [path, based] : [based, path]) + routes.map { site.baseURL + $0 }
  }

  /// A path from the file's own folder without an extension: authors who think in files mean those.
  private func page(ofFolder path: String, from place: LinkPlace) -> PageIndex.Found? {
    guard let base = Paths.resolve(path, in: place.folder) else { return nil }
    for ending in [".md", ".mdx", "/index.md", "/index.mdx", "/README.md", "/README.mdx"] {
      if let found = index.page(atPath: base + ending) { return PageIndex.Found(chapter: found.chapter) }
    }
    return nil
  }

  // MARK: Anchors

  /// The anchor on a page; nil for the page's beginning and, with a warning, for one that is not there.
  private func anchor(
    _ fragment: String?, in chapter: ChapterID, _ place: LinkPlace, _ findings: inout Findings
  ) -> String? {
    guard let fragment, !fragment.isEmpty, fragment != "top", !fragment.hasPrefix(":~:") else { return nil }
    if index.hasAnchor(fragment, in: chapter) { return fragment }
    let decoded = Addresses.decoded(fragment)
    if index.hasAnchor(decoded, in: chapter) { return decoded }
    let anchors = index.anchors(in: chapter)
    let folded = decoded.lowercased()
    if let found = anchors.first(where: { $0.lowercased() == folded }) {
      findings.note(
        .linkCase, "`#\(fragment)` differs from the anchor `#\(found)` in its capitals", at: place.range,
        help: "write `#\(found)`: on the web the link leads to the head of the page")
      return found
    }
    findings.warning(
      .linkMissingAnchor, "there is no anchor `#\(decoded)` on this page", at: place.range,
      notes: ["the link leads to the head of the page"],
      help: nearest(to: decoded, among: anchors).map { "did you mean `#\($0)`?" })
    return nil
  }
}
