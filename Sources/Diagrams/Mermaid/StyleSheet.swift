/// The author's looks: `classDef`, `class`, `style` and `:::`, which most types of diagrams share (Mermaid
/// documentation, "Styling a node" and "Classes").
struct StyleSheet: Sendable {
  /// `classDef`, by the names of the classes.
  private var classes: [String: Style] = [:]
  /// `style`, by the names of what it styles.
  private var styles: [String: Style] = [:]
  /// `class` and `:::`, by the names of what has the classes.
  private var members: [String: [String]] = [:]

  init() {}

  /// Reads a statement by its first word.
  /// - Returns: false where the word is none of this sheet's, or nothing can be made of what follows it.
  mutating func read(_ word: String, _ rest: String) -> Bool {
    switch word {
    case "classDef":
      let (names, style) = StyleSheet.namesAndRest(rest)
      for name in names { classes[name] = (classes[name] ?? Style()).overlaid(with: Style(css: style)) }
    case "style":
      let (names, style) = StyleSheet.namesAndRest(rest)
      for name in names { styles[name] = (styles[name] ?? Style()).overlaid(with: Style(css: style)) }
    case "class", "cssClass":
      let (names, list) = StyleSheet.namesAndRest(rest)
      guard !list.isEmpty else { return false }
      for name in names { for one in StyleSheet.list(list) { add(one, to: name) } }
    default: return false
    }
    return true
  }

  /// `:::name`, or several parted by commas.
  mutating func add(_ written: String, to name: String) {
    for one in StyleSheet.list(written) { members[name, default: []].append(one) }
  }

  /// What the author wants of a thing: the class `default`, then its classes in their order, then `style`.
  func style(of name: String) -> Style {
    var style = classes["default"] ?? Style()
    for one in members[name] ?? [] { style = style.overlaid(with: classes[one] ?? Style()) }
    return styles[name].map { style.overlaid(with: $0) } ?? style
  }

  /// `a, "b c" rest` → names and what follows them.
  static func namesAndRest(_ text: String) -> ([String], String) {
    var cursor = Cursor(text)
    var names: [String] = []
    repeat {
      cursor.skipSpaces()
      var name: String
      if let quote = cursor.current, "\"`".contains(quote),
        let end = cursor.find(String(quote), from: cursor.index + 1)
      {
        name = cursor.slice(cursor.index + 1, end)
        cursor.index = end + 1
      } else {
        name = cursor.take { !$0.isWhitespace && $0 != "," }
      }
      names += list(name)
      cursor.skipSpaces()
    } while cursor.take(",")
    return (names, cursor.rest.trimmingSpaces)
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.filter { $0 != ";" }).trimmingSpaces }.filter { !$0.isEmpty }
  }
}
