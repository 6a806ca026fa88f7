extension StateParser {
  /// `left of Name : Text`, `right of Name` with lines up to `end note`, `"Text" as name`
  mutating func readNote(_ text: String) {
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

  mutating func closeNote() {
    guard let open = note else { return }
    var note = open.note
    note.text = LabelMarkup.label(open.lines.joined(separator: "<br>"))
    diagram.notes.append(note)
    self.note = nil
  }
}
