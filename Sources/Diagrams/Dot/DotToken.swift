/// A word, a quoted or HTML text, or a symbol of a graph in DOT.
struct DotToken: Equatable, Sendable {
  var text: String
  var isSymbol = false
  /// Counted from 1.
  var line: Int

  func isSymbol(_ symbol: String) -> Bool { isSymbol && text == symbol }

  /// Whether it is a keyword; those are told apart without case.
  func isWord(_ word: String) -> Bool { !isSymbol && text.lowercased() == word }

  static func tokens(of text: String) -> [DotToken] {
    var reader = Reader(cursor: Cursor(text))
    while reader.step() {}
    return reader.tokens
  }

  private struct Reader {
    var cursor: Cursor
    var tokens: [DotToken] = []
    var line = 1

    /// Reads one token; false at the end.
    mutating func step() -> Bool {
      guard let letter = cursor.current else { return false }
      if letter.isNewline {
        line += 1
        cursor.index += 1
      } else if letter.isWhitespace {
        cursor.index += 1
      } else if cursor.starts(with: "//") || letter == "#" {
        _ = cursor.take { !$0.isNewline }
      } else if cursor.take("/*") {
        skip(to: "*/")
      } else if letter == "\"" {
        readQuoted()
      } else if letter == "<" {
        readMarkup()
      } else if cursor.take("->") || cursor.take("--") {
        add(cursor.slice(cursor.index - 2, cursor.index), isSymbol: true)
      } else if "{}[]=;,:".contains(letter) {
        cursor.index += 1
        add(String(letter), isSymbol: true)
      } else {
        readWord()
      }
      return true
    }

    private mutating func add(_ text: String, isSymbol: Bool = false) {
      tokens.append(DotToken(text: text, isSymbol: isSymbol, line: line))
    }

    private mutating func skip(to end: String) {
      while !cursor.isAtEnd, !cursor.take(end) {
        if cursor.current?.isNewline == true { line += 1 }
        cursor.index += 1
      }
    }

    private mutating func readWord() {
      let start = cursor.index
      while let letter = cursor.current, !letter.isWhitespace, !"{}[]=;,:\"<".contains(letter) {
        if cursor.index > start, cursor.starts(with: "->") || cursor.starts(with: "--") { break }
        cursor.index += 1
      }
      if cursor.index == start { cursor.index += 1 }
      add(cursor.slice(start, cursor.index))
    }

    /// A string; `+` joins it with the next.
    private mutating func readQuoted() {
      cursor.index += 1
      var text = ""
      while let letter = cursor.current, letter != "\"" {
        if letter == "\\", cursor.ahead(1) == "\"" {
          text.append("\"")
          cursor.index += 2
          continue
        }
        if letter.isNewline { line += 1 }
        text.append(letter)
        cursor.index += 1
      }
      cursor.index += 1
      if tokens.count >= 2, tokens[tokens.count - 1].text == "+", !tokens[tokens.count - 1].isSymbol {
        tokens.removeLast()
        tokens[tokens.count - 1].text += text
      } else {
        add(text)
      }
    }

    /// A label in HTML, `<…>`, with the angle brackets of its tags balanced.
    private mutating func readMarkup() {
      let start = cursor.index
      var depth = 0
      while let letter = cursor.current {
        if letter == "<" { depth += 1 }
        if letter == ">" { depth -= 1 }
        if letter.isNewline { line += 1 }
        cursor.index += 1
        if depth == 0 { break }
      }
      add(cursor.slice(start + 1, max(start + 1, cursor.index - 1)))
    }
  }
}
