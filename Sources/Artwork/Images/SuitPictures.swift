import BookModel
import ImagesBinding
import SourceText

/// The assets with every picture that readers and stores would refuse made anew as PNG or JPEG: AVIF, WebP, inks,
/// animations (their first picture), and what is too large.
///
/// A picture that cannot be made anew is reported and stays as it is; a renderer shows the text of one that it cannot
/// show. Nothing is loaded and no picture looked into where every picture will do. The same picture makes the same
/// bytes on machines with the same libraries.
/// - Parameter workers: how many threads may work at once.
package func suitPictures(
  _ assets: [Asset], rules: PictureRules, workers: Int, findings: inout Findings
) -> [Asset] {
  let results = parallelMap(assets, workers: workers, findings: &findings) { asset, findings in
    asset.isShown ? Suiting(asset: asset, rules: rules).result(findings: &findings) : .suited(asset)
  }
  let unmade = zip(assets, results).filter { $1 == .libraryMissing }.map(\.0)
  if let first = unmade.first {
    let paths = unmade.prefix(8).map(\.path).joined(separator: ", ")
    findings.warning(
      .imageLibraryMissing,
      "\(unmade.count == 1 ? "a picture is" : "\(unmade.count) pictures are") such as stores refuse, and libvips, "
        + "which would make them anew, is not on this machine",
      at: first.shownAt, notes: [unmade.count > 8 ? paths + " …" : paths], help: PictureError.remedy)
  }
  return zip(assets, results).map { asset, result in
    if case .suited(let new) = result { new } else { asset }
  }
}

/// One picture on its way.
private struct Suiting {
  let asset: Asset
  let rules: PictureRules

  enum Result: Equatable {
    case suited(Asset)
    case libraryMissing
  }

  /// More pixels than this are not unpacked, whatever a file promises.
  private static let limit = 200_000_000
  /// Bytes above which a picture that was packed without losses is tried with some.
  private static let heavy = 1_000_000

  func result(findings: inout Findings) -> Result {
    let traits = ImageTraits(bytes: asset.bytes, mediaType: asset.mediaType)
    guard let objection = rules.objection(to: asset, traits) else { return .suited(asset) }
    do {
      let picture = try Picture(asset.bytes, pixels: rules.pixels, limit: Suiting.limit)
      guard let new = try packed(picture, traits, objection) else { return .suited(asset) }
      report(objection, new, findings: &findings)
      return .suited(new)
    } catch {
      return failed(error, findings: &findings)
    }
  }

  /// As PNG what was drawn or lets something shine through, as JPEG what was packed with losses before, and of a heavy
  /// PNG the lighter of both. nil when nothing is won.
  private func packed(
    _ picture: Picture, _ traits: ImageTraits, _ objection: PictureRules.Objection
  ) throws(PictureError) -> Asset? {
    var type = "image/jpeg"
    var bytes: [UInt8] = []
    if traits.isLossless || !picture.isOpaque {
      (type, bytes) = ("image/png", try picture.png())
    }
    if picture.isOpaque, bytes.isEmpty || bytes.count > Suiting.heavy {
      let jpeg = try picture.jpeg(quality: objection == .weight ? 82 : 90)
      if bytes.isEmpty || jpeg.count < bytes.count / 2 { (type, bytes) = ("image/jpeg", jpeg) }
    }
    if objection == .weight, bytes.count >= asset.bytes.count { return nil }
    var new = asset
    new.mediaType = type
    new.bytes = bytes
    new.size = PixelSize(width: picture.width, height: picture.height)
    return new
  }

  private func report(_ objection: PictureRules.Objection, _ new: Asset, findings: inout Findings) {
    switch objection {
    case .animation:
      findings.note(
        .imageAnimated, "the animation `\(asset.path)` stands as its first picture", at: asset.shownAt,
        help: "say in words what it shows; few readers play animations, and no store wants them")
    case .size:
      findings.note(
        .imageMadeSmaller, "`\(asset.path)` is made smaller: \(asset.shownSize) → \(new.shownSize) pixels",
        at: asset.shownAt, notes: ["stores refuse pictures of more than \(rules.pixels) pixels"])
    case .format, .inks, .weight: break
    }
  }

  private func failed(_ error: PictureError, findings: inout Findings) -> Result {
    let reason: String
    switch error {
    case .libraryMissing: return .libraryMissing
    case .tooLarge(let width, let height):
      reason = "it says it has \(width)×\(height) pixels, which is more than a reader can unpack"
    case .unreadable(let text): reason = text.isEmpty ? "it is spoiled" : text
    }
    findings.warning(
      .imageUnreadable, "`\(asset.path)` cannot be made into a picture that every reader shows", at: asset.shownAt,
      notes: [reason], help: "save it as PNG or JPEG")
    return .suited(asset.isUnpackable(error) ? asset : asset.leftOut)
  }
}

extension Asset {
  /// Whether a reader can be left to try what we could not.
  fileprivate func isUnpackable(_ error: PictureError) -> Bool {
    if case .tooLarge = error { false } else { true }
  }

  fileprivate var shownSize: String { size.map { "\($0.width)×\($0.height)" } ?? "many" }
}
