import BookModel
import Testing

@Suite("Elements of HTML in the EPUB")
struct ElementTests {
  private func inline(_ name: String, _ attributes: [ElementAttribute] = [], _ content: [Inline] = []) -> Inline {
    Make.inline(.element(Element(name: name, attributes: attributes, content: content)))
  }

  @Test("An element is written as it is, its language in both forms")
  func plain() {
    let span = inline("span", [ElementAttribute(name: "lang", value: "de")], [Make.text("Wort")])
    #expect(
      Make.book([Make.paragraph(span, inline("br"))]).content()
        == "<p><span lang=\"de\" xml:lang=\"de\">Wort</span><br/></p>\n")
  }

  @Test("An id stands once in a document")
  func ids() {
    let place = inline("span", [ElementAttribute(name: "id", value: "x")])
    #expect(Make.book([Make.paragraph(place, place)]).content() == "<p><span id=\"x\"></span><span></span></p>\n")
  }

  @Test("A place to link to stays one inside a link")
  func placeInLink() {
    let place = inline(
      "a", [ElementAttribute(name: "id", value: "x"), ElementAttribute(name: "href", value: "https://a.b")])
    let link = Make.inline(.link(Link(target: .external("https://example.org"), content: [place])))
    #expect(
      Make.book([Make.paragraph(link, place)]).content()
        == "<p><a href=\"https://example.org\"><span id=\"x\"></span></a><a href=\"https://a.b\"></a></p>\n")
  }

  @Test("Blocks in an element for running text make a div of it")
  func blocksInText() {
    let element = Element(
      name: "p", attributes: [ElementAttribute(name: "class", value: "x")], content: [Make.paragraph("a")])
    #expect(Make.book([Make.block(.element(element))]).content() == "<div class=\"x\"><p>a</p>\n</div>\n")
    let text = Element(name: "p", content: [Make.block(.plain([Make.text("a")]))])
    #expect(Make.book([Make.block(.element(text))]).content() == "<p>a\n</p>\n")
  }

  @Test("A block element in running text makes a div of the paragraph, deeper down a span of itself")
  func blockInParagraph() {
    let div = inline("div", [], [Make.text("a")])
    #expect(Make.book([Make.paragraph(div)]).content() == "<div class=\"paragraph\"><div>a</div></div>\n")
    #expect(
      Make.book([Make.paragraph(Make.inline(.strong([div])))]).content() == "<p><strong><span>a</span></strong></p>\n")
  }

  @Test("A name that is none is left out, its content is not")
  func names() {
    #expect(Make.book([Make.paragraph(inline("a b", [], [Make.text("x")]))]).content() == "<p>x</p>\n")
  }

  @Test("SVG and MathML get their namespace, and the manifest names them")
  func foreign() {
    let book = Make.book([Make.paragraph(inline("svg"), inline("math"))])
    #expect(
      book.content().contains(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg><math xmlns=\"http://www.w3.org/1998/Math/MathML\">"))
    #expect(
      book.rendered()["EPUB/package.opf"]?.contains(
        "id=\"c001-page\" href=\"c001-page.xhtml\" media-type=\"application/xhtml+xml\" properties=\"mathml svg\"/>")
        == true)
  }
}
