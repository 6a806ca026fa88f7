extension Divergence {
  /// Where `cmark-gfm` reads running text otherwise than CommonMark has it.
  static let ofInlines = [
    Divergence(
      name: "backticks-forgotten",
      reason: "a run closes at the next of its length (§6.1); cmark-gfm forgets some that it has seen",
      example: FuzzDocument("``a` `b`*`c`", mode: .commonMark),
      isTriggered: { hasForgottenBackticks($0.markdown) }, level: nil),
    Divergence(
      name: "openers-ruled-out",
      reason: """
        openers that one closer could not have may suit another that cannot open (§6.2, rules 9 and 10); cmark-gfm \
        rules them out for both
        """,
      example: FuzzDocument("**a*b*]*", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/\*\*|__|~~/) }, level: Levels.emphasis),
    Divergence(
      name: "titles-given-back",
      reason: "a title that text follows on its line is no title (§4.7); cmark-gfm keeps it all the same",
      example: FuzzDocument("[a]: /b\n\"c\" [a]", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/\]:\s*\S+\s+["'(]/) },
      level: { $0.replacing(/\ title="[^"]*"/, with: "") }),
    Divergence(
      name: "unclosed-titles",
      reason: "a title that does not end is no title (§4.7); cmark-gfm takes the quote before a backslash for its end",
      example: FuzzDocument("[a]: /b \"\\\"", mode: .commonMark),
      isTriggered: {
        $0.markdown.contains(#/\]:\s*\S+\s+("(\\.|[^"\\])*|'(\\.|[^'\\])*|\((\\.|[^)\\])*)\s*(\R\s*\R|$)/#)
      },
      level: nil),
    Divergence(
      name: "unbalanced-destinations",
      reason: "the parentheses of a destination are balanced (§6.3); cmark-gfm lets the last of it be",
      example: FuzzDocument("[a]: (\n\n[a]", mode: .commonMark),
      isTriggered: { hasUnbalancedDestination($0.markdown) }, level: nil),
    Divergence(
      name: "broken-angle-brackets",
      reason: "a destination in angle brackets holds no line ending (§6.3), not even behind a backslash",
      example: FuzzDocument("[a](<b\\\nc>)", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/(\]\(|\]:)\s*<[^>]*\\\R/) }, level: nil),
    Divergence(
      name: "spaces-in-angle-brackets",
      reason: "a destination in angle brackets keeps its spaces (§6.3); cmark-gfm trims them",
      example: FuzzDocument("[a](< b >)", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/(\]:|\]\()\s*<(\s|[^<>]*\s>)/) }, level: Levels.links),
    Divergence(
      name: "escapes-before-references",
      reason: "a backslash before an ampersand keeps it from being a reference (§2.4), in info strings too",
      example: FuzzDocument("```\\&copy;", mode: .commonMark),
      isTriggered: { $0.markdown.contains("\\&") }, level: nil),
    Divergence(
      name: "instructions",
      reason: "a processing instruction may hold question marks (§6.6); cmark-gfm refuses some",
      example: FuzzDocument("a <???>", mode: .commonMark),
      isTriggered: { $0.markdown.contains("<?") }, level: Levels.inlines),
    Divergence(
      name: "carriage-returns",
      reason: "text of ours holds line feeds only; a reference to U+000D is one as well",
      example: FuzzDocument("&#13;", mode: .commonMark),
      isTriggered: { $0.markdown.contains(/&#(0*13|[xX]0*[dD]);/) },
      level: { $0.replacing("\r", with: "\n") }),
  ]

  /// Whether a run of backticks is followed by three of another length.
  private static func hasForgottenBackticks(_ markdown: String) -> Bool {
    let lengths = markdown.matches(of: /`+/).map { $0.output.count }
    return lengths.indices.contains { index in
      let later = lengths[(index + 1)...].filter { $0 != lengths[index] }
      return later.contains { length in later.count { $0 == length } > 2 }
    }
  }

  /// Whether a destination has more opening parentheses than closing ones.
  private static func hasUnbalancedDestination(_ markdown: String) -> Bool {
    markdown.matches(of: /\](:\s*|\(\s*)([^\s<]\S*)/).contains { match in
      var depth = 0
      for character in match.output.2.replacing(/\\[()]/, with: "") {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        if depth < 0 { return false }
      }
      return depth > 0
    }
  }
}
