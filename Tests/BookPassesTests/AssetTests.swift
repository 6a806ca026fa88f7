import BookModel
import SourceText
import TestSupport
import Testing

@testable import BookPasses

/// The head of a PNG, which is all that the passes look at.
enum PNG {
  static func bytes(_ width: UInt8, _ height: UInt8) -> [UInt8] {
    [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, width, 0, 0, 0,
      height,
    ]
  }
}

struct AssetTests {
  private static let world = MemoryWorld(bytes: [
    "docs/a.png": PNG.bytes(3, 4), "static/img/b.png": PNG.bytes(5, 6), "docs/same.png": PNG.bytes(3, 4),
    "docs/sub/my pic.png": PNG.bytes(7, 8), "docs/c.bmp": Array("BM\0\0\0\0\0\0\0\0".utf8), "docs/d.png": [1, 2, 3],
    "docs/ok.svg": Array("<svg xmlns='x'><use href='#a'/><rect style='fill:url(#g)'/></svg>".utf8),
    "docs/bad.svg": Array("<svg xmlns='x' onload='x()'/>".utf8),
  ])

  private func resolved(
    _ addresses: String..., fetched: [String: [UInt8]] = [:], world: any World = AssetTests.world
  ) -> (sources: [Image.Source], assets: [Asset], findings: [Diagnostic]) {
    let written = book([("docs/page.md", addresses.map { paragraph(text("x "), image($0)) })])
    var findings = Findings()
    let result = resolve(written, world: world, files: SourceFiles(), fetched: fetched, findings: &findings)
    var sources: [Image.Source] = []
    result.book.chapters[0].blocks.walkInlines { if case .image(let image) = $0.kind { sources.append(image.source) } }
    return (sources, result.book.assets, findings.diagnostics)
  }

  @Test(arguments: [
    ("a.png", "docs/a.png"), ("./a.png?x#y", "docs/a.png"), ("/img/b.png", "static/img/b.png"),
    ("/site/img/b.png", "static/img/b.png"), ("@site/static/img/b.png", "static/img/b.png"),
    ("pathname:///img/b.png", "static/img/b.png"), ("sub/my%20pic.png", "docs/sub/my pic.png"),
    ("sub\\my pic.png", "docs/sub/my pic.png"), ("https://example.org/site/img/b.png", "static/img/b.png"),
    ("../static/img/b.png", "static/img/b.png"), ("ok.svg", "docs/ok.svg"),
  ])
  func found(address: String, path: String) {
    let result = resolved(address)
    #expect(result.sources == [.asset(AssetID(0))])
    #expect(result.assets.map(\.path) == [path])
    #expect(result.findings.isEmpty)
  }

  @Test func sizeAndTypeComeFromTheContent() {
    let asset = resolved("a.png").assets[0]
    #expect(asset.mediaType == "image/png")
    #expect(asset.size == PixelSize(width: 3, height: 4))
  }

  @Test func equalFilesAreOne() {
    let result = resolved("a.png", "same.png", "a.png", "/img/b.png")
    #expect(result.sources == [0, 0, 0, 1].map { .asset(AssetID($0)) })
    #expect(result.assets.map(\.path) == ["docs/a.png", "static/img/b.png"])
  }

