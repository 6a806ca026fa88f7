/// How participants and messages are read.
extension SequenceReader {
  /// `A`, `A as Alice`, `A@{ "type": "boundary", "alias": "Alice" } as Alice`.
  mutating func declare(_ text: String, as word: String, _ line: Int) -> Int? {
    var text = text
    var symbol = SequenceDiagram.Symbol(rawValue: word) ?? .participant
    var alias: String?
    if let start = text.range(of: "@{"), let end = text[start.upperBound...].firstIndex(of: "}") {
      let pairs = String(text[start.upperBound..<end]).commaParts.compactMap(\.keyAndValue)
      for (key, value) in pairs {
        switch LabelMarkup.unquoted(key).lowercased() {
        case "type": symbol = symbolNamed(LabelMarkup.unquoted(value), else: symbol, line)
        case "alias": alias = LabelMarkup.unquoted(value)
        default: break
        }
      }
      text =
        String(text[..<start.lowerBound]).trimmingSpaces + " " + String(text[text.index(after: end)...]).trimmingSpaces
    }
    if let range = text.range(of: " as ") {
      alias = String(text[range.upperBound...]).trimmingSpaces
      text = String(text[..<range.lowerBound])
    }
    guard let index = readParticipant(text, line) else { return nil }
    diagram.participants[index].symbol = symbol
    if let alias, !alias.isEmpty { diagram.participants[index].label = LabelMarkup.label(alias) }
    if let box = open.last, box.kind == nil { diagram.participants[index].group = diagram.groups.count - 1 }
    return index
  }

  private mutating func symbolNamed(
    _ name: String, else fallback: SequenceDiagram.Symbol, _ line: Int
  ) -> SequenceDiagram.Symbol {
    if let symbol = SequenceDiagram.Symbol(rawValue: name.lowercased()) { return symbol }
    tell(
      line, "`\(name)` is no type of participant",
      "use actor, boundary, control, entity, database, collections or queue")
    return fallback
  }

  /// A participant by its name, added where it is named first.
  mutating func readParticipant(_ name: String, _ line: Int) -> Int? {
    let id = LabelMarkup.unquoted(name.trimmingSpaces)
    if id.isEmpty {
      tell(line, "a participant has no name")
      return nil
    }
    if let index = indices[id] { return index }
    indices[id] = diagram.participants.count
    diagram.participants.append(.init(id: id, label: LabelMarkup.label(id)))
    return diagram.participants.count - 1
  }

  mutating func readMessage(_ text: String, _ line: Int) {
    guard let found = SequenceArrows.find(in: text) else {
      return tell(line, "`\(text)` is no statement of a sequence diagram", "write a message as `Alice->>Bob: text`")
    }
    var sender = String(text[..<found.range.lowerBound]).trimmingSpaces
    var (receiver, written) = String(text[found.range.upperBound...]).splitAtColon
    if written == nil { tell(line, "the message has no text", "write `\(text): text`") }
    var message = SequenceDiagram.Message(from: 0, to: 0, arrow: found.arrow, label: Label(lines: []))
    message.isCentralAtSender = sender.hasSuffix("()")
    if message.isCentralAtSender { sender.removeLast(2) }
    message.isCentralAtReceiver = receiver.hasPrefix("()")
    if message.isCentralAtReceiver { receiver.removeFirst(2) }
    message.activatesReceiver = receiver.hasPrefix("+")
    message.deactivatesSender = receiver.hasPrefix("-")
    if message.activatesReceiver || message.deactivatesSender { receiver.removeFirst() }
    guard let from = readParticipant(sender, line), let to = readParticipant(receiver, line) else { return }
    (message.from, message.to) = (from, to)
    message.label = LabelMarkup.label(SequenceReader.withoutWrap(written ?? ""))
    if numbering.isOn { message.number = numbering.next.chartLabel }
    // Messages count while their numbers are off, too.
    numbering.next += numbering.step
    noteBirthAndDeath(&message)
    diagram.steps.append(.message(message))
  }

  private mutating func noteBirthAndDeath(_ message: inout SequenceDiagram.Message) {
    if let (participant, _) = awaitsCreation, participant == message.to, participant != message.from {
      message.createsReceiver = true
      awaitsCreation = nil
    }
    if let (participant, _) = awaitsDestruction, participant == message.to || participant == message.from {
      message.destroys = participant
      awaitsDestruction = nil
    }
  }
}

extension String {
  /// Before and behind the first colon; nil behind it where there is none.
  fileprivate var splitAtColon: (String, String?) {
    guard let (key, value) = keyAndValue else { return (trimmingSpaces, nil) }
    return (key, value)
  }
}
