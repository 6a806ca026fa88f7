import BookModel
import EPUBRenderer
import SourceText
import Testing

@testable import EPUBRenderer

@Suite("The package document")
struct PackageTests {
  private func package(_ metadata: Metadata, _ blocks: [Block] = [], assets: [Asset] = []) -> String {
    var book = Make.book([Make.chapter(0, "Page", blocks: blocks)], assets: assets)
    book.metadata = metadata
    return book.rendered()["EPUB/package.opf"] ?? ""
  }

  @Test("A UUID by name is that of RFC 9562's method")
  func uuid() {
    #expect(BookIdentifier.uuid(named: "http://www.example.com/") == "fcde3c85-2270-590f-9e7c-ee003d65e0e2")
  }

  @Test("The identifier is the author's, an ISBN as a URN, else made of title and site")
  func identifier() {
    var metadata = Metadata(title: "A Book")
    #expect(package(metadata).contains(">urn:uuid:"))
    metadata.identifier = "isbn:9783161484100"
    #expect(package(metadata).contains("<dc:identifier id=\"book-id\">urn:isbn:9783161484100</dc:identifier>"))
    metadata.identifier = "doi:x"
    #expect(package(metadata).contains(">doi:x<"))
  }

  @Test(
    "Dates are those of W3C-DTF",
    arguments: [
      ("2026", true), ("2026-03", true), ("2026-02-28", true), ("2024-02-29", true), ("2026-02-29", false),
      ("2026-13", false), ("2026-3-1", false), ("March 2026", false), ("", false), ("2026-01-01-01", false),
    ])
  func dates(text: String, isValid: Bool) {
    #expect((PublicationDate(text) != nil) == isValid)
  }

  @Test("Names in the container are ASCII, short and lower-case")
  func names() {
    #expect(FileNames.chapter(number: 7, of: 12, slug: "guides/Install It", run: 0) == "c007-guides-install-it.xhtml")
    #expect(FileNames.chapter(number: 7, of: 1200, slug: "安装", run: 1) == "c0007-2.xhtml")
    #expect(FileNames.slug("--A  b__c.d--") == "a-b-c-d")
    #expect(FileNames.slug(String(repeating: "x", count: 200)).count == 60)
  }

  @Test("What has no text is left out")
  func emptyTerms() {
    var metadata = Metadata(title: "A Book")
    (metadata.publisher, metadata.rights, metadata.subjects, metadata.subtitle) = ("", " ", [""], "")
    metadata.date = "soon"
    let output = package(metadata)
    for name in ["dc:publisher", "dc:rights", "dc:subject", "dc:date", "subtitle", "conformsTo", "name=\"cover\""] {
      #expect(!output.contains(name))
    }
  }

  @Test("Creators and contributors have their roles and names to sort by")
  func contributors() {
    var metadata = Metadata(title: "A Book")
    metadata.authors = [Contributor(name: "A B", sortName: "B, A"), Contributor(name: "C", role: "edt")]
    let output = package(metadata)
    #expect(output.contains("<dc:creator id=\"creator-1\">A B</dc:creator>"))
    #expect(output.contains("<meta refines=\"#creator-1\" property=\"file-as\">B, A</meta>"))
    #expect(output.contains("<dc:contributor id=\"contributor-2\">C</dc:contributor>"))
    #expect(output.contains("<meta refines=\"#contributor-2\" property=\"role\" scheme=\"marc:relators\">edt</meta>"))
  }

  @Test("The cover is named in both ways, with its attributes in the order that readers want")
  func cover() {
    let options = EPUBOptions(cover: Pictures.png, modified: "2026-03-31T12:00:00Z")
    let files = Make.book([Make.paragraph("x")]).rendered(options)
    #expect(files["EPUB/package.opf"]?.contains("<meta name=\"cover\" content=\"cover-image\"/>") == true)
    #expect(
      files["EPUB/package.opf"]?.contains(
        "<item id=\"cover-image\" href=\"images/cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>")
        == true)
    #expect(
      files["EPUB/cover.xhtml"]?.contains("<img src=\"images/cover.png\" alt=\"Cover of A Book\" role=\"doc-cover\"/>")
        == true)
    #expect(
      !Make.book([Make.paragraph("x")]).rendered(EPUBOptions(cover: Pictures.avif, modified: "")).keys.contains(
        "EPUB/cover.xhtml"))
  }
}

@Suite("Accessibility metadata")
struct AccessibilityTests {
  private func accessibility(_ blocks: [Block], assets: [Asset] = []) -> Accessibility {
    Accessibility(Edition(Make.book(blocks, assets: assets), options: EPUBOptions(modified: "2026-03-31T12:00:00Z")))
  }

  private func picture(_ alternative: String, _ asset: Int = 0) -> Block {
    Make.block(.figure(Figure(image: Image(source: .asset(AssetID(asset)), alternative: alternative))))
  }

  @Test("A book of text needs no eyes")
  func textOnly() {
    let result = accessibility([Make.paragraph("x")])
    #expect(result.accessModes == ["textual"] && result.sufficientModes == ["textual"] && result.hazards == ["none"])
    #expect(!result.features.contains("alternativeText") && !result.features.contains("latex"))
  }

  @Test("Pictures with a description do not change that, one without does")
  func pictures() {
    let described = accessibility([picture("a"), picture("b")], assets: [Pictures.png])
    #expect(
      described.accessModes == ["textual", "visual"] && described.sufficientModes == ["textual", "textual,visual"])
    #expect(described.features.contains("alternativeText"))
    let undescribed = accessibility([picture("a"), picture("")], assets: [Pictures.png])
    #expect(undescribed.sufficientModes == ["textual,visual"] && !undescribed.features.contains("alternativeText"))
    #expect(undescribed.summary.contains("1 of 2 images have no description"))
  }

  @Test("What may move may flash")
  func hazards() {
    let moving = Asset(path: "a.svg", mediaType: "image/svg+xml", bytes: Array("<svg><animate/></svg>".utf8))
    let image: [UInt8] = [0x2C, 0, 0, 0, 0, 8, 0, 8, 0, 0, 2, 1, 0, 0]
    let head = Array("GIF89a".utf8) + [8, 0, 8, 0, 0, 0, 0]
    let gif = Asset(path: "a.gif", mediaType: "image/gif", bytes: head + image + image + [0x3B])
    let still = Asset(path: "b.gif", mediaType: "image/gif", bytes: head + image + [0x3B])
    #expect(accessibility([picture("a")], assets: [moving]).hazards == ["unknown"])
    #expect(accessibility([picture("a")], assets: [gif]).hazards == ["unknown"])
    #expect(accessibility([picture("a")], assets: [still]).hazards == ["none"])
    #expect(accessibility([picture("a")], assets: [Pictures.svg]).hazards == ["none"])
  }

  @Test("Formulas and diagrams are told of")
  func sources() {
    let result = accessibility([
      Make.block(.math("x")), Make.block(.diagram(Diagram(language: "mermaid", source: "a"))),
    ])
    #expect(result.features.contains("latex"))
    #expect(result.summary.hasSuffix("Formulas are given as TeX source. Diagrams are given as their source text."))
  }
}
