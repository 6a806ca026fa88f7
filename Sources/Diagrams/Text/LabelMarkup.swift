/// Reads the markup that Mermaid allows in labels.
enum LabelMarkup {
  /// A label as written between its brackets: quotes around it taken off, `<br>` and `\n` made line feeds, the
  /// entities and icons of Mermaid resolved, tags of HTML read as far as they say bold, italic or code, and otherwise
  /// left out; between backticks ("`**bold**`") or where `markdown` is set, Markdown's emphasis.
  static func label(_ written: String, markdown: Bool = false) -> Label {
    var text = unquoted(written.trimmingSpaces)
    var isMarkdown = markdown
    if text.count >= 2, text.hasPrefix("`"), text.hasSuffix("`") {
      text = String(text.dropFirst().dropLast())
      isMarkdown = true
    }
    var reader = Reader(text: Array(text), isMarkdown: isMarkdown)
    return reader.label()
  }

  /// Without the pair of quotes around it.
  static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }

  private struct Reader {
    let text: [Character]
    let isMarkdown: Bool
    var index = 0
    var lines: [[Label.Run]] = [[]]
    var run = Label.Run(text: "")
    /// Emphasis that is not ended yet, by its runs of marks.
    private var open: [(Character, Int)] = []

    init(text: [Character], isMarkdown: Bool) {
      self.text = text
      self.isMarkdown = isMarkdown
    }

    mutating func label() -> Label {
      while index < text.count { step() }
      breakLine()
      lines.removeLast()
      let trimmed = lines.map { line in line.filter { !$0.text.isEmpty } }
      return Label(lines: trimmed)
    }

    private mutating func step() {
      let character = text[index]
      switch character {
      case "<": if !readTag() { take() }
      case "&", "#": if !readEntity() { take() }
      case "\n", "\r\n": skipLineFeed()
      case "\\" where next == "n":
        breakLine()
        index += 2
      case "*" where isMarkdown && readEmphasis(character), "_" where isMarkdown && readEmphasis(character): break
      case "`" where isMarkdown:
        finish()
        run.isCode.toggle()
        index += 1
      case "f" where readIcon(): break
      case "$" where next == "$" && readFormula(): break
      default: take()
      }
    }

    private var next: Character? { index + 1 < text.count ? text[index + 1] : nil }

    private mutating func take() {
      run.text.append(text[index])
      index += 1
    }

    private mutating func finish() {
      if !run.text.isEmpty { lines[lines.count - 1].append(run) }
      run.text = ""
    }

    private mutating func style(_ property: WritableKeyPath<Label.Run, Bool>, _ isOn: Bool) {
      finish()
      run[keyPath: property] = isOn
    }

    private mutating func breakLine() {
      finish()
      lines.append([])
    }

    private mutating func skipLineFeed() {
      index += 1
      while index < text.count, text[index].isWhitespace { index += 1 }
      if isMarkdown || !run.text.isEmpty || !(lines.last?.isEmpty ?? true) { breakLine() }
    }

    /// A run of `*` or `_` that begins or ends emphasis (CommonMark 6.2, as far as labels need it); false where it is
    /// only letters: no other run ends it, or it stands within a word with underscores.
    private mutating func readEmphasis(_ mark: Character) -> Bool {
      let count = min(runLength(of: mark, at: index), 3)
      let closes = open.last.map { $0 == (mark, count) } ?? false && flanks(mark, before: index, after: index + count)
      guard closes || opens(mark, count) else { return false }
      finish()
      if count != 2 { run.isItalic.toggle() }
      if count > 1 { run.isBold.toggle() }
      if closes { open.removeLast() } else { open.append((mark, count)) }
      index += count
      return true
    }

    private func runLength(of mark: Character, at start: Int) -> Int {
      var end = start
      while end < text.count, text[end] == mark { end += 1 }
      return end - start
    }

    /// Whether a run may end emphasis: behind a letter, and with underscores not within a word.
    private func flanks(_ mark: Character, before: Int, after: Int) -> Bool {
      guard before > 0, !text[before - 1].isWhitespace else { return false }
      return mark == "*" || after >= text.count || !(text[after].isLetter || text[after].isNumber)
    }

    /// Whether a run may begin emphasis, and another of its length ends it.
    private func opens(_ mark: Character, _ count: Int) -> Bool {
      let inside = index + count
      guard inside < text.count, !text[inside].isWhitespace else { return false }
      if mark == "_", index > 0, text[index - 1].isLetter || text[index - 1].isNumber { return false }
      var place = inside + 1
      while place < text.count {
        let length = runLength(of: mark, at: place)
        if length == count, flanks(mark, before: place, after: place + count) { return true }
        place += max(length, 1)
      }
      return false
    }

    /// A tag of HTML; false where `<` is only a letter.
    private mutating func readTag() -> Bool {
      guard let end = text[index...].firstIndex(of: ">"), end - index < 200 else { return false }
      let inside = String(text[(index + 1)..<end]).lowercased()
      let name = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      guard !name.isEmpty, inside.first == "/" || inside.first?.isLetter == true else { return false }
      guard HTML.names.contains(String(name)) else { return false }
      let opens = inside.first != "/"
      index = end + 1
      switch name {
      case "br", "p", "div", "li", "tr":
        if name == "br" || !run.text.isEmpty || !(lines.last?.isEmpty ?? true) { breakLine() }
      case "b", "strong": style(\.isBold, opens)
      case "i", "em": style(\.isItalic, opens)
      case "code", "tt", "kbd": style(\.isCode, opens)
      default: break
      }
      return true
    }

    /// `&amp;`, `#35;`, `#quot;`, `&#x41;` (Mermaid's documentation, "Entity codes to escape characters").
    private mutating func readEntity() -> Bool {
      let limit = min(text.count, index + 12)
      guard let end = text[index..<limit].firstIndex(of: ";"), end > index + 1 else { return false }
      let name = String(text[(index + 1)..<end].drop { $0 == "#" })
      guard let letter = LabelMarkup.entity(name) else { return false }
      run.text += letter
      index = end + 1
      return true
    }

    /// `$$x^2$$`; false where the dollar signs are never closed.
    private mutating func readFormula() -> Bool {
      var end = index + 3
      while end + 1 < text.count, text[end] != "$" || text[end + 1] != "$" { end += 1 }
      guard end + 1 < text.count else { return false }
      finish()
      lines[lines.count - 1] += Formula.runs(String(text[(index + 2)..<end]))
      index = end + 2
      return true
    }

    /// `fa:fa-car` → nothing drawn but its name in words: our drawings carry no icon font.
    private mutating func readIcon() -> Bool {
      for prefix in ["fa:fa-", "fab:fa-", "fas:fa-", "far:fa-", "fal:fa-", "fad:fa-"] {
        let count = prefix.count
        guard index + count < text.count, String(text[index..<(index + count)]) == prefix else { continue }
        var end = index + count
        while end < text.count, text[end].isLetter || text[end].isNumber || text[end] == "-" { end += 1 }
        let name = String(text[(index + count)..<end]).split(separator: "-").joined(separator: " ")
        let isAlone = index == 0 && end == text.count
        run.text += isAlone ? name : "[\(name)]"
        index = end
        return true
      }
      return false
    }
  }

  private enum HTML {
    static let names: Set<String> = [
      "br", "p", "div", "li", "ul", "ol", "tr", "td", "b", "strong", "i", "em", "code", "tt", "kbd", "span", "u", "s",
      "small", "big", "sub", "sup", "font", "center", "a", "img", "hr", "h1", "h2", "h3", "h4", "pre", "table",
      "strike",
      "del", "mark",
    ]
  }

  private static func entity(_ name: String) -> String? {
    let value = name.hasPrefix("x") ? UInt32(name.dropFirst(), radix: 16) : UInt32(name)
    if let value { return Unicode.Scalar(value).map { $0.value < 32 ? " " : String($0) } }
    return names[name.lowercased()]
  }

  private static let names = [
    "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "nbsp": "\u{A0}", "apos": "'", "semi": ";", "colon": ":",
    "comma": ",", "num": "#", "hash": "#", "lpar": "(", "rpar": ")", "lbrack": "[", "rbrack": "]", "lbrace": "{",
    "rbrace": "}", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "harr": "↔", "infin": "∞", "hearts": "♥",
    "spades": "♠", "clubs": "♣", "diams": "♦", "times": "×", "divide": "÷", "plusmn": "±", "deg": "°", "middot": "·",
    "bull": "•", "hellip": "…", "ndash": "–", "mdash": "—", "laquo": "«", "raquo": "»", "copy": "©", "reg": "®",
    "trade": "™", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "para": "¶", "ne": "≠", "le": "≤",
    "ge": "≥", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "lambda": "λ", "mu": "μ", "pi": "π",
    "sigma": "σ", "omega": "ω", "check": "✓", "cross": "✗", "star": "☆", "equals": "=", "plus": "+", "sol": "/",
    "bsol": "\\", "vert": "|", "lowbar": "_", "excl": "!", "quest": "?", "period": ".", "at": "@", "percnt": "%",
    "dollar": "$", "ast": "*", "grave": "`", "tilde": "~", "hat": "^",
  ]
}
