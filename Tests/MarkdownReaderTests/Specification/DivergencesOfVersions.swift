extension Divergence {
  /// What CommonMark changed between 0.29, which `cmark-gfm` reads, and 0.31.2.
  static let ofVersions = [
    Divergence(
      name: "comments",
      reason: "<!--> and <!---> are whole comments, and hyphens may stand inside of others, since 0.31 (§6.6)",
      example: FuzzDocument("a <!-- b -- c -->", mode: .commonMark),
      isTriggered: { $0.markdown.contains("<!--") }, level: Levels.inlines),
    Divergence(
      name: "declarations",
      reason: "a declaration may hold a name alone since 0.30 (§6.6)",
      example: FuzzDocument("a <!X>", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/<![A-Z]/) }, level: Levels.inlines),
    Divergence(
      name: "small-declarations",
      reason: "a declaration may begin with a small letter since 0.30 (§4.6)",
      example: FuzzDocument("<!a\n*b*", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/<![a-z]/) }, level: nil),
    Divergence(
      name: "text-areas",
      reason: "a textarea holds no Markdown since 0.30 (§4.6)",
      example: FuzzDocument("<textarea>\n\n*a*\n\n</textarea>", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/<\/?textarea/.ignoresCase()) }, level: nil),
    Divergence(
      name: "symbols",
      reason: "Unicode symbols flank as punctuation does since 0.31 (§2.1)",
      example: FuzzDocument("*€*a", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/[*_~][^\x00-\x7F]|[^\x00-\x7F][*_~]/) }, level: Levels.emphasis),
    Divergence(
      name: "numbers-of-eight-digits",
      reason: "a decimal reference has seven digits at most (§2.5); cmark-gfm takes eight",
      example: FuzzDocument("&#87654321;", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/&#[0-9]{8}/) },
      level: { $0.replacing(/&amp;#[0-9]{8};/, with: "\u{FFFD}") }),
  ]
}
