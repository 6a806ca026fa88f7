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
  /// `List~List~int~~` → `List<List<int>>`; the tilde of a member's visibility stays.
  static func resolved(_ text: String) -> String {
    guard text.contains("~") else { return text }
    let keepsFirst = text.first == "~"
    var result = keepsFirst ? "~" : ""
    var token = ""
    func isOdd() -> Bool { token.filter { $0 == "~" }.count % 2 == 1 }
    for letter in keepsFirst ? text.dropFirst() : text[...] {
      // A pair of types, `Map~K, V~`, is one token.
      if " ,()".contains(letter), !isOdd() {
        result += paired(token) + String(letter)
        token = ""
      } else {
        token.append(letter)
      }
    }
    return result + paired(token)
  }

  /// The first tilde goes with the last, the second with the last but one.
  private static func paired(_ token: String) -> String {
    var letters = Array(token)
    let tildes = letters.indices.filter { letters[$0] == "~" }
    for place in 0..<(tildes.count / 2) {
      letters[tildes[place]] = "<"
      letters[tildes[tildes.count - 1 - place]] = ">"
    }
    return String(letters)
  }
}
