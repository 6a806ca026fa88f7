import BookModel
import SourceText
import Testing

@Suite("Links in the EPUB")
struct LinkTests {
  private func content(_ target: Link.Target, assets: [Asset] = [], site: Site = Site()) -> (String, [String]) {
    var book = Make.book([Make.paragraph(Make.link(target, "text")), Make.heading(2, "Ö", "ö")], assets: assets)
    book.site = site
    var findings = Findings()
    let output = book.content(findings: &findings)
    return (String(output.prefix { $0 != "\n" }), findings.diagnostics.map(\.id.name))
  }

  @Test("Into the book: to the file, and to an id that is there")
  func chapters() {
    #expect(content(.chapter(ChapterID(0), anchor: nil)).0 == "<p><a href=\"c001-page.xhtml\">text</a></p>")
    #expect(content(.chapter(ChapterID(0), anchor: "ö")).0 == "<p><a href=\"c001-page.xhtml#a.1\">text</a></p>")
  }

  @Test("Out of the book: encoded, or as text with the address")
  func external() {
    #expect(
      content(.external("https://example.org/a b")) == ("<p><a href=\"https://example.org/a%20b\">text</a></p>", []))
    let (output, ids) = content(.external("data:text/plain,x"))
    #expect(output == "<p><span class=\"missing-link\">text</span> (data:text/plain,x)</p>")
    #expect(ids == ["link-invalid-address"])
  }

  @Test("To a download: to the live site, else text")
  func downloads() {
    var site = Site()
    site.url = "https://example.org/"
    site.baseURL = "/base/"
    let assets = [Pictures.download, Pictures.beside]
    #expect(
      content(.asset(AssetID(0)), assets: assets, site: site).0.contains(
        "href=\"https://example.org/base/files/data%20set.zip\""))
    #expect(
      content(.asset(AssetID(1)), assets: assets, site: site).0.contains("href=\"https://example.org/docs/page\""))
    #expect(
      content(.asset(AssetID(0)), assets: assets) == (
        "<p><span class=\"missing-link\">text</span></p>", ["download-left-out"]
      ))
  }

  @Test("To nowhere: text")
  func missing() {
    #expect(content(.missing("x.md")).0 == "<p><span class=\"missing-link\">text</span></p>")
  }

  @Test("No link stands in another")
  func nested() {
    let inner = Make.link(.external("https://example.org/inner"), "inner")
    let image = Make.inline(.image(Image(source: .remote("https://example.org/x.png"), alternative: "badge")))
    let outer = Make.inline(
      .link(Link(target: .external("https://example.org"), content: [inner, image, Make.reference(1, 1)])))
    let output = Make.book([Make.paragraph(outer)], footnotes: [Make.note(1, [Make.paragraph("x")])]).content()
    #expect(output.hasPrefix("<p><a href=\"https://example.org\">innerbadge<sup id=\"fnref.1.1\">1</sup></a></p>"))
  }

  @Test("Cards are a list of links")
  func cards() {
    let output = Make.book([
      Make.block(.cards([Card(target: .chapter(ChapterID(0), anchor: nil), label: "A & B", description: "About it.")]))
    ]).content()
    #expect(
      output.contains("<li><p class=\"card-title\"><a href=\"c001-page.xhtml\">A &amp; B</a></p><p>About it.</p></li>"))
  }
}

#if DEBUG
  @Suite("Links that no resolving pass lets through")
  struct UnresolvedLinkTests {
    @Test("A link to an anchor that is not there traps, in debug builds")
    func unknownAnchor() async {
      await #expect(processExitsWith: .failure) {
        _ = Make.book([Make.paragraph(Make.link(.chapter(ChapterID(0), anchor: "nowhere"), "text"))]).rendered()
      }
    }
  }
#endif
