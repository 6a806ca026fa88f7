/// Reads the lines of a sequence diagram; what cannot be read is told and left out, everything else is kept.
struct SequenceReader {
  var diagram = SequenceDiagram()
  private(set) var problems: [DiagramProblem] = []
  var indices: [String: Int] = [:]
  /// What `end` closes, the innermost last: a frame, or nil for a `box`.
  var open: [(kind: SequenceDiagram.FragmentKind?, line: Int)] = []
  var numbering: (next: Double, step: Double, isOn: Bool) = (1, 1, false)
  var awaitsCreation: (participant: Int, line: Int)?
  var awaitsDestruction: (participant: Int, line: Int)?

  static func read(_ source: MermaidSource) -> (SequenceDiagram, [DiagramProblem]) {
    var reader = SequenceReader()
    for line in source.lines {
      for statement in statements(of: line.text) { reader.read(statement, line.number) }
    }
    reader.finish()
    return (reader.diagram, reader.problems)
  }

  /// A line parted at semicolons, but for those that end an entity (`#9829;`).
  static func statements(of line: String) -> [String] {
    guard line.utf8.contains(UInt8(ascii: ";")) else { return [line] }
    var statements: [String] = []
    var statement = ""
    var entity: Int?
    for character in line {
      if character == "#" || character == "&" {
        entity = 0
      } else if character == ";", entity == nil || entity == 0 {
        statements.append(statement)
        statement = ""
        continue
      } else if let length = entity {
        entity = (character.isLetter || character.isNumber) && length < 10 ? length + 1 : nil
      }
      statement.append(character)
    }
    statements.append(statement)
    return statements.map(\.trimmingSpaces).filter { !$0.isEmpty }
  }

  mutating func tell(_ line: Int, _ message: String, _ help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func finish() {
    for (kind, line) in open.reversed() {
      tell(line, "`\(kind?.rawValue ?? "box")` is never closed", "add a line `end`")
      if kind != nil { diagram.steps.append(.close) }
    }
    if let (participant, line) = awaitsCreation {
      tell(
        line, "nobody sends `\(diagram.participants[participant].id)` the message that creates it",
        "add a message to it")
    }
    if let (participant, line) = awaitsDestruction {
      tell(line, "no message destroys `\(diagram.participants[participant].id)`", "add a message to or from it")
    }
  }

  // MARK: Statements

  private mutating func read(_ text: String, _ line: Int) {
    if SequenceArrows.find(in: text) != nil, !startsLikeStatement(text) { return readMessage(text, line) }
    let (word, rest) = text.firstWordAndRest
    switch word.lowercased() {
    case "participant", "actor": _ = declare(rest, as: word.lowercased(), line)
    case "create": readCreation(rest, line)
    case "destroy": awaitsDestruction = readParticipant(rest, line).map { ($0, line) }
    case "box": readBox(rest, line)
    case "title", "title:": diagram.title = rest.hasPrefix(":") ? String(rest.dropFirst()).trimmingSpaces : rest
    case "autonumber": readNumbering(rest, line)
    case "activate": if let index = readParticipant(rest, line) { diagram.steps.append(.activate(index)) }
    case "deactivate": if let index = readParticipant(rest, line) { diagram.steps.append(.deactivate(index)) }
    case "note": readNote(rest, line)
    case "link", "links", "properties", "details": readLink(rest, line)
    case "end": readEnd(line)
    case "else", "and", "option": readDivider(word.lowercased(), rest, line)
    default:
      if let kind = SequenceDiagram.FragmentKind(rawValue: word.lowercased()) {
        return openFragment(kind, rest, line)
      }
      readMessage(text, line)
    }
  }

  /// Whether a line that holds an arrow is a statement all the same: `Note over A: x->y`, `loop while a-x`.
  private func startsLikeStatement(_ text: String) -> Bool {
    let (word, rest) = text.firstWordAndRest
    let lower = word.lowercased()
    let names = [
      "participant", "actor", "create", "destroy", "box", "title", "title:", "note", "link", "links", "properties",
      "details", "else", "and", "option",
    ]
    guard names.contains(lower) || SequenceDiagram.FragmentKind(rawValue: lower) != nil else { return false }
    // A participant may be called so: `box->>Alice: Hello`.
    return SequenceArrows.find(in: rest).map { $0.range.lowerBound > rest.startIndex } ?? true
  }

  private mutating func readCreation(_ text: String, _ line: Int) {
    let (word, rest) = text.firstWordAndRest
    let isKind = ["participant", "actor"].contains(word.lowercased()) && !rest.isEmpty
    if let index = declare(isKind ? rest : text, as: isKind ? word.lowercased() : "participant", line) {
      awaitsCreation = (index, line)
    }
  }

  private mutating func readBox(_ text: String, _ line: Int) {
    var (word, rest) = text.firstWordAndRest
    if word.contains("("), !word.contains(")"), let end = text.firstIndex(of: ")") {
      word = String(text[...end])
      rest = String(text[text.index(after: end)...]).trimmingSpaces
    }
    let color = Color(css: word)
    let isColor = color != nil || word.lowercased() == "transparent"
    diagram.groups.append(SequenceDiagram.Group(label: LabelMarkup.label(isColor ? rest : text), fill: color))
    open.append((nil, line))
  }

  private mutating func readNumbering(_ text: String, _ line: Int) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else {
      numbering.isOn = true
      return
    }
    if first.lowercased() == "off" {
      numbering.isOn = false
      return
    }
    guard let start = first.chartNumber, let step = words.count > 1 ? words[1].chartNumber : 1 else {
      return tell(line, "`autonumber \(text)` does not say where to begin", "write `autonumber 10 5`")
    }
    numbering = (start, step, true)
  }

