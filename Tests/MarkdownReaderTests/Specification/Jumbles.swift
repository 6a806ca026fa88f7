import TestSupport

/// Documents of random tokens, most of which mean something to Markdown.
enum Jumbles {
  static func document(using random: inout SplitMix64) -> [UInt8] {
    // A few tokens a document: those that meet again are those that pair.
    let chosen =
      (0..<Int.random(in: 2...12, using: &random)).map { _ in random.pick(random.isOnce(in: 40) ? rareTokens : tokens) }
      + ["a", "\n", " "]
    return (0..<Int.random(in: 1...40, using: &random)).flatMap { _ in Array(random.pick(chosen).utf8) }
  }

  /// Where we and `cmark-gfm` are known to differ, as a rule.
  private static let rareTokens = [
    "<!--", "-->", "--->", "<!X", "[ ] ", "[x] ", "- [x] ", "www.", "~", "~~~", "___", "<!x", "<textarea>", "``",
    "````",
  ]

  static let tokens =
    [
      "a", "b", "foo", "Bar", " ", "  ", "    ", "\t", "\n", "\n\n", "\n\n\n", "\r\n", "\r", "  \n", "\\\n", " \n",
      "*", "**", "***", "_", "__", "~~", "`", "```", "~~~~", "[", "]", "(", ")", "![",
      "](", "](/u", "][", "[]", "]: /u", "[a]: /u", "[a]: <b> 'c'\n", "[a]", "[a][]", "[a][b]", "![a]", "<", ">", "/>",
      "</", "<a>", "</a>", "<a href=\"", "<!-- c -->", "<?", "?>", "<![CDATA[", "]]>", "<div>",
      "</div>",
      "<div\n", "<pre>", "</pre>", "<script>", "</script>", "<p", "<del>", "\"", "'", "&", "&amp;", "&#35;", "&#x22;",
      "&#0;", "&copy;", "&nope;", ";", ":", "\\", "\\*", "\\[", "\\`", "\\|", "#", "##", "# ", "###### ", "####### ",
      " #", "=", "===", "-", "---", "- ", "+ ", "* ", "1. ", "2) ", "10. ", "1234567890. ", "0. ", "+", ".", "!", "|",
      "| a | b |\n", "|-|-|\n", "| :- | -: |\n", "|:-:|\n", "-|-\n", "a|b\n", "|\n", "> ", ">", "> > ", "\n> ", "\n- ",
      "\n  ", "\n    ", "\n1. ", "- [ ] a\n", "[^1]", "[^1]: ", "\n[^1]: a\n", "[^a b]", "[^",
      "www.a.b", "http://", "https://a.b", "http://a.b/c_d", "ftp://a.b", "a@b.c", "mailto:", "a_b", "://", "@",
      "/", "?", ",", "_a_", "*a*", "**a**", "<http://a.b>", "<a@b.c>", "\u{E9}", "\u{3B1}", "\u{4E2D}", "\u{A0}",
      "\u{2003}", "\u{2026}", "\u{1F600}", "\u{20AC}", "\u{1E9E}", "ss", "\u{FEFF}", "\u{0}", "{", "}", "$", "$$",
      ":::",
      "===\n", "***\n", "---\n", "```\n", "``` b\n", "~~~\n", "# a #\n", "a\n===\n", "<b>\n", "&#1114112;", "%20", "%",
    ] as [String]
}
