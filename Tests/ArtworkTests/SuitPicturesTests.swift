import BookModel
import ImagesBinding
import SourceText
import Testing

@testable import Artwork

@Suite struct ImageTraitsTests {
  @Test(arguments: SamplePicture.allCases) func whatMakesStoresRefuse(picture: SamplePicture) throws {
    let header = try #require(ImageHeader(bytes: picture.bytes))
    let traits = ImageTraits(bytes: picture.bytes, mediaType: header.mediaType)
    #expect(traits.isAnimated == picture.rawValue.hasPrefix("moving"))
    #expect(traits.isCMYK == (picture == .cmykJPG))
    #expect(
      traits.isLossless == ![.avifAVIF, .lossyWEBP, .cmykJPG, .plainJPG, .movingWEBP].contains(picture))
  }

  @Test(arguments: SamplePicture.allCases) func spoiledPicturesAreNoTrap(picture: SamplePicture) {
    let bytes = picture.bytes
    for count in 0..<bytes.count {
      let cut = Array(bytes.prefix(count))
      guard let header = ImageHeader(bytes: cut) else { continue }
      _ = ImageTraits(bytes: cut, mediaType: header.mediaType)
    }
    for index in bytes.indices {
      var spoiled = bytes
      spoiled[index] ^= 0xFF
      guard let header = ImageHeader(bytes: spoiled) else { continue }
      _ = ImageTraits(bytes: spoiled, mediaType: header.mediaType)
    }
  }
}

private let hasImageLibrary = (try? Picture(SamplePicture.plainPNG.bytes, pixels: 1000, limit: 1000)) != nil

@Suite(.enabled(if: hasImageLibrary, "skipped: libvips is not installed; `make test` installs it"))
struct SuitPicturesTests {
  private func asset(_ picture: SamplePicture) throws -> Asset {
    let header = try #require(ImageHeader(bytes: picture.bytes))
    var asset = Asset(
      path: picture.rawValue, mediaType: header.mediaType, bytes: picture.bytes, size: header.size, isShown: true)
    asset.shownAt = SourceRange(file: FileID(0), start: 0, end: 1)
    return asset
  }

  private func suited(
    _ picture: SamplePicture, rules: PictureRules = .epub
  ) throws -> (asset: Asset, diagnosed: [String], header: ImageHeader?) {
    var findings = Findings()
    let asset = suitPictures([try asset(picture)], rules: rules, workers: 1, findings: &findings)[0]
    return (asset, findings.diagnostics.map(\.id.name), ImageHeader(bytes: asset.bytes))
  }

  @Test(arguments: [SamplePicture.plainJPG, .plainPNG, .stillGIF])
  func whatEveryReaderShowsStaysAsItIs(picture: SamplePicture) throws {
    let result = try suited(picture)
    #expect(result.asset == (try asset(picture)) && result.diagnosed.isEmpty)
  }

  @Test(arguments: [
    (SamplePicture.avifAVIF, "image/jpeg"), (.lossyWEBP, "image/jpeg"), (.losslessWEBP, "image/png"),
    (.clearWEBP, "image/png"), (.cmykJPG, "image/jpeg"),
  ])
  func othersAreMadeAnew(picture: SamplePicture, type: String) throws {
    let result = try suited(picture)
    #expect(result.asset.mediaType == type && result.header?.mediaType == type)
    #expect(result.asset.size == PixelSize(width: 16, height: 12) && result.header?.size == result.asset.size)
    #expect(!ImageTraits(bytes: result.asset.bytes, mediaType: type).isCMYK && result.diagnosed.isEmpty)
  }

  @Test(arguments: [SamplePicture.movingGIF, .movingPNG, .movingWEBP])
  func animationsStandStill(picture: SamplePicture) throws {
    let result = try suited(picture)
    #expect(result.diagnosed == ["image-animated"] && result.asset.size == PixelSize(width: 8, height: 8))
    #expect(!ImageTraits(bytes: result.asset.bytes, mediaType: result.asset.mediaType).isAnimated)
  }

  @Test func largePicturesAreMadeSmallerInProportion() throws {
    let result = try suited(.plainPNG, rules: PictureRules(formats: ["image/png"], pixels: 48, bytes: 10_000))
    #expect(result.asset.size == PixelSize(width: 8, height: 6) && result.diagnosed == ["image-made-smaller"])
  }

  @Test func aCoverIsNoGIF() throws {
    #expect(try suited(.stillGIF, rules: .cover).asset.mediaType == "image/png")
  }

  @Test func aSpoiledPictureIsReported() throws {
    var spoiled = try asset(.avifAVIF)
    spoiled.bytes = Array(spoiled.bytes.prefix(150))
    var findings = Findings()
    #expect(suitPictures([spoiled], rules: .epub, workers: 1, findings: &findings) == [spoiled])
    #expect(findings.diagnostics.map(\.id.name) == ["image-unreadable"])
  }

  @Test func whatPromisesTooMuchIsNotUnpacked() throws {
    var bomb = try asset(.plainPNG)
    for offset in [16, 20] { bomb.bytes.replaceSubrange(offset..<offset + 4, with: [0, 1, 0x86, 0xA0]) }
    // The checksum of the head: without it nobody believes the size.
    bomb.bytes.replaceSubrange(29..<33, with: crc32(bomb.bytes[12..<29]))
    bomb.size = PixelSize(width: 100_000, height: 100_000)
    var findings = Findings()
    let result = suitPictures([bomb], rules: .epub, workers: 1, findings: &findings)[0]
    #expect(findings.diagnostics.map(\.id.name) == ["image-unreadable"] && result.bytes.isEmpty)
    #expect(
      findings.diagnostics[0].notes == ["it says it has 100000×100000 pixels, which is more than a reader can unpack"])
  }

  @Test func whatOnlyLinksLeadToIsNotTouched() throws {
    var download = try asset(.avifAVIF)
    download.isShown = false
    var findings = Findings()
    #expect(suitPictures([download], rules: .epub, workers: 1, findings: &findings) == [download])
  }

  @Test func theBytesAreTheSameInAnyNumberOfThreads() throws {
    let assets = try (0..<4).flatMap { _ in try SamplePicture.allCases.map(asset) }
    var findings = Findings()
    let one = suitPictures(assets, rules: .epub, workers: 1, findings: &findings)
    #expect(suitPictures(assets, rules: .epub, workers: 4, findings: &findings) == one)
  }

  /// PNG, third edition, annex D.
  private func crc32(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    crc ^= 0xFFFF_FFFF
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: crc >> UInt32($0)) }
  }
}