  @Test(
    arguments: [
      ("b.png", "image-missing", "did you mean `docs/a.png`?"), ("c.bmp", "image-format", nil),
      ("d.png", "image-format", nil),
      ("bad.svg", "image-unsafe", nil), ("../../x.png", "path-outside", nil),
      ("data:image/png;base64,*", "image-missing", nil),
    ] as [(String, String, String?)])
  func refused(address: String, id: String, help: String?) {
    let result = resolved(address)
    #expect(result.sources == [.missing(address)])
    #expect(result.assets.isEmpty)
    #expect(result.findings.map(\.id.name) == [id])
    if let help { #expect(result.findings[0].help == help) }
  }

  @Test func capitalsAreReported() {
    let result = resolved("A.PNG")
    #expect(result.assets.map(\.path) == ["docs/a.png"])
    #expect(result.findings.map(\.id.name) == ["link-case"])
  }

  @Test func remoteImagesStayLinksUnlessFetched() {
    let address = "https://x.org/p/i.png"
    #expect(resolved(address).sources == [.remote(address)])
    #expect(resolved(address).findings.map(\.id.name) == ["image-remote"])
    let fetched = resolved(address, fetched: [address: PNG.bytes(1, 1)])
    #expect(fetched.sources == [.asset(AssetID(0))])
    #expect(fetched.assets.map(\.path) == ["remote/x.org/p/i.png"])
    let written = book([("docs/page.md", [paragraph(text("x"), image(address)), paragraph(image(address))])])
    #expect(remoteImages(in: written) == [address])
  }

  /// A world whose one file is a symbolic link out of the root.
  private struct LeadingOut: World {
    func read(_ path: String) throws(WorldError) -> [UInt8] { throw .outside(path) }
    func kind(of path: String) -> EntryKind? { nil }
    func list(_ folder: String) throws(WorldError) -> [Entry] { [] }
  }

  @Test func symbolicLinksOutOfTheRootAreNotFollowed() {
    let result = resolved("a.png", world: LeadingOut())
    #expect(result.sources == [.missing("a.png")])
    #expect(result.findings.map(\.id.name) == ["path-outside"])
  }

  @Test func picturesInTheirAddress() {
    let png = resolved("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAMAAAAE")
    #expect(png.assets.map(\.bytes) == [PNG.bytes(3, 4)])
    #expect(png.findings.isEmpty)
    let svg = resolved("data:image/svg+xml;utf8,%3Csvg xmlns='http://www.w3.org/2000/svg' width='2' height='3'/>")
    #expect(svg.assets.map(\.mediaType) == ["image/svg+xml"])
    #expect(resolved("data:image/svg+xml,<svg onload='x'/>").findings.map(\.id.name) == ["image-unsafe"])
  }

  @Test func figuresAreSeenToo() {
    let written = book([("docs/page.md", [paragraph(image("a.png"))])])
    var findings = Findings()
    let ready = lower(written, findings: &findings)
    let result = resolve(ready, world: AssetTests.world, files: SourceFiles(), findings: &findings)
    #expect(result.book.chapters[0].blocks.dump() == "figure image(asset 0)[\"alt\"]\n")
  }
}

struct SVGDangerTests {
  @Test(arguments: [
    "<svg><script>x</script></svg>", "<svg><rect onclick='x'/></svg>", "<svg><foreignObject/></svg>",
    "<svg><image href='http://x/y.png'/></svg>", "<svg><image xlink:href='file:///etc/passwd'/></svg>",
    "<svg><a href='java&#115;cript:x'/></svg>", "<svg><style>@import 'x'</style></svg>",
    "<svg><rect fill=\"url('http://x')\"/></svg>", "<?xml-stylesheet href='x'?><svg/>",
    "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg/>", "<svg><svg:script/></svg>",
    "<svg><!-- --><SCRIPT/></svg>", "<svg><set attributeName='href' onbegin='x'/></svg>",
  ])
  func refused(svg: String) {
    #expect(SVGDangers.first(in: Array(svg.utf8)) != nil)
  }

  @Test(arguments: [
    "<svg><a href='https://x.org'><text>one</text></a></svg>", "<svg><use xlink:href=\"#a\"/></svg>",
    "<svg><image href='data:image/png;base64,AA'/></svg>", "<svg><style>.a{fill:url(#g)}</style></svg>",
    "<svg><!-- <script> --><text>script on</text></svg>", "<svg><rect font-size='1' fill='url(\"#a\")'/></svg>",
  ])
  func allowed(svg: String) {
    #expect(SVGDangers.first(in: Array(svg.utf8)) == nil)
  }
}
