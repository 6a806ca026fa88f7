/// What a picture's first bytes say of it. The content decides, never the file's name: EPUB refuses a PNG that
/// is called `.jpg` (epubcheck OPF-029, PKG-022).
package struct ImageHeader: Equatable, Sendable {
  /// A MIME type: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/svg+xml`, or one that EPUB 3.3
  /// does not allow: `image/avif`, `image/heic`, `image/jxl`, `image/bmp`, `image/tiff`, `image/vnd.microsoft.icon`.
  package let mediaType: String
  /// In pixels (CSS pixels for SVG); nil when the header does not say, or for a format that EPUB does not allow
  /// and whose size we do not read.
  package let size: PixelSize?

  /// Nil when the bytes are no picture that we know.
  package init?(bytes: [UInt8]) {
    let found = bytes.withUnsafeBufferPointer { buffer in
      let header = ImageBytes(base: buffer)
      return header.png() ?? header.jpeg() ?? header.gif() ?? header.webP() ?? header.isoMedia() ?? header.others()
    }
    if let found {
      self = found
    } else if let svg = SVGHeader(bytes: bytes) {
      self.init(mediaType: "image/svg+xml", size: svg.size)
    } else {
      return nil
    }
  }

  fileprivate init(mediaType: String, size: PixelSize?) {
    self.mediaType = mediaType
    self.size = size
  }
}

/// Reads past the end are nil, so a cut file is a picture of unknown size and never a crash.
private struct ImageBytes {
  let base: UnsafeBufferPointer<UInt8>

  private func byte(_ offset: Int) -> Int? {
    base.indices.contains(offset) ? Int(base[offset]) : nil
  }

  private func bigEndian(_ offset: Int, bytes: Int) -> Int? {
    guard offset >= 0, offset + bytes <= base.count else { return nil }
    return (0..<bytes).reduce(0) { $0 << 8 | Int(base[offset + $1]) }
  }

  private func littleEndian(_ offset: Int, bytes: Int) -> Int? {
    guard offset >= 0, offset + bytes <= base.count else { return nil }
    return (0..<bytes).reversed().reduce(0) { $0 << 8 | Int(base[offset + $1]) }
  }

  private func starts(_ text: StaticString, at offset: Int = 0) -> Bool {
    guard offset + text.utf8CodeUnitCount <= base.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { base[offset + $0] == text.utf8Start[$0] }
  }

  private func size(_ width: Int?, _ height: Int?) -> PixelSize? {
    guard let width, let height, width > 0, height > 0 else { return nil }
    return PixelSize(width: width, height: height)
  }

  /// PNG, third edition, section 5.2 and 11.2.1: the signature, then IHDR.
  func png() -> ImageHeader? {
    guard byte(0) == 0x89, starts("PNG\r\n", at: 1) else { return nil }
    return ImageHeader(mediaType: "image/png", size: size(bigEndian(16, bytes: 4), bigEndian(20, bytes: 4)))
  }

  /// GIF89a, section 18: the logical screen.
  func gif() -> ImageHeader? {
    guard starts("GIF87a") || starts("GIF89a") else { return nil }
    return ImageHeader(mediaType: "image/gif", size: size(littleEndian(6, bytes: 2), littleEndian(8, bytes: 2)))
  }

  /// ITU T.81, annex B: segments up to the first start of frame.
  func jpeg() -> ImageHeader? {
    guard byte(0) == 0xFF, byte(1) == 0xD8, byte(2) == 0xFF else { return nil }
    var offset = 2
    while byte(offset) == 0xFF, let marker = byte(offset + 1) {
      switch marker {
      case 0xFF:  // a fill byte
        offset += 1
      case 0x01, 0xD0...0xD8:  // markers without a segment
        offset += 2
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:  // a start of frame
        let found = size(bigEndian(offset + 7, bytes: 2), bigEndian(offset + 5, bytes: 2))
        return ImageHeader(mediaType: "image/jpeg", size: found)
      default:
        guard let length = bigEndian(offset + 2, bytes: 2), length >= 2, marker != 0xD9, marker != 0xDA else {
          return ImageHeader(mediaType: "image/jpeg", size: nil)
        }
        offset += 2 + length
      }
    }
    return ImageHeader(mediaType: "image/jpeg", size: nil)
  }

  /// RFC 9649: a RIFF file whose first chunk is VP8, VP8L or VP8X.
  func webP() -> ImageHeader? {
    guard starts("RIFF"), starts("WEBP", at: 8) else { return nil }
    var found: PixelSize?
    if starts("VP8X", at: 12), let width = littleEndian(24, bytes: 3), let height = littleEndian(27, bytes: 3) {
      found = size(width + 1, height + 1)
    } else if starts("VP8L", at: 12), byte(20) == 0x2F, let bits = littleEndian(21, bytes: 4) {
      found = size(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    } else if starts("VP8 ", at: 12), let width = littleEndian(26, bytes: 2), let height = littleEndian(28, bytes: 2) {
      found = size(width & 0x3FFF, height & 0x3FFF)
    }
    return ImageHeader(mediaType: "image/webp", size: found)
  }

  /// ISO/IEC 14496-12: `ftyp` names the brand. Neither AVIF nor HEIC is a core media type of EPUB 3.3.
  func isoMedia() -> ImageHeader? {
    guard starts("ftyp", at: 4) else { return nil }
    if starts("avif", at: 8) || starts("avis", at: 8) { return ImageHeader(mediaType: "image/avif", size: nil) }
    if starts("heic", at: 8) || starts("heix", at: 8) || starts("mif1", at: 8) {
      return ImageHeader(mediaType: "image/heic", size: nil)
    }
    return nil
  }

  /// Pictures that are recognised only so that they can be refused by their names.
  func others() -> ImageHeader? {
    if starts("BM"), littleEndian(6, bytes: 4) == 0 { return ImageHeader(mediaType: "image/bmp", size: nil) }
    if starts("II*\0") || starts("MM\0*") { return ImageHeader(mediaType: "image/tiff", size: nil) }
    if starts("\0\0\u{1}\0") { return ImageHeader(mediaType: "image/vnd.microsoft.icon", size: nil) }
    if byte(0) == 0xFF && byte(1) == 0x0A || starts("\0\0\0\u{C}JXL ") {
      return ImageHeader(mediaType: "image/jxl", size: nil)
    }
    return nil
  }
}
