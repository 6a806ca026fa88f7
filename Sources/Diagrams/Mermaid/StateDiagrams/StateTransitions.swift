extension StateParser {
  /// `A:::style --> B : Text`, `A : Text`, or `A`
  mutating func readTransition(_ text: String) {
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
