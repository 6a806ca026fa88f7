/// Lines as their language means them.
enum LogicalLines {
  /// Lines of which a quote or a `@{` is left open are joined with those that follow, up to twenty.
  static func join(_ lines: [MermaidSource.Line]) -> [MermaidSource.Line] {
    var joined: [MermaidSource.Line] = []
    var index = 0
    while index < lines.count {
      var line = lines[index]
      index += 1
      var next = index
      var text = line.text
      while isOpen(text), next < lines.count, next - index < 20 {
        text += "\n" + lines[next].text
        next += 1
      }
      if next > index, !isOpen(text) {
        line.text = text
        index = next
      }
      joined.append(line)
    }
    return joined
  }

  private static func isOpen(_ text: String) -> Bool {
    var quotes = 0
    var depth = 0
    var last: Character = " "
    for character in text {
      if character == "\"" { quotes += 1 }
      if quotes % 2 == 0 {
        if character == "{", last == "@" { depth += 1 } else if character == "{", depth > 0 { depth += 1 }
        if character == "}", depth > 0 { depth -= 1 }
      }
      last = character
    }
    return quotes % 2 == 1 || depth > 0
  }

  /// A line split at semicolons that stand in no quotes, brackets or entity.
  static func statements(in text: String) -> [String] {
    guard text.contains(";") else { return [text] }
    var statements = [""]
    var isQuoted = false
    var depth = 0
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      if letter == "\"" { isQuoted.toggle() }
      if !isQuoted, "([{".contains(letter) { depth += 1 }
      if !isQuoted, ")]}".contains(letter) { depth = max(0, depth - 1) }
      if letter == ";", !isQuoted, depth == 0, !endsEntity(letters, at: index) {
        statements.append("")
      } else {
        statements[statements.count - 1].append(letter)
      }
    }
    return statements
  }

  /// Whether the semicolon at a place ends `#quot;` or `&amp;`.
  private static func endsEntity(_ letters: [Character], at index: Int) -> Bool {
    var place = index - 1
    while place >= 0, index - place < 10, letters[place].isLetter || letters[place].isNumber { place -= 1 }
    return place >= 0 && place < index - 1 && (letters[place] == "#" || letters[place] == "&")
  }

  /// `a: 1, b: "x, y"` → `a: 1` and `b: "x, y"`; line feeds part too.
  static func properties(in text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for letter in text {
      if letter == "\"" { isQuoted.toggle() }
      if !isQuoted, letter == "," || letter == "\n" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(letter)
      }
    }
    return parts.map(\.trimmingSpaces).filter { !$0.isEmpty }
  }
}
