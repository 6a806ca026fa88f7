import BookModel
import CairoBinding
import SourceText

/// The assets with every SVG that a page shows made a PNG on white, for editions whose readers do not draw SVG well.
/// One that cannot be drawn is reported, and its text is shown.
package func picturesOfDrawings(_ assets: [Asset], workers: Int, findings: inout Findings) -> [Asset] {
  let drawings = assets.indices.filter { assets[$0].isShown && assets[$0].mediaType == "image/svg+xml" }
  let made = parallelMap(drawings, workers: workers) { index in picture(of: assets[index]) }
  var result = assets
  for (index, picture) in zip(drawings, made) {
    switch picture {
    case .success(let asset): result[index] = asset
    case .failure(let error):
      result[index] = assets[index].leftOut
      if error == .libraryMissing { continue }
      findings.warning(
        .imageUnreadable, "no picture can be made of the drawing `\(assets[index].path)`", at: assets[index].shownAt,
        notes: ["where drawings are pictures, its alternative text is shown"], help: "save it anew as plain SVG")
    }
  }
  if made.contains(where: { $0 == .failure(.libraryMissing) }) {
    findings.warning(
      .artworkLibraryMissing, "librsvg is not installed",
      notes: ["where drawings are pictures, their alternative texts are shown"], help: PictureError.remedy)
  }
  return result
}

private func picture(of asset: Asset) -> Result<Asset, PictureError> {
  Result { () throws(PictureError) in
    let size = asset.size.map { (Double($0.width), Double($0.height)) }
    let picture = try VectorPicture(svg: asset.bytes, size: size ?? (600, 400))
    var new = asset
    new.mediaType = "image/png"
    new.bytes = try picture.storePNG()
    new.size = PixelSize(width: Int(picture.width.rounded(.up)), height: Int(picture.height.rounded(.up)))
    new.density = picture.storeScale
    return new
  }
}

extension VectorPicture {
  /// Two pixels for one of CSS, less where stores would refuse so many.
  var storeScale: Double {
    let limit = Double(PictureRules.epub.pixels) * 0.99
    return min(2, (limit / (width * height)).squareRoot())
  }

  /// A PNG such as every store takes.
  func storePNG() throws(PictureError) -> [UInt8] { try png(scale: storeScale) }
}

extension IndexedPNG {
  /// A picture in sixteen shades of grey; nil for one with other colours.
  init?(gray map: PixelMap) {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(map.pixels.count)
    for pixel in map.pixels {
      let blue = pixel & 0xFF
      guard blue == pixel >> 8 & 0xFF, blue == pixel >> 16 & 0xFF else { return nil }
      pixels.append(UInt8((blue * 15 + 127) / 255))
    }
    let palette = (0..<16).map { (shade: UInt8) in Color(red: shade * 17, green: shade * 17, blue: shade * 17) }
    self.init(width: map.width, height: map.height, palette: palette, pixels: pixels)
  }
}