  private mutating func readLink(_ text: String, _ line: Int) {
    guard let (name, value) = text.keyAndValue, let index = readParticipant(name, line) else {
      return tell(line, "the link names no participant", "write `link Alice: Label @ https://example.org`")
    }
    diagram.links.append((index, value))
  }

  private mutating func readNote(_ text: String, _ line: Int) {
    let places: [(String, SequenceDiagram.Note.Place)] = [
      ("left of", .left), ("right of", .right), ("over", .over), ("left", .left), ("right", .right),
    ]
    for (words, place) in places {
      guard let rest = text.dropping(prefix: words), rest.first?.isWhitespace ?? true else { continue }
      let (names, written) = rest.keyAndValue ?? (rest, "")
      if written.isEmpty { tell(line, "the note has no text", "write `Note \(words) \(names): text`") }
      let indices = names.split(separator: ",").map(String.init).compactMap { readParticipant($0, line) }
      guard let first = indices.min(), let last = indices.max() else { return }
      let label = LabelMarkup.label(SequenceReader.withoutWrap(written))
      diagram.steps.append(.note(.init(place: place, first: first, last: place == .over ? last : first, label: label)))
      return
    }
    tell(line, "the note does not say where it stands", "write `Note over Alice: text`, `left of` or `right of`")
  }

  /// `wrap:` and `nowrap:` before a text: every text is wrapped here.
  static func withoutWrap(_ text: String) -> String {
    for word in ["wrap:", "nowrap:"] where text.hasPrefix(word) {
      return String(text.dropFirst(word.count)).trimmingSpaces
    }
    return text
  }

  // MARK: Frames

  private mutating func openFragment(_ kind: SequenceDiagram.FragmentKind, _ text: String, _ line: Int) {
    var fragment = SequenceDiagram.Fragment(kind: kind, label: LabelMarkup.label(SequenceReader.withoutWrap(text)))
    if kind == .rect {
      fragment.label = Label(lines: [])
      fragment.fill = Color(css: text)
      if fragment.fill == nil, !text.isEmpty, text.lowercased() != "transparent" {
        tell(line, "`\(text)` is no colour", "write `rect rgb(230, 240, 250)`")
      }
    }
    open.append((kind, line))
    diagram.steps.append(.open(fragment))
  }

  private mutating func readDivider(_ word: String, _ text: String, _ line: Int) {
    guard let frame = open.last(where: { $0.kind != nil && $0.kind != .rect }), let kind = frame.kind else {
      return tell(line, "`\(word)` stands outside of a frame", "open one before it, such as `alt \(text)`")
    }
    if kind.divider != word {
      let help = kind.divider.map { "write `\($0) \(text)`" } ?? "use `alt` instead of `\(kind.rawValue)`"
      tell(line, "`\(word)` does not belong in `\(kind.rawValue)`", help)
    }
    diagram.steps.append(.divide(LabelMarkup.label(SequenceReader.withoutWrap(text))))
  }

  private mutating func readEnd(_ line: Int) {
    guard let closed = open.popLast() else { return tell(line, "`end` closes nothing", "remove the line") }
    if closed.kind != nil { diagram.steps.append(.close) }
  }
}
