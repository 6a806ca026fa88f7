import BookModel
import SourceText
import TestSupport
import Testing

@testable import BookPasses

struct LinkTests {
  /// A small site; links are written on `docs/guides/setup.md` unless another page is named.
  private func resolved(
    _ address: String, on page: Int = 2, world: MemoryWorld = MemoryWorld([:]),
    site change: (inout Site) -> Void = { _ in }
  ) -> (target: Link.Target, findings: [Diagnostic]) {
    var pages: [(path: String, blocks: [Block])] = [
      ("docs/intro.md", [heading(2, "First Steps"), html("<a id=\"spot\"></a>")]), ("docs/guides/index.md", []),
      ("docs/guides/setup.md", [heading(2, "Here")]), ("docs/guides/Über uns.md", []), ("docs/api/README.md", []),
    ]
    pages[page].blocks.append(paragraph(link(address)))
    var findings = Findings()
    var written = book(pages, site: change)
    written.chapters[4].permalink = "/site/docs/api"
    let ready = number(lower(written, findings: &findings), findings: &findings)
    let result = resolve(ready, world: world, files: SourceFiles(), findings: &findings)
    var target: Link.Target?
    result.book.chapters[page].blocks.walkInlines { if case .link(let link) = $0.kind { target = link.target } }
    return (target!, findings.diagnostics)
  }

  @Test(arguments: [
    ("./setup.md", 2), ("setup.md", 2), ("../intro.md", 0), ("/intro.md", 0), ("/docs/intro.md", 0),
    ("@site/docs/intro.md", 0), ("../intro.md?x=1", 0), ("intro.md", 0), ("guides/index.md", 1),
    ("./%C3%9Cber%20uns.md", 3), ("../api/README.md", 4),
    ("/docs/intro", 0), ("/site/docs/intro", 0), ("/docs/intro/", 0), ("/intro", 0), ("../intro", 0), ("./setup", 2),
    ("setup", 2), ("/docs/guides", 1), ("/docs/guides/", 1), (".", 1), ("../api", 4), ("/docs/api/", 4),
    ("https://example.org/site/docs/intro", 0), ("http://EXAMPLE.org/site/docs/intro/", 0), ("/docs/intro.html", 0),
    ("..\\intro.md", 0), ("../api/", 4), ("/docs/guides/%C3%9Cber%20uns", 3), ("?x=1", 2), ("#", 2), ("#top", 2),
  ])
  func pages(address: String, chapter: Int) {
    let result = resolved(address)
    #expect(result.target == .chapter(ChapterID(chapter), anchor: nil))
    #expect(result.findings.isEmpty)
  }

  @Test func urlsOfACategoryIndexAreRelativeToItsAddress() {
    #expect(resolved("./guides/setup", on: 1).target == .chapter(ChapterID(2), anchor: nil))
    // A browser that shows the page with a slash at its end arrives too.
    #expect(resolved("./setup", on: 1).target == .chapter(ChapterID(2), anchor: nil))
  }

  @Test(arguments: [
    ("#here", 2, "here"), ("../intro.md#first-steps", 0, "first-steps"), ("/docs/intro#spot", 0, "spot"),
    ("../intro#first%2Dsteps", 0, "first-steps"),
  ])
  func anchors(address: String, chapter: Int, anchor: String) {
    let result = resolved(address)
    #expect(result.target == .chapter(ChapterID(chapter), anchor: anchor))
    #expect(result.findings.isEmpty)
  }

  @Test func missingAnchorsKeepThePage() {
    let result = resolved("../intro.md#first-step")
    #expect(result.target == .chapter(ChapterID(0), anchor: nil))
    #expect(result.findings.map(\.id.name) == ["link-missing-anchor"])
    #expect(result.findings[0].help == "did you mean `#first-steps`?")
  }

  @Test func capitalsAreReported() {
    #expect(resolved("../Intro.md").target == .chapter(ChapterID(0), anchor: nil))
    #expect(resolved("../Intro.md").findings.map(\.id.name) == ["link-case"])
    let anchor = resolved("../intro.md#First-Steps")
    #expect(anchor.target == .chapter(ChapterID(0), anchor: "first-steps"))
    #expect(anchor.findings.map(\.id.name) == ["link-case"])
  }

  @Test(arguments: [
    ("https://x.org/a b?q=<1>", "https://x.org/a%20b?q=%3C1%3E"), ("mailto:a@b.c", "mailto:a@b.c"),
    ("//x.org/a", "https://x.org/a"), ("pathname:///files/x", "https://example.org/files/x"),
    ("https://example.org/other", "https://example.org/other"), ("https://x.org/é", "https://x.org/%C3%A9"),
    ("https://x.org/100%", "https://x.org/100%25"),
    ("localhost:3000/a", "http://localhost:3000/a"), ("x.org:80", "http://x.org:80"), ("tel:123", "tel:123"),
  ])
  func external(address: String, target: String) {
    let result = resolved(address)
    #expect(result.target == .external(target))
    #expect(result.findings.isEmpty)
  }

