/// Cards in columns (Mermaid documentation, "Kanban Diagram").
struct Kanban: Sendable {
  struct Card: Sendable {
    var label: Label
    var ticket: String?
    var assigned: String?
    var priority: String?

    /// What stands under the text.
    var details: String { [ticket, assigned].compactMap { $0 }.joined(separator: " · ") }
  }

  struct Column: Sendable {
    var label: Label
    var cards: [Card] = []
  }

  var columns: [Column] = []

  var statements: [String] {
    columns.map { column in
      let cards = column.cards.map { card in
        let details = [card.ticket, card.assigned.map { "for \($0)" }, card.priority.map { "priority \($0)" }]
          .compactMap { $0 }
        return card.label.plainText + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
      }
      return "\(column.label.plainText): \(cards.isEmpty ? "empty" : cards.joined(separator: "; "))"
    }
  }

  static func read(_ source: MermaidSource) -> Kanban {
    var board = Kanban()
    var indent = Int.max
    for line in LineJoining.join(source.lines, opening: "{", closing: "}") {
      if line.text.hasPrefix("::icon") || line.text.hasPrefix(":::") { continue }
      let card = card(line.text)
      if line.indent <= indent || board.columns.isEmpty {
        indent = line.indent
        board.columns.append(Column(label: card.label))
      } else {
        board.columns[board.columns.count - 1].cards.append(card)
      }
    }
    return board
  }

  /// `id[Text]@{ ticket: MC-1, assigned: 'knsv', priority: 'High' }`
  private static func card(_ text: String) -> Card {
    var body = text
    var card = Card(label: Label(lines: []))
    if let start = text.range(of: "@{"), let end = text[start.upperBound...].lastIndex(of: "}") {
      body = String(text[..<start.lowerBound]).trimmingSpaces
      for pair in String(text[start.upperBound..<end]).commaParts {
        guard let (key, value) = pair.keyAndValue else { continue }
        let plain = LabelMarkup.unquoted(value)
        switch LabelMarkup.unquoted(key) {
        case "ticket": card.ticket = plain
        case "assigned": card.assigned = plain
        case "priority": card.priority = plain
        case "label": card.label = LabelMarkup.label(plain)
        default: break
        }
      }
    }
    if card.label.isEmpty { card.label = LabelMarkup.label(MindmapReader.shape(of: body).0) }
    return card
  }
}
