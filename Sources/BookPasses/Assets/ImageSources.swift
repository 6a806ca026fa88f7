import BookModel
import SourceText

/// Where an image was found to be.
enum ImageDestination: Equatable {
  case source(AssetRequest.Source)
  /// On the network, and not fetched.
  case remote(String)
  case missing
}

extension LinkResolver {
  /// Looks up the address of an image: beside the page, in the static folders, under `@site/`, on the network.
  func imageDestination(
    of written: String, fetched: [String: [UInt8]], from place: LinkPlace, findings: inout Findings
  ) -> ImageDestination {
    let address = written.trimmed
    switch Addresses.scheme(of: address) {
    case "http", "https":
      if let path = sitePath(of: address), let file = imageFile(LocalAddress(path).path, from: place) {
        return .source(.file(file))
      }
      return remote(address, fetched: fetched, from: place, findings: &findings)
    case "pathname":
      return local(String(address.dropFirst("pathname://".count)), from: place, findings: &findings)
    case nil:
      if address.hasPrefix("//") {
        return remote("https:" + address, fetched: fetched, from: place, findings: &findings)
      }
      return local(address, from: place, findings: &findings)
    case let scheme?:
      if let bytes = DataAddresses.bytes(of: address) { return .source(.embedded(bytes)) }
      findings.warning(
        .imageMissing, "an image at a `\(scheme):` address cannot be shown", at: place.range,
        help: "save it as a file beside the page; its alternative text is kept")
      return .missing
    }
  }

  private func remote(
    _ address: String, fetched: [String: [UInt8]], from place: LinkPlace, findings: inout Findings
  ) -> ImageDestination {
    if fetched[address] != nil { return .source(.fetched(address)) }
    findings.note(
      .imageRemote, "the image `\(address)` is on the network; the book shows its text and a link", at: place.range,
      help: "save it beside the page, or build with `--fetch-remote`")
    return .remote(Addresses.encoded(address))
  }

  private func local(_ address: String, from place: LinkPlace, findings: inout Findings) -> ImageDestination {
    let path = LocalAddress(String(address.map { $0 == "\\" ? "/" : $0 })).path
    if let file = imageFile(path, from: place) { return .source(.file(file)) }
    let decoded = Addresses.decoded(path)
    let finder = AssetFinder(site: site, world: world)
    if let file = finder.sameButForCase(decoded, folder: place.folder) {
      findings.note(
        .linkCase, "`\(decoded)` differs from the file `\(file)` in its capitals", at: place.range,
        help: "write it as the file is named: on the web the image is dead")
      return .source(.file(file))
    }
    if finder.leavesRoot(decoded, folder: place.folder) || leadsOutside(decoded, finder, from: place) {
      findings.warning(
        .pathOutside, "the image `\(decoded)` lies outside the handbook", at: place.range,
        help: "copy it into the handbook; its alternative text is kept")
      return .missing
    }
    findings.warning(
      .imageMissing, "there is no image `\(decoded)`", at: place.range, notes: ["its alternative text is kept"],
      help: finder.nearest(to: decoded, folder: place.folder).map { "did you mean `\($0)`?" })
    return .missing
  }

  /// The file of a local image, its address percent-decoded, or as written where a file is really named so.
  private func imageFile(_ path: String, from place: LinkPlace) -> String? {
    let finder = AssetFinder(site: site, world: world)
    let decoded = Addresses.decoded(path)
    for candidate in finder.candidates(decoded, folder: place.folder) where world.kind(of: candidate) == .file {
      return candidate
    }
    guard decoded != path else { return nil }
    return finder.candidates(path, folder: place.folder).first { world.kind(of: $0) == .file }
  }

  /// Whether a symbolic link on the way leaves the root.
  private func leadsOutside(_ path: String, _ finder: AssetFinder, from place: LinkPlace) -> Bool {
    finder.candidates(path, folder: place.folder).contains { candidate in
      do throws(WorldError) {
        _ = try world.read(candidate)
      } catch {
        if case .outside = error { return true }
      }
      return false
    }
  }
}
