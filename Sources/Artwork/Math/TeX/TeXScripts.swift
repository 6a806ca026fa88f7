extension PrintableTeX {
  /// How many arguments a command takes, where LaTeX wants braces round the two when they are an index.
  private static let argumentCounts: [String: Int] = {
    var counts: [String: Int] = [:]
    let one = [
      "mathbb", "symbf", "symbfit", "mathcal", "mathfrak", "mathit", "mathnormal", "mathrm", "mathscr", "mathsf",
      "mathtt", "operatorname", "text", "textbf", "textit", "textnormal", "textrm", "textsf", "texttt", "acute", "bar",
      "breve", "check", "ddot", "dot", "grave", "hat", "mathring", "tilde", "vec", "widehat", "widetilde", "overline",
      "underline", "overrightarrow", "overleftarrow", "sqrt", "boxed", "phantom", "cancel", "pmb",
    ]
    for name in one { counts[name] = 1 }
    for name in ["frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "overset", "underset", "stackrel"] {
      counts[name] = 2
    }
    return counts
  }()

  /// `x_\mathbb{G}` → `x_{\mathbb{G}}`: KaTeX takes a command with its arguments for an index, LaTeX the command alone.
  mutating func script(_ mark: String) throws(TeXRefusal) {
    write(mark)
    skipSpace()
    while case .command(let name)? = rest.last, let macro = macros[name] {
      rest.removeLast()
      try expand(macro, name)
      skipSpace()
    }
    guard case .command(let name)? = rest.last, let count = PrintableTeX.argumentCounts[name] else { return }
    var content = [TeXToken.command(name)]
    rest.removeLast()
    if name == "sqrt", let degree = try optional() {
      content += [.character("[")] + degree.unicodeScalars.map { .character($0) } + [.character("]")]
    }
    for _ in 0..<count { content += [.open] + (try argument(of: name)) + [.close] }
    try group(content, isText: false, "{", "}")
  }
}
