import CImages

/// Why a picture cannot be read or written.
package enum PictureError: Error, Equatable, Sendable {
  /// The machine lacks libvips.
  case libraryMissing
  /// Nothing reads a picture of this kind.
  case unreadable(String)
  /// It has more pixels than one may have.
  case tooLarge(width: Int, height: Int)

  /// How to get the library.
  package static let remedy = "apt-get install libvips42"
}

/// A picture of any format that libvips reads, upright, in sRGB, at most so large; in memory.
///
/// Different pictures may be worked on in different threads.
package final class Picture {
  private let image: image_ref
  package let width: Int
  package let height: Int
  /// Whether nothing shines through it.
  package let isOpaque: Bool

  /// - Parameters:
  ///   - pixels: how many the result may have; a larger picture is made smaller, in proportion.
  ///   - limit: how many the file may have: what promises more is not even unpacked.
  package init(_ bytes: [UInt8], pixels: Int, limit: Int) throws(PictureError) {
    guard image_load_library() else { throw .libraryMissing }
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<image_ref, PictureError> in
      guard let whole = image_open(buffer.baseAddress, buffer.count) else { return .failure(Picture.failure()) }
      let size = (width: Int(image_width(whole)), height: Int(image_height(whole)))
      image_close(whole)
      let (area, isHuge) = size.width.multipliedReportingOverflow(by: size.height)
      guard !isHuge, area <= limit else { return .failure(.tooLarge(width: size.width, height: size.height)) }
      let side = Picture.side(of: size, pixels: pixels)
      guard let fitted = image_fitted(buffer.baseAddress, buffer.count, Int32(side), Picture.seconds) else {
        return .failure(Picture.failure())
      }
      return .success(fitted)
    }
    image = try result.get()
    width = Int(image_width(image))
    height = Int(image_height(image))
    isOpaque = image_is_opaque(image)
  }

  deinit { image_close(image) }

  /// After which a picture is given up.
  private static let seconds = 30.0

  /// The square that a picture of the size fits when it has as many pixels as it may have.
  private static func side(of size: (width: Int, height: Int), pixels: Int) -> Int {
    let longer = max(size.width, size.height)
    let area = size.width * size.height
    guard area > pixels else { return longer }
    return max(1, Int(Double(longer) * (Double(pixels) / Double(area)).squareRoot()))
  }

  /// Without metadata.
  package func png() throws(PictureError) -> [UInt8] {
    try written { image_png(image, &$0) }
  }

  /// Without metadata; what shines through is lost.
  /// - Parameter quality: from 1 to 100.
  package func jpeg(quality: Int) throws(PictureError) -> [UInt8] {
    try written { image_jpeg(image, Int32(quality), &$0) }
  }

  private func written(_ write: (inout Int) -> UnsafeMutablePointer<UInt8>?) throws(PictureError) -> [UInt8] {
    var count = 0
    guard let bytes = write(&count) else { throw Picture.failure() }
    defer { image_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// libvips's own words: the first line.
  private static func failure() -> PictureError {
    guard let text = image_last_error() else { return .unreadable("") }
    defer { image_free(text) }
    return .unreadable(String(cString: text).split(separator: "\n").first.map(String.init) ?? "")
  }
}
