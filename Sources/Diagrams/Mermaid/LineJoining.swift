/// Joins lines whose brackets close on a later one.
enum LineJoining {
  /// How many lines may belong together; a bracket that is never closed must not swallow the whole diagram.
  private static let most = 60

  static func join(_ lines: [MermaidSource.Line], opening: Character, closing: Character) -> [MermaidSource.Line] {
    var joined: [MermaidSource.Line] = []
    var index = 0
    while index < lines.count {
      var line = lines[index]
      var depth = balance(line.text, opening, closing)
      var next = index + 1
      while depth > 0, next < lines.count, next - index < most {
        line.text += " " + lines[next].text
        depth += balance(lines[next].text, opening, closing)
        next += 1
      }
      if depth > 0 {
        line = lines[index]
        next = index + 1
      }
      joined.append(line)
      index = next
    }
    return joined
  }

  private static func balance(_ text: String, _ opening: Character, _ closing: Character) -> Int {
    text.reduce(0) { $0 + ($1 == opening ? 1 : $1 == closing ? -1 : 0) }
  }
}
