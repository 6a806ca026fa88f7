import BookModel
import Testing

@testable import Artwork

@Suite struct CoverTests {
  static let titles = [
    "Go", "The Large Language Model Engineering Handbook", String(repeating: "A long title about things ", count: 8),
    String(repeating: "Donaudampfschiff", count: 4), "docs.example.org/handbook_of_everything/that-we-know/and/more",
    "Φιλοσοφία и Программирование", "分布式系统工程手册", String(repeating: "分布式系统工程手册", count: 60), "דעת ידע",
    String(repeating: "M", count: 5000), "", " \u{202E}\n ", "🙂", "\u{FDFD}", "e\u{301}\u{301}\u{301}", "f\u{0}o\u{7}o",
  ]

  @Test(arguments: titles)
  func keepsItsMarginsAndItsOrnament(title: String) throws {
    let request = CoverRequest(
      title: title, subtitle: title, authors: [title, title], publisher: title, version: "1", seed: "one")
    let canvas = try CoverPage(request).paint().canvas
    let bare = try CoverPage(CoverRequest(title: "", seed: "one")).paint().canvas
    let margin = Int(CoverPage.margin) - 12
    let rows = (0..<CoverPage.ornamentTop).map { $0 * CoverPage.width }
    let strayed = rows.first { start in
      let (left, right) = (start..<start + margin, start + CoverPage.width - margin..<start + CoverPage.width)
      return canvas.tones[left] != bare.tones[left] || canvas.tones[right] != bare.tones[right]
    }
    #expect(strayed == nil)
    let ornament = CoverPage.ornamentTop * CoverPage.width
    #expect(canvas.tones[ornament...] == bare.tones[ornament...])
  }

  /// A title of two hundred letters with a subtitle and authors of one line and of several.
  @Test(arguments: [1, 9])
  func keepsTextsApart(length: Int) throws {
    let request = CoverRequest(
      title: String(repeating: "A long title about things ", count: 8),
      subtitle: String(repeating: "Subtitle ", count: length), authors: Array(repeating: "Ada Lovelace", count: length))
    let canvas = try CoverPage(request).paint().canvas
    let ends = (236..<1300).filter { row in
      let isInked = { (row: Int) in
        canvas.tones[row * CoverPage.width..<(row + 1) * CoverPage.width].contains { $0 != CoverTone.ground }
      }
      // Lines of one text are nearer to each other.
      return isInked(row) && !(row + 1...row + 60).contains(where: isInked)
    }
    try #require(ends.count == 3)
    // Beside a short subtitle the title takes most of the height.
    #expect(ends[0] > (length == 1 ? 700 : 500))
  }

  static let chinese = CoverRequest(title: "分布式系统工程手册", authors: ["Ada Lovelace"], language: "zh")

  @Test(.enabled(if: (try? drawCover(chinese))?.missingLetters == 0, "skipped: Pango or a Chinese font is missing"))
  func setsChineseInTheFontsOfTheMachine() throws {
    let setting = try Lettering(language: "zh").set(CoverTests.chinese.title, in: LetteringTests.style)
    let box = try #require(Box(of: setting.shape, width: 5000, height: 5000))
    #expect(box.height > 150)
    #expect(setting.missingLetters == 0)
  }

  @Test(arguments: CoverStyle.Design.allCases, [titles[1], titles[3], titles[9], ""])
  func keepsTextsOffTheOrnamentInEveryDesign(design: CoverStyle.Design, title: String) throws {
    let style = CoverStyle(design: design)
    let request = CoverRequest(title: title, subtitle: title, authors: [title], seed: "one", style: style)
    let painting = try CoverPage(request).paint()
    let bare = try CoverPage(CoverRequest(title: "", seed: "one", style: style)).paint().canvas
    // Letters change the ground and nothing else.
    let ground = painting.drawing.ground
    let strayed = zip(painting.canvas.tones, bare.tones).contains { $0 != $1 && $1 != ground }
    #expect(!strayed)
  }

