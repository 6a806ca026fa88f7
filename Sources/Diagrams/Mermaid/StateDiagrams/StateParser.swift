/// Reads a state diagram line by line; a line that cannot be read is told.
struct StateParser {
  var diagram = StateDiagram()
  private(set) var problems: [DiagramProblem] = []
  /// The scopes that are open, from the whole diagram; regions take the place of what they divide.
  private var open = [0]
  var line = 1
  /// A note over several lines that is open.
  var note: (note: StateDiagram.Note, lines: [String], line: Int)?

  /// - Parameter source: of a `stateDiagram` or `stateDiagram-v2`.
  static func parse(_ source: MermaidSource) -> (diagram: StateDiagram, problems: [DiagramProblem]) {
    var parser = StateParser()
    for written in source.lines {
      parser.line = written.number
      parser.readLine(written.text)
    }
    if let note = parser.note {
      parser.line = note.line
      parser.tell("a note is never closed", help: "write `end note` behind it")
      parser.closeNote()
    }
    if parser.open.count > 1 { parser.tell("a composite state is never closed", help: "write `}` behind it") }
    return (parser.diagram, parser.problems)
  }

  private init() {}

  mutating func tell(_ message: String, help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  var scope: Int { open[open.count - 1] }

  private mutating func readLine(_ written: String) {
    if note != nil {
      let words = written.split(separator: " ")
      if words.count == 2, words[0].lowercased() == "end", words[1].lowercased() == "note" {
        closeNote()
      } else {
        note?.lines.append(written)
      }
      return
    }
    read(written.withoutComment.trimmingSpaces)
  }

  private mutating func read(_ written: String) {
    var text = written
    if text.hasSuffix(";") { text = String(text.dropLast()).trimmingSpaces }
    guard !text.isEmpty else { return }
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(word.count)).trimmingSpaces
    switch word {
    case "}": close(rest)
    case "state" where !rest.isEmpty && !rest.hasPrefix("-->") && !rest.hasPrefix(":"): readState(rest)
    case "note" where !rest.isEmpty && !rest.hasPrefix("-->") && !rest.hasPrefix(":"): readNote(rest)
    case "direction" where Graph.Direction(mermaid: rest) != nil:
      diagram.scopes[scope].direction = Graph.Direction(mermaid: rest)
    case "--" where rest.isEmpty, "---" where rest.isEmpty: divide()
    case "classDef", "class", "style":
      if !diagram.looks.read(word, rest) { tell("`\(word)` wants names and a style", help: "class A,B name") }
    case "hide", "scale": break
    case "click": readClick(rest)
    default: readTransition(text)
    }
  }

  private mutating func close(_ rest: String) {
    guard open.count > 1 else { return tell("`}` closes nothing", help: "take it out") }
    open.removeLast()
    read(rest)
  }

  private mutating func divide() {
    guard open.count > 1 || scope == 0 else { return }
    let divided = diagram.scopes[scope].isRegion ? diagram.scopes[scope].parent ?? 0 : scope
    open[open.count - 1] = diagram.divide(divided)
  }

  // MARK: states

  /// `Name {`, `"Text" as Name {`, `Name <<fork>>`, `Name : Text`
  private mutating func readState(_ text: String) {
    var cursor = Cursor(text)
    var title: Label?
    if cursor.current == "\"", let end = cursor.find("\"", from: cursor.index + 1) {
      title = LabelMarkup.label(cursor.slice(cursor.index, end + 1))
      cursor.index = end + 1
      cursor.skipSpaces()
      if cursor.take("as ") { cursor.skipSpaces() }
    }
    var name = cursor.take { !$0.isWhitespace && !"{:<[".contains($0) }
    if name.isEmpty { name = title?.plainText ?? "" }
    guard !name.isEmpty else {
      return tell("`state \(text.prefix(60))` names no state", help: "state \"What it is\" as name")
    }
    let place = diagram.place(of: name, in: scope)
    if let title { describe(place, title) }
    readRest(&cursor, place)
  }

  private mutating func readRest(_ cursor: inout Cursor, _ place: Int) {
    cursor.skipSpaces()
    if cursor.take(":::") {
      diagram.looks.add(
        cursor.take { $0.isLetter || $0.isNumber || "_-,".contains($0) }, to: diagram.states[place].name)
      cursor.skipSpaces()
    }
    if cursor.isAtEnd { return }
    let rest = cursor.rest.trimmingSpaces
    if cursor.take("{") {
      openScope(of: place)
      readBody(cursor.rest.trimmingSpaces)
    } else if cursor.take(":") {
      describe(place, LabelMarkup.label(cursor.rest))
    } else if rest.hasPrefix("<<") || rest.hasPrefix("[[") {
      let word = rest.filter { $0.isLetter }.lowercased()
      let kinds: [String: StateDiagram.Kind] = [
        "fork": .fork, "join": .join, "choice": .choice, "history": .history, "start": .start, "end": .end,
      ]
      if let kind = kinds[word] {
        diagram.states[place].kind = kind
      } else {
        tell("`\(rest.prefix(30))` is no kind of state", help: "write <<fork>>, <<join>> or <<choice>>")
      }
    } else if rest.hasPrefix("as ") {
      describe(place, Label(plain: diagram.states[place].name))
    } else {
      tell("`\(rest.prefix(60))` cannot be read", help: "a name with spaces wants quotes: state \"…\" as name")
    }
  }

  private mutating func openScope(of place: Int) {
    guard open.count <= 12 else {
      tell("states are nested more than twelve deep", help: "nest them less")
      return open.append(scope)
    }
    if let inside = diagram.states[place].inside { return open.append(inside) }
    // A state that was named outside all others first stands where its inside is written.
    if diagram.states[place].scope == 0 { diagram.states[place].scope = scope }
    diagram.scopes.append(StateDiagram.Scope(parent: diagram.states[place].scope))
    diagram.states[place].inside = diagram.scopes.count - 1
    open.append(diagram.scopes.count - 1)
  }

  /// What follows a brace on its line.
  private mutating func readBody(_ text: String) {
    guard !text.isEmpty else { return }
    if text.hasSuffix("}"), !text.contains("{") {
      read(String(text.dropLast()).trimmingSpaces)
      close("")
    } else {
      read(text)
    }
  }

  mutating func describe(_ place: Int, _ text: Label) {
    if !text.isEmpty { diagram.states[place].descriptions.append(text) }
  }

  /// `click Name "https://…"`, `click Name href "https://…"`
  private mutating func readClick(_ text: String) {
    let name = String(text.prefix { !$0.isWhitespace })
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3, let place = diagram.existing(name) else { return }
    diagram.states[place].address = String(parts[1])
  }
}
