import Testing

@testable import EPUBRenderer

@Suite("Addresses outside the book")
struct WebAddressTests {
  @Test(
    "A valid address stays as it is",
    arguments: [
      "https://example.org", "https://example.org/a/b?c=d&e=f#g", "http://user@example.org:8080/%20",
      "mailto:a@example.org",
      "tel:+49123", "https://[::1]/x", "https://en.wikipedia.org/wiki/Swift_(language)", "http://localhost:3000",
      "https://example.org./x", "urn:isbn:9783161484100",
    ])
  func valid(address: String) {
    #expect(WebAddress(address)?.text == address)
  }

  @Test(
    "What may not stand in an address is encoded",
    arguments: [
      ("https://example.org/a b", "https://example.org/a%20b"),
      ("https://example.org/a|b[c]{d}\"<>^`", "https://example.org/a%7Cb%5Bc%5D%7Bd%7D%22%3C%3E%5E%60"),
      ("https://example.org/100%/%zz/%41", "https://example.org/100%25/%25zz/%41"),
      ("https://example.org/ä?ö#ü", "https://example.org/%C3%A4?%C3%B6#%C3%BC"),
      ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
      ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
      ("//example.org/x", "https://example.org/x"), ("https:\\\\example.org\\x", "https://example.org/x"),
      ("  https://example.org\n", "https://example.org"), ("https://example.org:/x", "https://example.org/x"),
      ("https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
      ("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"), ("mailto:a b@example.org", "mailto:a%20b@example.org"),
    ])
  func encoded(written: String, address: String) {
    #expect(WebAddress(written)?.text == address)
  }

  @Test(
    "What cannot be made valid is none",
    arguments: [
      "", "page", "/page", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "https:///",
      "https://exa mple.org", "https://example.org:99999", "https://a..b", "https://[x]/", "https://<host>/x",
      "vscode://file", "mailto:", "https://:80/", "https://%65xample.org",
    ])
  func invalid(address: String) {
    #expect(WebAddress(address) == nil)
  }
}