  @Test func isTheSameInPixelsAndInPaths() throws {
    let cover = try drawCover(CoverRequest(title: "Paths", style: CoverStyle(design: .arcs, palette: "plum")))
    let svg = String(decoding: cover.svg, as: UTF8.self)
    let palette = try #require(CoverPalette(CoverStyle(palette: "plum")))
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"2560\""))
    #expect(svg.contains("fill=\"\(palette.hex(at: CoverTone.ground))\"/>"))
    #expect(svg.contains("<path fill=\"\(palette.hex(at: CoverTone.letters))\" d=\"M"))
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }

  @Test func takesTheDesignAndTheColoursOfATheme() throws {
    func painting(_ style: CoverStyle) throws -> CoverPainting {
      try CoverPage(CoverRequest(title: "Theme", style: style)).paint()
    }
    let ramp = [0x000000, 0x101010, 0x444444, 0x999999, 0xFFFFFF].map { Theme.Color($0) }
    #expect(try painting(CoverStyle(design: .band, palette: "brick")).palette.name == "brick")
    #expect(try painting(CoverStyle(colors: ramp)).palette.stops == [0x000000, 0x101010, 0x444444, 0x999999, 0xFFFFFF])
    #expect(try painting(CoverStyle(design: .band)).drawing.ground == CoverTone.letters)
    let designs = try (0..<40).map { try CoverPage(CoverRequest(title: "T\($0)", style: CoverStyle())).design }
    #expect(Set(designs) == Set(CoverStyle.Design.allCases))
  }

  @Test func isTheSamePictureEveryTime() throws {
    let request = CoverRequest(title: "Docker Handbook", authors: ["Ada Lovelace"])
    #expect(try drawCover(request) == drawCover(request))
  }

  @Test func keepsItsFaceWhenOnlyTheVersionChanges() throws {
    let first = try CoverPage(CoverRequest(title: "Docker Handbook", version: "1")).paint()
    let second = try CoverPage(CoverRequest(title: "Docker Handbook", version: "2")).paint()
    let ornament = CoverPage.ornamentTop * CoverPage.width
    #expect(first.palette.name == second.palette.name)
    #expect(first.canvas.tones[ornament...] == second.canvas.tones[ornament...])
    #expect(first.canvas.tones != second.canvas.tones)
  }

  @Test func isAPNGOfTheSizeThatStoresAskFor() throws {
    let cover = try drawCover(
      CoverRequest(title: "Rust", subtitle: "S", authors: ["A", "B"], publisher: "P", version: "2"))
    let header = try #require(ImageHeader(bytes: cover.png))
    #expect(header.mediaType == "image/png")
    #expect(header.size == PixelSize(width: 1600, height: 2560))
    #expect(cover.size == header.size)
    #expect(cover.png.count < 150_000)
    #expect(cover.description == "Rust – S – A, B – P · 2")
    #expect(cover.missingLetters == 0)
  }

  @Test func namesAuthorsBeforeOtherContributors() {
    var metadata = Metadata(title: "T")
    metadata.authors = [Contributor(name: "E", role: "edt"), Contributor(name: "A")]
    #expect(CoverRequest(metadata).authors == ["A"])
    metadata.authors.removeLast()
    #expect(CoverRequest(metadata).authors == ["E"])
  }

  /// Every colour and every ornament comes up for some title.
  @Test func hasManyFaces() {
    var palettes: Set<Int> = []
    var patterns: Set<Int> = []
    for index in 0..<100 {
      var numbers = SplitMix64(seed: "Handbook \(index)")
      palettes.insert(numbers.number(below: CoverPalette.all.count))
      patterns.insert(numbers.number(below: CoverPattern.allCases.count))
    }
    #expect(palettes.count == CoverPalette.all.count)
    #expect(patterns.count == CoverPattern.allCases.count)
  }

  /// WCAG 2.2, 1.4.3: 4.5 to 1 for letters of any size.
  @Test(arguments: CoverPalette.all)
  func hasContrast(palette: CoverPalette) {
    let ground = luminance(palette.color(at: CoverTone.ground))
    for tone in [CoverTone.letters, CoverTone.quietLetters] {
      #expect((luminance(palette.color(at: tone)) + 0.05) / (ground + 0.05) >= 7, "\(palette.name), tone \(tone)")
    }
  }

  private func luminance(_ color: IndexedPNG.Color) -> Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// To the power of 2.4, as x² times the fifth root of x², which Newton's method finds.
  private func power(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root) }
    return x * x * root
  }
}
