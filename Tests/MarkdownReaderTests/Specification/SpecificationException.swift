/// An example that we read otherwise than its specification shows, and why. CommonMark has none.
struct SpecificationException: Sendable {
  let number: Int
  let reason: String
  /// What we make of it instead.
  let html: String

  /// The examples of GFM 0.29 that contradict CommonMark 0.31.2.
  static let gfm = [
    SpecificationException(
      number: 645,
      reason: "two hyphens are allowed inside of a comment since CommonMark 0.31 (§6.6)",
      html: "<p>foo <!-- not a comment -- two hyphens --></p>\n"),
    SpecificationException(
      number: 646,
      reason: "<!--> is a whole comment since CommonMark 0.31, and one may end in three hyphens (§6.6)",
      html: "<p>foo <!--> foo --&gt;</p>\n<p>foo <!-- foo---></p>\n"),
  ]

  /// The examples of CommonMark 0.31.2 that hold an address which GFM links without being told (GFM §6.9).
  static let commonMarkReadAsGFM = [
    SpecificationException(
      number: 604,
      reason: "a space ends what would be an autolink, so the address alone is one",
      html: "<p>&lt;<a href=\"https://foo.bar/baz\">https://foo.bar/baz</a> bim&gt;</p>\n"),
    SpecificationException(
      number: 608,
      reason: "an escaped character keeps the autolink from being one, but what is left is an address",
      html: "<p>&lt;<a href=\"mailto:foo+@bar.example.com\">foo+@bar.example.com</a>&gt;</p>\n"),
    SpecificationException(
      number: 610,
      reason: "an address between spaces and angle brackets is one",
      html: "<p>&lt; <a href=\"https://foo.bar\">https://foo.bar</a> &gt;</p>\n"),
    SpecificationException(
      number: 613,
      reason: "a bare address is one",
      html: "<p><a href=\"https://example.com\">https://example.com</a></p>\n"),
    SpecificationException(
      number: 614,
      reason: "a bare address of mail is one",
      html: "<p><a href=\"mailto:foo@bar.example.com\">foo@bar.example.com</a></p>\n"),
  ]
}
