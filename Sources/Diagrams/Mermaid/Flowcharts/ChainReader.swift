/// Reads the links of a chain of nodes (Mermaid's documentation, "Links between nodes").
struct ChainReader {
  var cursor: Cursor
  /// The name of the link read last.
  private(set) var linkName: String?

  init(_ text: String) { cursor = Cursor(text) }

  /// `-->`, `-- text -->`, `-->|text|`, `e1@==>`; nil where none begins. The cursor stands behind it then.
  mutating func link() -> Flowchart.Link? {
    let start = cursor.index
    skipName()
    var link = Flowchart.Link(tail: "", head: "")
    if cursor.starts(with: "~~~") {
      let waves = cursor.take { $0 == "~" }
      link.line = .invisible
      link.headMark = .none
      link.length = max(1, waves.count - 2)
      return link
    }
    link.tailMark = tailMark()
    guard readBody(&link) else {
      cursor.index = start
      return nil
    }
    readPipedText(&link)
    return link
  }

  /// `e1@` before a link names it; nothing is drawn of the name.
  private mutating func skipName() {
    let start = cursor.index
    let name = cursor.take { $0.isLetter || $0.isNumber || $0 == "_" }
    let isName = cursor.index > start && cursor.current == "@" && "-=<~ox".contains(cursor.ahead(1) ?? " ")
    linkName = isName ? name : nil
    cursor.index = isName ? cursor.index + 1 : start
  }

  private mutating func tailMark() -> Flowchart.Mark {
    let mark: Flowchart.Mark
    switch cursor.current {
    case "<": mark = .arrow
    case "o": mark = .circle
    case "x": mark = .cross
    default: return .none
    }
    guard let next = cursor.ahead(1), next == "-" || next == "=" else { return .none }
    cursor.index += 1
    return mark
  }

  private mutating func readBody(_ link: inout Flowchart.Link) -> Bool {
    if cursor.starts(with: "-.") {
      cursor.index += 1
      return readDotted(&link)
    }
    for (letter, line) in [("-", Flowchart.Line.solid), ("=", Flowchart.Line.thick)] {
      guard cursor.starts(with: letter + letter) else { continue }
      link.line = line
      readLine(Character(letter), &link)
      return true
    }
    return false
  }

  /// `-->`, `---`, `--`: a head or a third dash makes it whole, else text follows up to the next dashes.
  private mutating func readLine(_ letter: Character, _ link: inout Flowchart.Link) {
    let dashes = cursor.take { $0 == letter }.count
    if let mark = headMark(afterDashes: dashes) {
      link.headMark = mark
      link.length = max(1, dashes - 1)
    } else if dashes >= 3 {
      link.headMark = .none
      link.length = dashes - 2
    } else if let end = cursor.find(String(repeating: letter, count: 2)) {
      link.label = LabelMarkup.label(cursor.slice(cursor.index, end))
      cursor.index = end
      let closing = cursor.take { $0 == letter }.count
      let mark = headMark(afterDashes: 3)
      link.headMark = mark ?? .none
      link.length = max(1, closing - (mark == nil ? 2 : 1))
    } else {
      // `A -- B`: a line that was never finished.
      link.headMark = .none
    }
  }

  /// `-.->`, `-.-`, `-. text .->`; the cursor stands on the first dot.
  private mutating func readDotted(_ link: inout Flowchart.Link) -> Bool {
    link.line = .dotted
    let dots = cursor.take { $0 == "." }.count
    if cursor.current == "-" {
      cursor.index += 1
      link.headMark = headMark(afterDashes: 3) ?? .none
      link.length = dots
      return true
    }
    guard let end = cursor.find(".-") else {
      link.headMark = .none
      return true
    }
    // The run of dots the match ends belongs to the link.
    var start = end
    while start > cursor.index, cursor.text[start - 1] == "." { start -= 1 }
    link.label = LabelMarkup.label(cursor.slice(cursor.index, start))
    link.length = max(1, end - start + 1)
    cursor.index = end + 2
    link.headMark = headMark(afterDashes: 3) ?? .none
    return true
  }

  /// `o` and `x` are heads where a node cannot begin with them.
  private mutating func headMark(afterDashes dashes: Int) -> Flowchart.Mark? {
    let next = cursor.ahead(1)
    let standsAlone = next.map { $0.isWhitespace || $0 == "|" || $0.isUppercase || $0.isNumber } ?? true
    switch cursor.current {
    case ">":
      cursor.index += 1
      return .arrow
    case "o" where standsAlone:
      cursor.index += 1
      return .circle
    case "x" where standsAlone:
      cursor.index += 1
      return .cross
    default: return nil
    }
  }

  /// `|text|` behind a link.
  private mutating func readPipedText(_ link: inout Flowchart.Link) {
    let start = cursor.index
    cursor.skipSpaces()
    guard cursor.take("|"), let end = pipeEnd() else {
      cursor.index = start
      return
    }
    link.label = LabelMarkup.label(cursor.slice(cursor.index, end))
    cursor.index = end + 1
  }

  /// The closing `|`, which may not be the one in a quoted text.
  private func pipeEnd() -> Int? {
    var place = cursor.index
    while place < cursor.text.count, cursor.text[place].isWhitespace { place += 1 }
    if place < cursor.text.count, cursor.text[place] == "\"", let quote = cursor.find("\"", from: place + 1) {
      return cursor.find("|", from: quote)
    }
    return cursor.find("|")
  }
}
