import CairoBinding
import Testing

@Suite("Drawings as PDF and PNG")
struct VectorPictureTests {
  private func svg(_ content: String) -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100" \
      viewBox="0 0 200 100">\(content)</svg>
      """.utf8)
  }

  private func picture(_ content: String) throws -> VectorPicture? {
    do {
      return try VectorPicture(svg: svg(content))
    } catch PictureError.libraryMissing {
      return nil
    }
  }

  private func holds(_ bytes: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  @Test("A PDF has one page of the picture's size, and the same bytes every time")
  func pdf() throws {
    guard let picture = try picture(#"<rect width="50" height="50"/><text x="10" y="50">Words</text>"#) else { return }
    let bytes = try picture.pdf()
    #expect(holds(bytes, "%PDF-1.5"))
    #expect(holds(bytes, "20000101000000"))
    #expect(
      bytes == (try VectorPicture(svg: svg(#"<rect width="50" height="50"/><text x="10" y="50">Words</text>"#)).pdf()))
  }

  @Test("Pictures in a drawing are not smoothed, which PDF/A forbids")
  func interpolation() throws {
    let point =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
    let image = #"<image width="50" height="50" xlink:href="data:image/png;base64,\#(point)"/>"#
    guard let bytes = try picture(image)?.pdf() else { return }
    #expect(!holds(bytes, "/Interpolate true"))
    #expect(holds(bytes, "/Interpolate null"))
  }

  @Test("A TrueType font says which glyphs its numbers are, as PDF/A wants it")
  func glyphs() throws {
    guard let bytes = try picture(#"<text y="50" font-family="DejaVu Sans">Wörter → Ωδή</text>"#)?.pdf() else { return }
    #expect(holds(bytes, "/CIDFontType2") == holds(bytes, "/CIDToGIDMap"))
  }

  @Test("A PNG has the size that is asked for")
  func png() throws {
    guard let picture = try picture("<rect width=\"50\" height=\"50\"/>") else { return }
    let bytes = try picture.png(scale: 2)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(Array(bytes[16..<24]) == [0, 0, 1, 0x90, 0, 0, 0, 200])
  }

  @Test("Nothing outside the document is loaded")
  func outside() throws {
    let file = "/usr/share/javascript/katex/katex.min.css"
    guard let plain = try picture("<text y=\"20\">a</text>") else { return }
    let including = [
      #"<image xlink:href="file:///usr/share/pixmaps/debian-logo.png" width="200" height="100"/>"#,
      #"<image href="/usr/share/pixmaps/debian-logo.png" width="200" height="100"/>"#,
      #"<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file://\#(file)"/>"#,
    ]
    for content in including {
      let bytes = try VectorPicture(svg: svg("<text y=\"20\">a</text>" + content)).png(scale: 1)
      #expect(bytes == (try plain.png(scale: 1)))
    }
  }

  @Test("What is no SVG, or has no size, is an error", arguments: ["", "<svg", "<html/>"])
  func unreadable(text: String) {
    #expect(throws: PictureError.self) { try VectorPicture(svg: Array(text.utf8)) }
  }
}