  @Test(arguments: ["/blog/post#x", "/docs/draft", "../draft.md", "/site/blog"])
  func pagesOfTheSiteThatAreNotInTheBook(address: String) {
    let result = resolved(address) { site in
      site.otherPermalinks = ["/site/docs/draft"]
      site.otherPrefixes = ["/site/blog"]
    }
    guard case .external(let found) = result.target else {
      Issue.record("\(result.target)")
      return
    }
    #expect(found.hasPrefix("https://example.org/site/"))
    #expect(result.findings.map(\.id.name) == ["link-outside-book"])
  }

  @Test(
    arguments: [
      ("../intr.md", "did you mean `../intro.md`?"), ("/docs/x/setup", "did you mean `/docs/guides/setup`?"),
      ("./nothing-like-it.md", nil), ("/docs/setpu", "did you mean `/docs/guides/setup`?"),
    ] as [(String, String?)])
  func missing(address: String, help: String?) {
    let result = resolved(address)
    #expect(result.target == .missing(address))
    #expect(result.findings.map(\.id.name) == ["link-missing-page"])
    #expect(result.findings.first?.help == help)
  }

  @Test func aFileThatIsNoPageIsNamed() {
    let result = resolved("./_part.md", world: MemoryWorld(["docs/guides/_part.md": "x"]))
    #expect(result.target == .missing("./_part.md"))
    #expect(result.findings.first?.notes == ["the file `docs/guides/_part.md` is there, but it is no page of the book"])
  }

  @Test func filesAreCarriedAlong() {
    let world = MemoryWorld(["docs/guides/a.zip": "zip", "static/f.pdf": "pdf"])
    #expect(resolved("./a.zip", world: world).target == .asset(AssetID(0)))
    #expect(resolved("/f.pdf", world: world).target == .asset(AssetID(0)))
    #expect(resolved("pathname:///f.pdf", world: world).target == .asset(AssetID(0)))
    let missing = resolved("./b.zip", world: world)
    #expect(missing.target == .missing("./b.zip"))
    #expect(missing.findings.map(\.id.name) == ["link-missing-file"])
    #expect(missing.findings[0].help == "did you mean `docs/guides/a.zip`?")
  }

  @Test(arguments: ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "file:///etc/passwd"])
  func unsafe(address: String) {
    let result = resolved(address)
    #expect(result.target == .missing(address))
    #expect(result.findings.map(\.id.name) == ["link-unsafe"])
  }

  @Test func linksOfPartialsAreRelativeToThePartial() {
    var written = book([("docs/a.md", [paragraph(link("./b.md"))]), ("docs/parts/b.md", [])])
    let other = SourceRange(file: FileID(2), start: 0, end: 1)
    written.chapters[0].blocks = [
      Block(.paragraph([Inline(.link(Link(target: .written("./b.md"), content: [])), at: other)]), at: other)
    ]
    var sources = files(of: written)
    sources.add(path: "docs/parts/_p.md", bytes: [])
    var findings = Findings()
    let result = resolve(written, world: MemoryWorld([:]), files: sources, findings: &findings)
    #expect(result.book.chapters[0].blocks.dump() == "paragraph link(chapter 1)[]\n")
  }

  @Test func workersDoNotChangeTheResult() {
    let pages = (0..<20).map { index in
      (
        path: "docs/p\(index).md",
        blocks: [paragraph(link("./p\((index * 7) % 23).md")), paragraph(image("x\(index % 3).png"))]
      )
    }
    let world = MemoryWorld(bytes: ["docs/x0.png": PNG.bytes(1, 1), "docs/x1.png": PNG.bytes(2, 2)])
    func result(workers: Int) -> (String, [Diagnostic]) {
      var findings = Findings()
      let written = book(pages)
      let ready = number(lower(written, workers: workers, findings: &findings), workers: workers, findings: &findings)
      let result = resolve(ready, world: world, files: SourceFiles(), workers: workers, findings: &findings)
      return (result.book.dump(), findings.diagnostics)
    }
    #expect(result(workers: 1) == result(workers: 4))
  }
}

struct TranslationTests {
  @Test func pagesAndPicturesOfEitherFolderAreFound() {
    let localized = "i18n/fr/docusaurus-plugin-content-docs/current"
    var written = book([
      ("docs/a.md", [paragraph(link("./b.md"))]),
      ("\(localized)/b.md", [paragraph(link("./a.md")), paragraph(image("x.png"))]),
    ])
    written.site.docs[0].localizedFolder = localized
    var findings = Findings()
    let world = MemoryWorld(bytes: ["docs/x.png": PNG.bytes(1, 1)])
    let result = resolve(written, world: world, files: SourceFiles(), findings: &findings)
    #expect(result.book.chapters[0].blocks.dump() == "paragraph link(chapter 1)[\"text\"]\n")
    #expect(
      result.book.chapters[1].blocks.dump()
        == "paragraph link(chapter 0)[\"text\"]\nparagraph image(asset 0)[\"alt\"]\n")
    #expect(findings.isEmpty)
  }
}
