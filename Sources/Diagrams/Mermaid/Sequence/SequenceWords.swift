extension SequenceDiagram {
  /// What happens, one statement a step: `Alice to Bob: Hello`.
  var statements: [String] {
    var open: [Fragment] = []
    var statements: [String] = []
    for step in steps {
      switch step {
      case .message(let message): statements.append(words(message))
      case .note(let note): statements.append(words(note))
      case .activate(let index): statements.append("\(name(index)) becomes active")
      case .deactivate(let index): statements.append("\(name(index)) is no longer active")
      case .open(let fragment):
        open.append(fragment)
        if fragment.kind != .rect { statements.append("\(fragment.kind.word) begins\(suffix(fragment.label))") }
      case .divide(let label):
        statements.append("\(open.last { $0.kind.divider != nil }?.kind.divider ?? "else")\(suffix(label))")
      case .close:
        if let fragment = open.popLast(), fragment.kind != .rect { statements.append("\(fragment.kind.word) ends") }
      }
    }
    for (participant, text) in links {
      statements.append("\(name(participant)) links to \(LabelMarkup.label(text).plainText)")
    }
    if statements.isEmpty { statements = participants.indices.map { "\(name($0)) takes part" } }
    return statements
  }

  private func name(_ index: Int) -> String { participants[index].label.plainText }

  private func suffix(_ label: Label) -> String { label.isEmpty ? "" : ": " + label.plainText }

  private func words(_ message: Message) -> String {
    let receiver = message.from == message.to ? "itself" : name(message.to)
    let join = message.arrow.tail != .none && message.arrow.head != .none ? "and" : "to"
    var text = message.number.map { "\($0). " } ?? ""
    text += "\(name(message.from)) \(join) \(receiver)\(suffix(message.label))"
    if message.createsReceiver { text += ", which is created" }
    if message.arrow.head == .cross { text += " (lost)" }
    if let gone = message.destroys { text += "; \(name(gone)) is destroyed" }
    return text
  }

  private func words(_ note: Note) -> String {
    let place =
      switch note.place {
      case .left: "left of"
      case .right: "right of"
      case .over: "over"
      }
    let names = note.first == note.last ? name(note.first) : "\(name(note.first)) to \(name(note.last))"
    return "note \(place) \(names)\(suffix(note.label))"
  }
}
