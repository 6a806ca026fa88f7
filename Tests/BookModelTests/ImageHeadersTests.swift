import Testing

@testable import BookModel

@Suite struct ImageHeadersTests {
  @Test func readsPNG() throws {
    let bytes: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, 2, 0, 0, 0, 9]
    let header = try #require(ImageHeader(bytes: bytes))
    #expect(header.mediaType == "image/png")
    #expect(header.size == PixelSize(width: 258, height: 9))
  }

  @Test func readsGIF() throws {
    let header = try #require(ImageHeader(bytes: Array("GIF89a".utf8) + [0x20, 0x03, 0x05, 0x00]))
    #expect(header.mediaType == "image/gif")
    #expect(header.size == PixelSize(width: 800, height: 5))
  }

  @Test func readsJPEGBehindOtherSegments() throws {
    let app0: [UInt8] = [0xFF, 0xE0, 0, 4, 0xFF, 0xC0]
    let frame: [UInt8] = [0xFF, 0xFF, 0xC2, 0, 11, 8, 0x01, 0x00, 0x02, 0x00, 3]
    let header = try #require(ImageHeader(bytes: [0xFF, 0xD8] + app0 + frame))
    #expect(header.mediaType == "image/jpeg")
    #expect(header.size == PixelSize(width: 512, height: 256))
  }

  @Test func readsTheThreeKindsOfWebP() throws {
    let riff = Array("RIFF\0\0\0\0WEBP".utf8)
    let extended = riff + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x8F, 0x01, 0, 0x2B, 0x01, 0]
    #expect(ImageHeader(bytes: extended)?.size == PixelSize(width: 400, height: 300))
    let bits = UInt32(399) | UInt32(299) << 14
    let lossless =
      riff + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F] + (0..<4).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
    #expect(ImageHeader(bytes: lossless)?.size == PixelSize(width: 400, height: 300))
    let lossy = riff + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x90, 0x01, 0x2C, 0x01]
    #expect(ImageHeader(bytes: lossy)?.size == PixelSize(width: 400, height: 300))
    #expect(ImageHeader(bytes: lossy)?.mediaType == "image/webp")
  }

  @Test(arguments: [
    (#"<svg width="40" height="20"/>"#, 40, 20),
    (#"<svg viewBox="0 0 120 60" xmlns="http://www.w3.org/2000/svg">"#, 120, 60),
    (#"<svg width='60' viewBox='0,0,120,60'>"#, 60, 30),
    (#"<svg height="1in" viewBox="0 0 120 60">"#, 192, 96),
    (#"<svg width="100%" height="100%" viewBox="0 0 7.6 3">"#, 8, 3),
    (
      "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <svg width='1'> -->\n<!DOCTYPE svg [<!ENTITY a \"b\">]>\n<s:svg width=\"9px\" height=\"8px\">",
      9, 8
    ),
  ])
  func readsSVG(source: String, width: Int, height: Int) throws {
    let header = try #require(ImageHeader(bytes: Array(source.utf8)))
    #expect(header.mediaType == "image/svg+xml")
    #expect(header.size == PixelSize(width: width, height: height))
  }

  @Test func leavesTheSizeOfAnSVGWithoutOneOpen() throws {
    let header = try #require(ImageHeader(bytes: Array("<svg><path/></svg>".utf8)))
    #expect(header.size == nil)
  }

  @Test(arguments: [
    ("\0\0\0\u{20}ftypavif", "image/avif"), ("\0\0\0\u{20}ftypheic", "image/heic"), ("II*\0", "image/tiff"),
  ])
  func namesPicturesThatBooksMayNotHold(source: String, mediaType: String) {
    #expect(ImageHeader(bytes: Array(source.utf8))?.mediaType == mediaType)
  }

  @Test(arguments: ["", "<html><svg/></html>", "# A page", "<", "<!--", "<!DOCTYPE svg [", "RIFF"])
  func refusesWhatIsNoPicture(source: String) {
    #expect(ImageHeader(bytes: Array(source.utf8)) == nil)
  }

  /// A cut file is a picture of unknown size, or none; it must never crash.
  @Test func survivesEveryCut() {
    let wholes: [[UInt8]] = [
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 1, 0, 2, 0, 3],
      Array("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\0\0\0\0\0\0".utf8),
      Array("<?xml?><!DOCTYPE svg [a]><svg width=\"9\" height='8'>".utf8),
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1],
    ]
    for whole in wholes {
      for count in whole.indices { _ = ImageHeader(bytes: Array(whole.prefix(count))) }
    }
  }
}
