/// Reads `Name "1" <|--o "many" Other : label`.
struct RelationReader {
  private let left: String
  private let right: String
  private var relation = ClassDiagram.Relation(tail: "", head: "")

  /// nil where no line stands before the first colon.
  init?(_ text: String) {
    var cursor = Cursor(text)
    guard let line = RelationReader.line(in: cursor) else { return nil }
    relation.isDashed = cursor.text[line] == "."
    var start = line
    for (mark, end) in RelationReader.tailMarks where RelationReader.stands(mark, before: line, cursor) {
      // A name that ends in o is no aggregation.
      if mark == "o", line > 1, cursor.text[line - 2].isLetter || cursor.text[line - 2].isNumber { continue }
      relation.tailEnd = end
      start = line - mark.count
      break
    }
    left = cursor.slice(0, start).trimmingSpaces
    cursor.index = line + 2
    while cursor.current == cursor.text[line] { cursor.index += 1 }
    for (mark, end) in RelationReader.headMarks where cursor.starts(with: mark) {
      if mark == "o", let next = cursor.ahead(1), next.isLetter || next.isNumber || next == "_" { continue }
      relation.headEnd = end
      cursor.index += mark.count
      break
    }
    right = cursor.rest.trimmingSpaces
  }

  private static let tailMarks: [(String, ClassDiagram.End)] = [
    ("<|", .inheritance), ("()", .lollipop), ("<", .arrow), ("*", .composition), ("o", .aggregation),
  ]
  private static let headMarks: [(String, ClassDiagram.End)] = [
    ("|>", .inheritance), ("()", .lollipop), (">", .arrow), ("*", .composition), ("o", .aggregation),
  ]

  private static func stands(_ mark: String, before place: Int, _ cursor: Cursor) -> Bool {
    var cursor = cursor
    cursor.index = place - mark.count
    return cursor.index >= 0 && cursor.starts(with: mark)
  }

  /// Where `--` or `..` stands outside quotes, before the label.
  private static func line(in cursor: Cursor) -> Int? {
    var quote: Character?
    for (index, letter) in cursor.text.enumerated() {
      if let open = quote {
        if letter == open { quote = nil }
      } else if "\"`".contains(letter) {
        quote = letter
      } else if letter == ":", index + 1 < cursor.text.count, cursor.text[index + 1] != ":",
        index == 0 || cursor.text[index - 1] != ":"
      {
        return nil
      } else if "-.".contains(letter), index + 1 < cursor.text.count, cursor.text[index + 1] == letter {
        return index
      }
    }
    return nil
  }

  /// Puts the relation and its classes into the diagram.
  mutating func take(in parser: inout ClassParser) {
    var (name, count) = RelationReader.parted(left, countIsLast: true)
    guard let tail = ClassReference(name) else { return parser.tellMissingClass(left + " …") }
    relation.tailCount = count
    var rest = right
    if let colon = RelationReader.labelColon(in: rest) {
      relation.label = LabelMarkup.label(String(rest[rest.index(after: colon)...]))
      rest = String(rest[..<colon])
    }
    (name, count) = RelationReader.parted(rest, countIsLast: false)
    guard let head = ClassReference(name) else { return parser.tellMissingClass("… " + right) }
    relation.headCount = count
    relation.tail = tail.name
    relation.head = head.name
    _ = (parser.mention(tail), parser.mention(head))
    parser.add(relation)
  }

  /// `Name "1"` or `"1" Name`
  private static func parted(_ text: String, countIsLast: Bool) -> (String, String) {
    let text = text.trimmingSpaces
    if countIsLast, text.last == "\"", let start = text.dropLast().lastIndex(of: "\""), start > text.startIndex {
      return (String(text[..<start]), String(text[text.index(after: start)...].dropLast()))
    }
    if !countIsLast, text.first == "\"", let end = text.dropFirst().firstIndex(of: "\""),
      text.index(after: end) < text.endIndex
    {
      return (String(text[text.index(after: end)...]), String(text[..<end].dropFirst()))
    }
    return (text, "")
  }

  /// The colon before the label: outside quotes, and not of `:::`.
  private static func labelColon(in text: String) -> String.Index? {
    var quote: Character?
    var colons = 0
    for index in text.indices {
      let letter = text[index]
      if let open = quote {
        if letter == open { quote = nil }
      } else if "\"`".contains(letter) {
        quote = letter
      } else if letter == ":" {
        colons += 1
        continue
      }
      if colons == 1 { return text.index(before: index) }
      colons = 0
    }
    return nil
  }
}

extension ClassParser {
  fileprivate mutating func tellMissingClass(_ text: String) {
    tell("the relation `\(text.prefix(60))` lacks a class", help: "write a class at both ends: A --> B")
  }
}
