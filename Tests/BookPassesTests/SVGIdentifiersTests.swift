import Testing

@testable import BookPasses

@Suite struct SVGIdentifiersTests {
  private func mended(_ svg: String) -> String? {
    SVGIdentifiers.mended(Array(svg.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aCleanDrawingIsLeftAlone() {
    #expect(mended(#"<svg id="a"><g id="b-1"/><text>id="Path 1"</text><!-- <g id="a"/> --></svg>"#) == nil)
  }

  @Test func idsBecomeNamesAndReferencesFollow() {
    #expect(
      mended(##"<svg><path id="Path 1"/><use href="#Path 1" fill="url(#Path 1)"/></svg>"##)
        == ##"<svg><path id="id-Path-1"/><use href="#id-Path-1" fill="url(#id-Path-1)"/></svg>"##)
  }

  @Test func repeatedIDsAreMadeUniqueAndTheFirstKeepsItsReferences() {
    #expect(
      mended(##"<svg><g id="a"/><g id='a'/><g id="a"/><use href="#a"/></svg>"##)
        == ##"<svg><g id="a"/><g id='id-a'/><g id="id-a-2"/><use href="#a"/></svg>"##)
  }

  @Test func punctuationBeyondASCIIIsNoNameEither() {
    #expect(mended("<svg><g id='user’s'/><g id='日本'/></svg>") == "<svg><g id='id-user-s'/><g id='日本'/></svg>")
  }

  @Test func brokenTagsEnd() {
    #expect(mended(#"<svg><g id="a b"#) != nil)
    #expect(mended("<svg><!-- <g id='a b'") == nil)
  }
}
