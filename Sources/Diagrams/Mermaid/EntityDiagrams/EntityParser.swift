/// Reads an entity-relationship diagram line by line; a line that cannot be read is told.
struct EntityParser {
  private(set) var diagram = EntityDiagram()
  private(set) var problems: [DiagramProblem] = []
  /// The entity whose attributes are being read.
  private var open: Int?
  private var line = 1

  /// - Parameter source: of an `erDiagram`.
  static func parse(_ source: MermaidSource) -> (diagram: EntityDiagram, problems: [DiagramProblem]) {
    var parser = EntityParser()
    for joined in LogicalLines.join(source.lines) {
      parser.line = joined.number
      parser.read(joined.text.withoutComment.trimmingSpaces)
    }
    if parser.open != nil { parser.tell("a brace is never closed", help: "write `}` behind the last attribute") }
    return (parser.diagram, parser.problems)
  }

  private init() {}

  private mutating func tell(_ message: String, help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func read(_ text: String) {
    guard !text.isEmpty else { return }
    if let entity = open { return readBody(text, entity) }
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(word.count)).trimmingSpaces
    switch word {
    case "direction" where Graph.Direction(mermaid: rest) != nil:
      diagram.direction = Graph.Direction(mermaid: rest) ?? diagram.direction
    case "title" where !rest.isEmpty && RelationshipReader.relationship(in: text) == nil: break
    case "classDef", "class", "style":
      if !diagram.looks.read(word, rest) { tell("`\(word)` wants names and a style", help: "class A,B name") }
    case "}": tell("`}` closes nothing", help: "take it out")
    default: readStatement(text)
    }
  }

  private mutating func readStatement(_ text: String) {
    if let found = RelationshipReader.relationship(in: text) {
      for end in [found.tail, found.head] { mention(end) }
      return diagram.relationships.append(found.relationship)
    }
    var cursor = Cursor(text)
    guard let entity = RelationshipReader.entity(&cursor) else {
      return tell(
        "`\(text.prefix(60))` cannot be read", help: "write `ENTITY { … }` or `A ||--o{ B : label`")
    }
    mention(entity)
    cursor.skipSpaces()
    if cursor.isAtEnd { return }
    guard cursor.take("{") else {
      return tell(
        "`\(cursor.rest.prefix(60))` is no relationship",
        help: "write it as `A ||--o{ B : label`; a name with spaces wants quotes")
    }
    let place = diagram.place(of: entity.name)
    open = place
    let rest = cursor.rest.trimmingSpaces
    if !rest.isEmpty { readBody(rest, place) }
  }

  private mutating func mention(_ entity: RelationshipReader.Entity) {
    let place = diagram.place(of: entity.name)
    if let alias = entity.alias { diagram.entities[place].label = LabelMarkup.label(alias, markdown: true) }
    for style in entity.styles { diagram.looks.add(style, to: entity.name) }
  }

  // MARK: attributes

  /// What stands between the braces of an entity.
  private mutating func readBody(_ text: String, _ place: Int) {
    if text == "}" {
      open = nil
    } else if text.hasSuffix("}") {
      readAttribute(String(text.dropLast()).trimmingSpaces, place)
      open = nil
    } else {
      readAttribute(text, place)
    }
  }

  /// `string(99) name PK, FK "comment"`
  private mutating func readAttribute(_ text: String, _ place: Int) {
    guard !text.isEmpty else { return }
    var cursor = Cursor(text)
    var attribute = EntityDiagram.Attribute(type: EntityParser.word(&cursor), name: "")
    cursor.skipSpaces()
    attribute.name = EntityParser.word(&cursor)
    while true {
      cursor.skipSpaces()
      if cursor.take(",") || cursor.take(";") { continue }
      if cursor.current == "\"" {
        let end = cursor.find("\"", from: cursor.index + 1) ?? cursor.text.count
        attribute.comment = LabelMarkup.label(cursor.slice(cursor.index, end + 1), markdown: true).plainText
        cursor.index = min(end + 1, cursor.text.count)
        continue
      }
      let key = cursor.take { !$0.isWhitespace && $0 != "," && $0 != "\"" }
      if key.isEmpty { break }
      if ["PK", "FK", "UK"].contains(key.uppercased()) {
        attribute.keys.append(key.uppercased())
      } else {
        tell("`\(key)` is no key", help: "write PK, FK or UK, and a comment in quotes: \"\(key)\"")
        attribute.comment += (attribute.comment.isEmpty ? "" : " ") + key
      }
    }
    if attribute.name.isEmpty {
      tell("the attribute `\(attribute.type)` has a type but no name", help: "string \(attribute.type)")
      (attribute.name, attribute.type) = (attribute.type, "")
    }
    attribute.type = EntityParser.withoutEmphasis(attribute.type)
    attribute.name = EntityParser.withoutEmphasis(attribute.name)
    diagram.entities[place].attributes.append(attribute)
  }

  /// Mermaid reads types and names as Markdown; the table has its own way to make keys bold.
  private static func withoutEmphasis(_ text: String) -> String {
    text.contains { $0 == "*" || $0 == "_" } ? LabelMarkup.label(text, markdown: true).plainText : text
  }

  /// A type or a name; spaces in parentheses belong to it.
  private static func word(_ cursor: inout Cursor) -> String {
    var depth = 0
    let start = cursor.index
    while let letter = cursor.current {
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      if letter == "\"" || depth <= 0 && letter.isWhitespace { break }
      // A comma parts nothing here but `decimal(10,2)`.
      if letter == ",", depth <= 0 { break }
      cursor.index += 1
    }
    return Generics.resolved(cursor.slice(start, cursor.index))
  }
}
