/// Reads a state diagram line by line; a line that cannot be read is told.
struct StateParser {
  private(set) var diagram = StateDiagram()
  private(set) var problems: [DiagramProblem] = []
  /// The scopes that are open, from the whole diagram; regions take the place of what they divide.
  private var open = [0]
  private var line = 1
  /// A note over several lines that is open.
  private var note: (note: StateDiagram.Note, lines: [String], line: Int)?

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

  // MARK: notes

  /// `left of Name : Text`, `right of Name` with lines up to `end note`, `"Text" as name`
  private mutating func readNote(_ text: String) {
    var cursor = Cursor(text)
    var note = StateDiagram.Note(text: Label(lines: []), scope: scope)
    if cursor.current == "\"", let end = cursor.find("\"", from: cursor.index + 1) {
      note.text = LabelMarkup.label(cursor.slice(cursor.index, end + 1))
      return diagram.notes.append(note)
    }
    let side = cursor.take { !$0.isWhitespace }
    cursor.skipSpaces()
    note.isLeft = side.lowercased() == "left"
    guard ["left", "right", "over"].contains(side.lowercased()) else {
      return tell("`note \(text.prefix(60))` cannot be read", help: "note right of Name : Text")
    }
    if cursor.take("of ") { cursor.skipSpaces() }
    let name = cursor.take { !$0.isWhitespace && $0 != ":" }
    guard !name.isEmpty else { return tell("a note is about no state", help: "note right of Name : Text") }
    let place = diagram.place(of: name, in: scope)
    note.about = place
    note.scope = diagram.states[place].scope
    cursor.skipSpaces()
    if cursor.take(":") {
      note.text = LabelMarkup.label(cursor.rest)
      diagram.notes.append(note)
    } else {
      self.note = (note, [], line)
    }
  }

  private mutating func closeNote() {
    guard let open = note else { return }
    var note = open.note
    note.text = LabelMarkup.label(open.lines.joined(separator: "<br>"))
    diagram.notes.append(note)
    self.note = nil
  }
}

// MARK: transitions

extension StateParser {
  /// `A:::style --> B : Text`, `A : Text`, or `A`
  private mutating func readTransition(_ text: String) {
    guard let arrow = text.range(of: "-->") else { return readDescription(text) }
    let left = String(text[..<arrow.lowerBound]).trimmingSpaces
    var right = String(text[arrow.upperBound...]).trimmingSpaces
    var label = Label(lines: [])
    if let colon = StateParser.colon(in: right) {
      label = LabelMarkup.label(String(right[right.index(after: colon)...]))
      right = String(right[..<colon])
    }
    guard let tail = state(left, isHead: false), let head = state(right, isHead: true) else {
      return tell("the transition `\(text.prefix(60))` lacks a state", help: "write a state at both ends: A --> B")
    }
    diagram.transitions.append(StateDiagram.Transition(tail: tail, head: head, label: label))
  }

  private mutating func readDescription(_ text: String) {
    guard let colon = StateParser.colon(in: text) else {
      if text.contains(where: \.isWhitespace) || state(text, isHead: true) == nil {
        tell("`\(text.prefix(60))` cannot be read", help: "write `A --> B`, `A : text`, or `%%` before a comment")
      }
      return
    }
    guard let place = state(String(text[..<colon]), isHead: true) else {
      return tell("a description is of no state", help: "write the state before the colon")
    }
    describe(place, LabelMarkup.label(String(text[text.index(after: colon)...])))
  }

  /// The place of `[*]` or `Name:::style`; nil where nothing is written.
  private mutating func state(_ written: String, isHead: Bool) -> Int? {
    var name = written.trimmingSpaces
    var style: String?
    if let colons = name.range(of: ":::") {
      style = String(name[colons.upperBound...]).trimmingSpaces
      name = String(name[..<colons.lowerBound]).trimmingSpaces
    }
    name = LabelMarkup.unquoted(name)
    guard !name.isEmpty else { return nil }
    let place =
      name == "[*]" ? diagram.pseudoState(isHead ? .end : .start, in: scope) : diagram.place(of: name, in: scope)
    if let style { diagram.looks.add(style, to: diagram.states[place].name) }
    return place
  }

  /// The first colon that is not of `:::`.
  private static func colon(in text: String) -> String.Index? {
    var index = text.startIndex
    while let colon = text[index...].firstIndex(of: ":") {
      guard text[colon...].hasPrefix(":::") else { return colon }
      index = text.index(colon, offsetBy: 3)
    }
    return nil
  }
}
