import Testing

@testable import BookPasses

/// Examples of github-slugger's own documentation and tests, and of `dialect`.
struct SluggerTests {
  @Test(arguments: [
    ("Foo Bar", "foo-bar"), ("foo", "foo"), ("Hello, World!", "hello-world"), ("a  b", "a--b"),
    ("heading with a - dash", "heading-with-a---dash"),
    ("heading with an _ underscore", "heading-with-an-_-underscore"),
    ("heading with a period.txt", "heading-with-a-periodtxt"),
    (
      "exchange.bind_headers(exchange, routing)",
      "exchangebind_headersexchange-routing"
    ),
    (" ", "-"), ("I ♥ unicode", "i--unicode"), ("Привет", "привет"), ("Профили пользователей", "профили-пользователей"),
    ("Привет non-latin 你好", "привет-non-latin-你好"), ("😄 emoji", "-emoji"), ("ÀÉ", "àé"), ("²³½", ""), ("Ⅳ Ⓐ", "ⅳ-ⓐ"),
    ("a\u{00A0}b", "ab"), ("a\tb", "ab"), ("e\u{0301}", "e\u{0301}"), ("ΟΔΟΣ ΣΟΦΟΣ", "οδος-σοφος"), ("İ", "i\u{307}"),
    ("x\u{200D}y", "xy"), ("१२", "१२"), ("a‿b", "a‿b"), ("中文标题（一）", "中文标题一"),
  ])
  func slugs(text: String, slug: String) {
    #expect(Slugger.slug(text, keepingCase: false) == slug)
  }

  @Test func lettersYoungerThanUnicode13AreNotKept() {
    // U+10570 VITHKUQI CAPITAL LETTER A came with Unicode 14, which the package's table does not know.
    #expect(Slugger.slug("a\u{10570}b", keepingCase: true) == "ab")
  }

  @Test func caseIsKeptOnRequest() {
    #expect(Slugger.slug("Foo Bar", keepingCase: true) == "Foo-Bar")
  }

  @Test func repeatsAreNumbered() {
    var slugger = Slugger()
    let slugs = ["foo", "foo", "foo 1", "foo-1", "foo", "constructor", "toString"].map {
      slugger.slug($0, keepingCase: false)
    }
    #expect(slugs == ["foo", "foo-1", "foo-1-1", "foo-1-2", "foo-2", "constructor", "tostring"])
  }
}
