extension ClassDiagram.Member {
  /// A line of a class: `+String name`, `+getPoints(List~int~ points)$ List~int~`; a `$` says static, a `*` abstract,
  /// behind the whole or right behind the parentheses; what a method returns stands behind a colon.
  init(_ written: String) {
    var text = written.trimmingSpaces
    if text.hasSuffix(";") { text = String(text.dropLast()).trimmingSpaces }
    if let mark = text.last, "*$".contains(mark), text.count > 1 {
      (isStatic, isAbstract) = (mark == "$", mark == "*")
      text = String(text.dropLast()).trimmingSpaces
    }
    if let close = text.lastIndex(of: ")"), text.contains("(") {
      var result = String(text[text.index(after: close)...]).trimmingSpaces
      if let mark = result.first, "*$".contains(mark) {
        isStatic = isStatic || mark == "$"
        isAbstract = isAbstract || mark == "*"
        result = String(result.dropFirst()).trimmingSpaces
      }
      let head = String(text[...close])
      if result.isEmpty { text = head } else { text = head + (result.hasPrefix(":") ? " " : " : ") + result }
    }
    self.text = Generics.resolved(text)
  }

  static func isMethod(_ written: String) -> Bool { written.contains(")") }
}

/// Mermaid writes the angle brackets of generic types as tildes, since HTML has taken the others.
enum Generics {
  /// `List~List~int~~` → `List<List<int>>`; the tilde of a member's visibility stays. A tilde between letters opens, any
  /// other closes what is open.
  static func resolved(_ text: String) -> String {
    guard text.contains("~") else { return text }
    var letters = Array(text)
    var depth = 0
    for index in letters.indices.dropFirst() where letters[index] == "~" {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      if next.isLetter || next == "_" || next == "[" {
        letters[index] = "<"
        depth += 1
      } else if depth > 0 {
        letters[index] = ">"
        depth -= 1
      }
    }
    return String(letters)
  }
}

extension String {
  /// `<<interface>> …` → `interface`
  var annotation: String {
    let inside = dropFirst(2)
    return String(inside.range(of: ">>").map { inside[..<$0.lowerBound] } ?? inside).trimmingSpaces
  }
}
