import BookModel
import Testing

@testable import Artwork

@Suite struct WrapCoverTests {
  /// The example of the printers' own calculator: 300 pages of white paper, 6 by 9 inches.
  @Test func measuresTheSheet() {
    let format = WrapFormat(trimWidth: 152.4, trimHeight: 228.6, pages: 300)
    #expect(format.spine == 17.16)
    #expect(format.width == 328.31)
    #expect(format.height == 234.95)
    #expect(WrapFormat(trimWidth: 152.4, trimHeight: 228.6, pages: 300, paper: .cream).spine == 19.05)
    #expect(!WrapFormat(trimWidth: 152.4, trimHeight: 228.6, pages: 60).hasSpineText)
  }

  @Test(arguments: CoverStyle.Design.allCases)
  func drawsBackSpineAndFront(design: CoverStyle.Design) throws {
    let format = WrapFormat(trimWidth: 152.4, trimHeight: 228.6, pages: 300)
    let request = CoverRequest(
      title: "Wrapped", authors: ["Ada Lovelace"], publisher: "P", style: CoverStyle(design: design, palette: "slate"))
    let cover = try drawWrapCover(request, blurb: "What it is about.", format: format)
    let svg = String(decoding: cover.svg, as: UTF8.self)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"328.31mm\" height=\"234.95mm\""))
    #expect(cover.missingLetters == 0)
    let bare = try drawWrapCover(
      CoverRequest(title: "", seed: "Wrapped", style: request.style), blurb: nil, format: format)
    // Title and authors on the front and on the spine, publisher on the back and on the front, the blurb.
    #expect(
      svg.matches(of: #/<path/#).count == String(decoding: bare.svg, as: UTF8.self).matches(of: #/<path/#).count + 7)
  }

  @Test func runsDownTheSpine() {
    var shape = Shape()
    shape.addRectangle(x: 0, y: 0, width: 40, height: 10)
    let turned = shape.turned(x: 100, y: 200)
    let box = Box(of: turned, width: 1000, height: 1000)
    #expect(box?.left == 90 && box?.top == 200 && box?.width == 10 && box?.height == 40)
  }
}
