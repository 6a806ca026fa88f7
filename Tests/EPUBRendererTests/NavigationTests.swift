import BookModel
import Testing

@Suite("Navigation of the EPUB")
struct NavigationTests {
  private func book(_ outline: [OutlineNode], chapters: Int) -> Book {
    var book = Make.book((0..<chapters).map { Make.chapter($0, "C\($0)", blocks: [Make.paragraph("x")]) })
    book.outline = outline
    return book
  }

  private func spine(_ book: Book) -> [String] {
    (book.rendered()["EPUB/package.opf"] ?? "").split(separator: "<itemref idref=\"").dropFirst(4).compactMap {
      $0.split(separator: "\"").first.map(String.init)
    }
  }

  @Test("A part without a page gets one, a part with a page does not")
  func parts() {
    let book = book(
      [
        .division(Division(role: .part, label: "One", children: [.chapter(ChapterID(0))])),
        .division(Division(role: .part, label: "Two", opening: ChapterID(1), children: [.chapter(ChapterID(2))])),
      ], chapters: 3)
    #expect(spine(book) == ["p001-one", "c001-c0", "c002-c1", "c003-c2"])
    let files = book.rendered()
    #expect(
      files["EPUB/p001-one.xhtml"]?.contains(
        "<p class=\"kicker\">Part 1</p>\n<h1>One</h1>\n<ul class=\"toc\">\n<li><a href=\"c001-c0.xhtml\">C0</a></li>")
        == true)
    #expect(files["EPUB/c002-c1.xhtml"]?.contains("epub:type=\"part\" role=\"doc-part\"") == true)
    #expect(files["EPUB/nav.xhtml"]?.contains("<li><a href=\"c002-c1.xhtml\">Two</a><ol>") == true)
  }

  @Test("Over a title stands the part and the sections it belongs to, over a part its number where it has none itself")
  func kickers() {
    let inner = Division(role: .section, label: "Inner", children: [.chapter(ChapterID(0))])
    let book = book(
      [
        .division(Division(role: .part, label: "One", children: [.division(inner)])),
        .division(Division(role: .part, label: "Two", opening: ChapterID(1), children: [.chapter(ChapterID(2))])),
        .division(Division(role: .part, label: "3. Three", children: [.chapter(ChapterID(3))])), .chapter(ChapterID(4)),
      ], chapters: 5)
    let files = book.rendered()
    let kickers = ["c001-c0", "c002-c1", "c003-c2", "c004-c3", "c005-c4", "p002-3-three"].map { name in
      files["EPUB/\(name).xhtml"]?.firstMatch(of: #/<p class="kicker">(.*?)<\/p>/#).map { String($0.1) }
    }
    #expect(kickers == ["One · Inner", "Part 2", "Two", "3. Three", nil, nil])
    #expect(files["EPUB/p002-3-three.xhtml"] != nil)
  }

  @Test("A section without a page is a heading in the contents, and leads to its first page in the NCX")
  func sections() {
    let inner = Division(role: .section, label: "Inner", children: [.chapter(ChapterID(0))])
    let files = book([.division(Division(role: .part, label: "P", children: [.division(inner)]))], chapters: 1)
      .rendered()
    #expect(
      files["EPUB/nav.xhtml"]?.contains("<li><span>Inner</span><ol>\n<li><a href=\"c001-c0.xhtml\">C0</a></li>") == true
    )
    #expect(
      files["EPUB/toc.ncx"]?.contains(
        "<navPoint id=\"point-2\" playOrder=\"2\"><navLabel><text>Inner</text></navLabel><content src=\"c001-c0.xhtml\"/>"
      ) == true)
    #expect(files["EPUB/toc.ncx"]?.contains("<navPoint id=\"point-3\" playOrder=\"2\">") == true)
    #expect(files["EPUB/toc.ncx"]?.contains("<meta name=\"dtb:depth\" content=\"3\"/>") == true)
  }

  @Test("A division with nothing in it is left out, a chapter named twice stands once, one not named stands last")
  func oddities() {
    let book = book(
      [
        .division(Division(role: .part, label: "Empty", children: [])), .chapter(ChapterID(1)), .chapter(ChapterID(1)),
      ], chapters: 2)
    #expect(book.rendered()["EPUB/nav.xhtml"]?.contains("Empty") == false)
    #expect(
      (book.rendered()["EPUB/package.opf"] ?? "").contains(
        "<itemref idref=\"c002-c1\"/>\n<itemref idref=\"c001-c0\"/>\n</spine>"))
  }

  @Test("Pages of the appendix are back matter")
  func appendix() {
    let files = book(
      [.division(Division(role: .appendix, label: "Other", children: [.chapter(ChapterID(0))]))], chapters: 1
    )
    .rendered()
    #expect(
      files["EPUB/c001-c0.xhtml"]?.contains(
        "<body epub:type=\"backmatter\"><main>\n<section epub:type=\"appendix\" role=\"doc-appendix\"") == true)
  }

  @Test("Landmarks: without a cover only contents and the start of the text, the guide the same")
  func landmarks() {
    let files = book([.chapter(ChapterID(0))], chapters: 1).rendered()
    let navigation = files["EPUB/nav.xhtml"] ?? ""
    #expect(
      navigation.contains(
        "<ol>\n<li><a epub:type=\"toc\" href=\"contents.xhtml\">Contents</a></li>\n<li><a epub:type=\"bodymatter\" href=\"c001-c0.xhtml\">"
      ))
    #expect(
      files["EPUB/package.opf"]?.contains(
        "<guide>\n<reference type=\"toc\" title=\"Contents\" href=\"contents.xhtml\"/>\n<reference type=\"text\"")
        == true)
  }

  @Test("A language written from right to left turns the pages that way, and its code does not")
  func rightToLeft() {
    let book = Make.book(
      [Make.chapter(0, "C0", blocks: [Make.block(.code(CodeBlock(language: nil, text: "x")))])], language: "ar")
    let files = book.rendered()
    #expect(files["EPUB/package.opf"]?.contains("<spine toc=\"ncx\" page-progression-direction=\"rtl\">") == true)
    #expect(files["EPUB/c001-c0.xhtml"]?.contains("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">") == true)
    #expect(files["EPUB/c001-c0.xhtml"]?.contains("aria-label=\"شيفرة 1\" dir=\"ltr\">") == true)
  }
}
