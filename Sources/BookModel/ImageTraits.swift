/// What a picture's bytes say of it beyond its format and size: what makes stores and readers refuse it.
package struct ImageTraits: Equatable, Sendable {
  /// Whether it holds several pictures shown in turn.
  package private(set) var isAnimated = false
  /// Whether its colours are inks: four components a pixel.
  package private(set) var isCMYK = false
  /// Whether its points are kept as they were drawn: what was packed with losses need not be packed without.
  package private(set) var isLossless = true

  /// - Parameter mediaType: as `ImageHeader` found it.
  package init(bytes: [UInt8], mediaType: String) {
    bytes.withUnsafeBufferPointer { buffer in
      switch mediaType {
      case "image/gif": isAnimated = buffer.hasSeveralGIFImages
      case "image/png": isAnimated = buffer.hasAnimationControl
      case "image/webp":
        isAnimated = buffer.starts("VP8X", at: 12) && buffer.byte(20) & 0x02 != 0
        isLossless = buffer.starts("VP8L", at: 12)
      case "image/jpeg":
        isCMYK = buffer.jpegComponents == 4
        isLossless = false
      case "image/avif", "image/heic":
        isAnimated = buffer.starts("avis", at: 8)
        isLossless = false
      default: break
      }
    }
  }
}

/// Reads past the end are zero.
extension UnsafeBufferPointer<UInt8> {
  fileprivate func byte(_ offset: Int) -> UInt8 { indices.contains(offset) ? self[offset] : 0 }

  fileprivate func starts(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { self[offset + $0] == text.utf8Start[$0] }
  }

  private func bigEndian(_ offset: Int, bytes: Int) -> Int {
    (0..<bytes).reduce(0) { $0 << 8 | Int(byte(offset + $1)) }
  }

  /// GIF89a, sections 18 to 26: blocks behind the logical screen and its colours.
  fileprivate var hasSeveralGIFImages: Bool {
    var offset = 13 + GIFColors(byte(10)).count
    var images = 0
    while offset < count {
      switch byte(offset) {
      case 0x2C:
        images += 1
        if images > 1 { return true }
        offset = afterGIFData(from: offset + 11 + GIFColors(byte(offset + 9)).count)
      case 0x21: offset = afterGIFData(from: offset + 2)
      default: return false
      }
    }
    return false
  }

  /// Sub-blocks end with one of no bytes.
  private func afterGIFData(from start: Int) -> Int {
    var offset = start
    while byte(offset) != 0 { offset += 1 + Int(byte(offset)) }
    return offset + 1
  }

  /// A colour table of which the low bits of a byte tell the length.
  private struct GIFColors {
    let count: Int
    init(_ flags: UInt8) { count = flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 0x07) + 1) }
  }

  /// PNG, third edition, section 11.3.6.1: `acTL` stands before the first `IDAT`.
  fileprivate var hasAnimationControl: Bool {
    var offset = 8
    while offset + 12 <= count, !starts("IDAT", at: offset + 4) {
      if starts("acTL", at: offset + 4) { return bigEndian(offset + 8, bytes: 4) > 1 }
      offset += 12 + bigEndian(offset, bytes: 4)
    }
    return false
  }

  /// ITU T.81, B.2.2: how many components the frame has.
  fileprivate var jpegComponents: Int {
    var offset = 2
    while byte(offset) == 0xFF {
      switch byte(offset + 1) {
      case 0xFF: offset += 1
      case 0x01, 0xD0...0xD8: offset += 2
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: return Int(byte(offset + 9))
      case 0xD9, 0xDA: return 0
      default: offset += 2 + Swift.max(2, bigEndian(offset + 2, bytes: 2))
      }
    }
    return 0
  }
}
