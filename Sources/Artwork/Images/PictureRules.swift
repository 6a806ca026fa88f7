import BookModel

/// What pictures an edition takes as they are; all others are made anew.
package struct PictureRules: Equatable, Sendable {
  /// Media types, beside `image/svg+xml`.
  package var formats: Set<String>
  /// How many pixels a picture may have.
  package var pixels: Int
  /// How many bytes its file may have.
  package var bytes: Int

  package init(formats: Set<String>, pixels: Int, bytes: Int) {
    self.formats = formats
    self.pixels = pixels
    self.bytes = bytes
  }

  /// What every store and reader takes: Apple Books asks for no more than 5.6 million pixels, Kindle for no more than
  /// 5 MB; WebP, which EPUB 3.3 allows, is unknown to readers of some years' standing.
  package static let epub = PictureRules(
    formats: ["image/png", "image/jpeg", "image/gif"], pixels: 5_600_000, bytes: 5_000_000)

  /// The same for a cover, which may not be a GIF.
  package static let cover = PictureRules(formats: ["image/png", "image/jpeg"], pixels: 5_600_000, bytes: 5_000_000)

  /// What LaTeX's engines take, at a size that fills a page at 600 dots to the inch.
  package static let print = PictureRules(formats: ["image/png", "image/jpeg"], pixels: 24_000_000, bytes: 40_000_000)

  /// Why a picture cannot stay as it is.
  enum Objection: Equatable { case format, animation, inks, size, weight }

  /// The first objection to a picture; nil when there is none, as to every drawing and to what is no picture.
  func objection(to asset: Asset, _ traits: ImageTraits) -> Objection? {
    guard asset.mediaType.hasPrefix("image/"), asset.mediaType != "image/svg+xml" else { return nil }
    if traits.isAnimated { return .animation }
    if !formats.contains(asset.mediaType) { return .format }
    if traits.isCMYK { return .inks }
    if let size = asset.size, size.width.multipliedReportingOverflow(by: size.height).overflow { return .size }
    if let size = asset.size, size.width * size.height > pixels { return .size }
    return asset.bytes.count > bytes ? .weight : nil
  }
}
