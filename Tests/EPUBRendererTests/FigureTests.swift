import BookModel
import Testing

@Suite("Figures in the EPUB")
struct FigureTests {
  @Test("A picture with its caption, its text and its size")
  func figure() {
    let image = Image(source: .asset(AssetID(0)), alternative: "A \"dot\"", title: "T", width: 40, height: 30)
    let book = Make.book(
      [Make.block(.figure(Figure(image: image, caption: [Make.text("Caption")])))], assets: [Pictures.png])
    #expect(
      book.content() == """
        <figure><img src="images/i001-dot-one.png" alt="A &quot;dot&quot;" title="T" width="40" height="30"/>
        <figcaption>Caption</figcaption></figure>

        """)
    let files = book.rendered()
    #expect(files.keys.contains("EPUB/images/i001-dot-one.png"))
    #expect(files["EPUB/package.opf"]?.contains("href=\"images/i001-dot-one.png\" media-type=\"image/png\"/>") == true)
  }

  @Test("A picture that is not in the book shows its text, else where it was to be found")
  func missing() {
    let sources: [(Image, String)] = [
      (Image(source: .missing("a.png"), alternative: "cat"), "<span class=\"missing-image\">cat</span>"),
      (Image(source: .missing("a.png"), alternative: ""), "<span class=\"missing-image\">Image: a.png</span>"),
      (Image(source: .remote("https://x.org/a b"), alternative: "cat"), "<a href=\"https://x.org/a%20b\">cat</a>"),
      (Image(source: .remote("blob:x"), alternative: "cat"), "<span class=\"missing-link\">cat</span>"),
    ]
    for (image, expected) in sources {
      #expect(Make.book([Make.paragraph(Make.inline(.image(image)))]).content() == "<p>\(expected)</p>\n")
    }
  }

  @Test("A format that readers need not show stays out of the book")
  func unsupported() {
    let image = Image(source: .asset(AssetID(0)), alternative: "cat")
    let book = Make.book([Make.paragraph(Make.inline(.image(image)))], assets: [Pictures.avif])
    #expect(book.content() == "<p><span class=\"missing-image\">cat</span></p>\n")
    #expect(!book.rendered().keys.contains { $0.contains("images/") })
  }

  @Test("What no page shows is not carried along, and what two show is carried once")
  func use() {
    let image = Make.inline(.image(Image(source: .asset(AssetID(1)), alternative: "x")))
    let book = Make.book([Make.paragraph(image), Make.paragraph(image)], assets: [Pictures.png, Pictures.svg])
    #expect(book.rendered().keys.filter { $0.contains("images/") } == ["EPUB/images/i001-plan.svg"])
  }
}
