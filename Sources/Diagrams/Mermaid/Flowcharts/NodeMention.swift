import SourceText

/// What one place of a chain says of a node.
struct NodeMention {
  var name: String
  /// nil where the place only names it.
  var label: Label?
  var shape: NodeShape?
  var classes: [String] = []
  /// The node as it should be written, where its text wants quotes.
  var wantsQuotes: String?
  var unknownShape: String?
}

/// The shape whose name comes nearest.
func nearestShape(to name: String) -> String? { nearest(to: name, among: NodeShape.names.keys.sorted()) }

/// Brackets that give a node its text and shape, the longest first.
struct NodeBrackets {
  var opening: String
  var closings: [(String, NodeShape)]

  static let all: [NodeBrackets] = [
    NodeBrackets(opening: "(((", closings: [(")))", .doubleCircle)]),
    NodeBrackets(opening: "((", closings: [("))", .circle)]),
    NodeBrackets(opening: "([", closings: [("])", .stadium)]),
    NodeBrackets(opening: "(-", closings: [("-)", .ellipse)]),
    NodeBrackets(opening: "[[", closings: [("]]", .subroutine)]),
    NodeBrackets(opening: "[(", closings: [(")]", .cylinder)]),
    NodeBrackets(opening: "[/", closings: [("/]", .leanRight), ("\\]", .trapezoid)]),
    NodeBrackets(opening: "[\\", closings: [("\\]", .leanLeft), ("/]", .invertedTrapezoid)]),
    NodeBrackets(opening: "{{", closings: [("}}", .hexagon)]),
    NodeBrackets(opening: "[", closings: [("]", .rectangle)]),
    NodeBrackets(opening: "(", closings: [(")", .rounded)]),
    NodeBrackets(opening: "{", closings: [("}", .diamond)]),
    NodeBrackets(opening: ">", closings: [("]", .asymmetric)]),
  ]
}

extension ChainReader {
  /// Nodes joined by `&`; nil where none begins.
  mutating func nodes(_ parser: inout FlowchartParser) -> [String]? {
    var names: [String] = []
    repeat {
      cursor.skipSpaces()
      guard let mention = node() else { return names.isEmpty ? nil : names }
      parser.mention(mention)
      names.append(mention.name)
      cursor.skipSpaces()
    } while cursor.take("&")
    return names
  }

