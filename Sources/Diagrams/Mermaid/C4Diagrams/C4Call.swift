/// A call of a macro: `Person(alias, "Label", $link="https://…") {`.
struct C4Call: Sendable {
  let name: String
  private(set) var arguments: [String] = []
  private(set) var named: [String: String] = [:]
  /// Whether a brace opens behind it.
  let opens: Bool

  /// nil where no call stands.
  init?(_ text: String) {
    var cursor = Cursor(text)
    name = cursor.take { $0.isLetter || $0.isNumber || $0 == "_" }
    cursor.skipSpaces()
    guard !name.isEmpty, cursor.take("(") else { return nil }
    let start = cursor.index
    var (isQuoted, depth, end) = (false, 1, cursor.text.count)
    for index in start..<cursor.text.count {
      let letter = cursor.text[index]
      if letter == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      if depth == 0 {
        end = index
        break
      }
    }
    let inside = cursor.slice(start, end)
    cursor.index = min(end + 1, cursor.text.count)
    opens = cursor.rest.trimmingSpaces.hasPrefix("{")
    for part in C4Call.parts(inside) { add(part) }
  }

  private mutating func add(_ part: String) {
    if part.hasPrefix("$"), let equals = part.firstIndex(of: "=") {
      let name = String(part[part.index(after: part.startIndex)..<equals]).trimmingSpaces
      named[name] = LabelMarkup.unquoted(String(part[part.index(after: equals)...]).trimmingSpaces)
    } else {
      arguments.append(LabelMarkup.unquoted(part))
    }
  }

  /// Split at commas outside quotes; empty arguments count.
  private static func parts(_ text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for letter in text {
      if letter == "\"" { isQuoted.toggle() }
      if letter == ",", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(letter) }
    }
    let trimmed = parts.map(\.trimmingSpaces)
    return trimmed == [""] ? [] : trimmed
  }

  /// An argument by its name, else by its place, counted from 0.
  func argument(_ name: String, _ place: Int) -> String? {
    named[name] ?? (place < arguments.count && !arguments[place].isEmpty ? arguments[place] : nil)
  }
}
