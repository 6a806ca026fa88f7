import DeflateBinding
import Foundation
import TestSupport
import Testing
import ZipBinding

/// The smallest book there is, through our archive writer and epubcheck: neither may complain of the other.
@Suite struct EPUBContainerTests {
  private let container = """
    <?xml version="1.0"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
    """
  private let package = """
    <?xml version="1.0"?>
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u" xml:lang="en">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">urn:a:b</dc:identifier>
    <dc:title>T</dc:title><dc:language>en</dc:language>
    <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
    <spine><itemref idref="n"/></spine></package>
    """
  private let nav = """
    <?xml version="1.0"?>
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en">
    <head><title>T</title></head><body><nav epub:type="toc"><ol><li><a href="n.xhtml">T</a></li></ol></nav></body></html>
    """

  private func book(nav: String) throws -> [UInt8] {
    let mediaType = Array("application/epub+zip".utf8)
    let first = ArchiveMember(
      path: "mimetype", isStored: true, crc: crc32(mediaType), uncompressedSize: mediaType.count, bytes: mediaType)
    let files = [("META-INF/container.xml", container), ("p.opf", package), ("n.xhtml", nav)]
    return try writeArchive(
      [first]
        + files.map { path, text in
          let bytes = Array(text.utf8)
          return ArchiveMember(
            path: path, isStored: false, crc: crc32(bytes), uncompressedSize: bytes.count, bytes: deflate(bytes))
        })
  }

  @Test(.enabled(if: EPUBCheck.isPresent, EPUBCheck.absence))
  func isCleanInEPUBCheck() throws {
    #expect(try messages(about: book(nav: nav)) == [])
  }

  /// The checker really checks.
  @Test(.enabled(if: EPUBCheck.isPresent, EPUBCheck.absence))
  func hearsOfADeadLink() throws {
    let messages = try messages(about: book(nav: nav.replacing("href=\"n.xhtml\"", with: "href=\"n.xhtml#z\"")))
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix("ERROR(RSC-012)") == true)
  }

  private func messages(about book: [UInt8]) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "container-\(UUID().uuidString).epub")
    try Data(book).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try EPUBCheck.messages(about: file)
  }
}