  private mutating func node() -> NodeMention? {
    let name = name()
    guard !name.isEmpty else { return nil }
    var mention = NodeMention(name: name)
    readText(&mention)
    while cursor.take(":::") {
      mention.classes.append(cursor.take { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    }
    if cursor.starts(with: "@{") { readProperties(&mention) }
    while cursor.take(":::") {
      mention.classes.append(cursor.take { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    }
    return mention
  }

  /// Letters up to a space, a bracket or the beginning of a link.
  private mutating func name() -> String {
    if cursor.current == "\"", let end = cursor.find("\"", from: cursor.index + 1) {
      let name = cursor.slice(cursor.index + 1, end)
      cursor.index = end + 1
      return name
    }
    let start = cursor.index
    while let character = cursor.current {
      if character.isWhitespace || "[](){}|&;\"".contains(character) { break }
      if character == ">", cursor.index == start { break }
      if character == ":", cursor.starts(with: ":::") { break }
      if character == "@", cursor.ahead(1) == "{" { break }
      if character == "<", cursor.ahead(1) == "-" || cursor.ahead(1) == "=" { break }
      if beginsLink(at: cursor.index), cursor.index > start || character != "-" { break }
      if character == "-", cursor.index == start { break }
      if character == ">" { break }
      cursor.index += 1
    }
    return cursor.slice(start, cursor.index)
  }

  /// Whether the body of a link stands at a place.
  private func beginsLink(at index: Int) -> Bool {
    let text = cursor.text
    guard index + 1 < text.count else { return false }
    switch (text[index], text[index + 1]) {
    case ("-", "-"), ("-", "."), ("=", "="), ("~", "~"): return true
    default: return false
    }
  }

  private mutating func readText(_ mention: inout NodeMention) {
    for brackets in NodeBrackets.all where cursor.starts(with: brackets.opening) {
      let start = cursor.index + brackets.opening.count
      guard let (end, closing, shape) = close(brackets, from: start) else { continue }
      let written = cursor.slice(start, end)
      mention.label = LabelMarkup.label(written)
      mention.shape = shape
      if wantsQuotes(written) {
        let text = written.trimmingSpaces.map { $0 == "\"" ? "#quot;" : String($0) }.joined()
        mention.wantsQuotes = "write `\(mention.name)\(brackets.opening)\"\(text)\"\(closing)`"
      }
      cursor.index = end + closing.count
      return
    }
  }

  /// Where the text of a node ends. Text in quotes ends with them; other text at the last closing bracket before the
  /// next link, however many brackets stand in it: what Mermaid refuses is read as it was meant.
  private func close(_ brackets: NodeBrackets, from start: Int) -> (Int, String, NodeShape)? {
    var place = start
    while place < cursor.text.count, cursor.text[place].isWhitespace { place += 1 }
    if place < cursor.text.count, cursor.text[place] == "\"" {
      if let quote = cursor.find("\"", from: place + 1) {
        var end = quote + 1
        while end < cursor.text.count, cursor.text[end].isWhitespace { end += 1 }
        if let found = closing(brackets, at: end) { return (end, found.0, found.1) }
      }
    }
    var depth = 0
    for index in start..<max(start, cursor.text.count) {
      if let found = closing(brackets, at: index), depth <= 0 || isBoundary(index + found.0.count),
        isBoundary(index + found.0.count)
      {
        return (index, found.0, found.1)
      }
      if "([{".contains(cursor.text[index]) { depth += 1 }
      if ")]}".contains(cursor.text[index]) { depth -= 1 }
    }
    // No closing bracket stands before a boundary: take the first there is.
    for index in start..<max(start, cursor.text.count) {
      if let found = closing(brackets, at: index) { return (index, found.0, found.1) }
    }
    return nil
  }

  private func closing(_ brackets: NodeBrackets, at index: Int) -> (String, NodeShape)? {
    var here = cursor
    here.index = index
    return brackets.closings.first { here.starts(with: $0.0) }
  }

  /// Whether a node may end at a place: nothing follows, or a link, `&`, a class or properties.
  private func isBoundary(_ index: Int) -> Bool {
    var place = index
    while place < cursor.text.count, cursor.text[place].isWhitespace { place += 1 }
    guard place < cursor.text.count else { return true }
    if beginsLink(at: place) { return true }
    var here = cursor
    here.index = place
    if here.starts(with: "&") || here.starts(with: ":::") || here.starts(with: "@{") { return true }
    if here.starts(with: "<--") || here.starts(with: "<-.") || here.starts(with: "<==") { return true }
    return "ox".contains(cursor.text[place]) && place > index && beginsLink(at: place + 1)
  }

  private func wantsQuotes(_ written: String) -> Bool {
    let text = written.trimmingSpaces
    if text.count >= 2, text.first == "\"", text.last == "\"", !text.dropFirst().dropLast().contains("\"") {
      return false
    }
    return text.contains { "()[]{}\"|".contains($0) }
  }

  /// `@{ shape: diam, label: "Text" }`
  private mutating func readProperties(_ mention: inout NodeMention) {
    let end = cursor.find("}") ?? cursor.text.count
    let inside = cursor.slice(cursor.index + 2, end)
    cursor.index = min(end + 1, cursor.text.count)
    for property in LogicalLines.properties(in: inside) {
      guard let (key, value) = property.keyAndValue else { continue }
      let plain = LabelMarkup.unquoted(value)
      switch key {
      case "shape":
        mention.shape = NodeShape(named: plain)
        if mention.shape == nil { (mention.unknownShape, mention.shape) = (plain, .rectangle) }
      case "label": mention.label = LabelMarkup.label(value)
      case "icon", "img":
        // No icon font and no picture is drawn: its name stands for it.
        if mention.label == nil { mention.label = LabelMarkup.label(plain) }
      default: break
      }
    }
    if mention.label == nil, mention.shape?.isSymbol == true { mention.label = Label(lines: []) }
  }
}
