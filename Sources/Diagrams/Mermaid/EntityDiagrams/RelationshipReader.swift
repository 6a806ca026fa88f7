/// Reads `CAR ||--o{ "NAMED DRIVER" : allows` and `CAR 1 to zero or more DRIVER : allows`.
enum RelationshipReader {
  struct Entity {
    var name: String
    var alias: String?
    var styles: [String] = []
  }

  typealias Found = (tail: Entity, head: Entity, relationship: EntityDiagram.Relationship)

  /// nil where the line is no relationship.
  static func relationship(in text: String) -> Found? {
    var cursor = Cursor(text)
    guard let tail = entity(&cursor) else { return nil }
    cursor.skipSpaces()
    guard let tailCount = cardinality(&cursor) else { return nil }
    cursor.skipSpaces()
    guard let isIdentifying = line(&cursor) else { return nil }
    cursor.skipSpaces()
    guard let headCount = cardinality(&cursor) else { return nil }
    cursor.skipSpaces()
    guard let head = entity(&cursor) else { return nil }
    cursor.skipSpaces()
    var relationship = EntityDiagram.Relationship(tail: tail.name, head: head.name)
    (relationship.tailCount, relationship.headCount) = (tailCount, headCount)
    relationship.isIdentifying = isIdentifying
    if cursor.take(":") { relationship.label = LabelMarkup.label(cursor.rest) }
    return (tail, head, relationship)
  }

  /// `NAME[Alias]:::style`; nil where no name stands.
  static func entity(_ cursor: inout Cursor) -> Entity? {
    cursor.skipSpaces()
    var entity = Entity(name: "")
    if let quote = cursor.current, "\"`".contains(quote), let end = cursor.find(String(quote), from: cursor.index + 1) {
      entity.name = cursor.slice(cursor.index + 1, end)
      cursor.index = end + 1
    } else {
      entity.name = name(&cursor)
    }
    guard !entity.name.isEmpty else { return nil }
    var ahead = cursor
    ahead.skipSpaces()
    if ahead.take("["), let end = ahead.find("]") {
      entity.alias = ahead.slice(ahead.index, end)
      cursor.index = end + 1
    }
    while true {
      ahead = cursor
      ahead.skipSpaces()
      guard ahead.take(":::") else { break }
      cursor = ahead
      repeat {
        cursor.skipSpaces()
        entity.styles.append(cursor.take { $0.isLetter || $0.isNumber || "_-".contains($0) })
      } while cursor.take(",")
    }
    return entity
  }

  /// Letters up to a space, a bracket or the beginning of a relationship.
  private static func name(_ cursor: inout Cursor) -> String {
    let start = cursor.index
    while let letter = cursor.current, !letter.isWhitespace, !"[]{}|\":".contains(letter) {
      // `A--||B` lacks a cardinality, `LINE-ITEM` is a name.
      if letter == ".", cursor.ahead(1) == "." { break }
      if letter == "-", cursor.ahead(1) == "-" { break }
      if letter == "o", cursor.ahead(1) == "{", cursor.ahead(2) == "-" || cursor.ahead(2) == "." { break }
      cursor.index += 1
    }
    return cursor.slice(start, cursor.index)
  }

  private static let symbols: [(String, EntityDiagram.Cardinality)] = [
    ("|o", .zeroOrOne), ("o|", .zeroOrOne), ("||", .exactlyOne), ("}o", .zeroOrMore), ("o{", .zeroOrMore),
    ("}|", .oneOrMore), ("|{", .oneOrMore),
  ]
  /// The longest first.
  private static let words: [(String, EntityDiagram.Cardinality)] = [
    ("zero or more", .zeroOrMore), ("zero or many", .zeroOrMore), ("zero or one", .zeroOrOne),
    ("one or zero", .zeroOrOne), ("one or more", .oneOrMore), ("one or many", .oneOrMore), ("only one", .exactlyOne),
    ("exactly one", .exactlyOne), ("many(0)", .zeroOrMore), ("many(1)", .oneOrMore), ("0+", .zeroOrMore),
    ("1+", .oneOrMore), ("one", .exactlyOne), ("many", .zeroOrMore), ("1", .exactlyOne),
  ]

  private static func cardinality(_ cursor: inout Cursor) -> EntityDiagram.Cardinality? {
    for (symbol, count) in symbols where cursor.take(symbol) { return count }
    for (phrase, count) in words {
      var ahead = cursor
      if take(phrase, &ahead) {
        cursor = ahead
        return count
      }
    }
    return nil
  }

  /// Steps over words, however many spaces stand between them, if no letter follows.
  private static func take(_ phrase: String, _ cursor: inout Cursor) -> Bool {
    for (index, word) in phrase.split(separator: " ").enumerated() {
      if index > 0 { cursor.skipSpaces() }
      guard cursor.take(String(word)) else { return false }
      if let next = cursor.current, next.isLetter || next.isNumber { return false }
    }
    return true
  }

  private static func line(_ cursor: inout Cursor) -> Bool? {
    if cursor.take("--") { return true }
    for line in ["..", ".-", "-."] where cursor.take(line) { return false }
    if take("optionally to", &cursor) { return false }
    return take("to", &cursor) ? true : nil
  }
}
