/// Reads an architecture diagram line by line; a line that cannot be read is told.
struct ArchitectureParser {
  private(set) var diagram = ArchitectureDiagram()
  private(set) var problems: [DiagramProblem] = []
  private var line = 1

  /// - Parameter source: of an `architecture` or `architecture-beta`.
  static func parse(_ source: MermaidSource) -> (diagram: ArchitectureDiagram, problems: [DiagramProblem]) {
    var parser = ArchitectureParser()
    let lines = source.lines.map { (number: $0.number, text: $0.text.withoutComment.trimmingSpaces) }
    // What lines join may be declared behind them.
    for isDeclaring in [true, false] {
      for line in lines where ArchitectureParser.declares(line.text) == isDeclaring {
        parser.line = line.number
        if isDeclaring { parser.readDeclaration(line.text) } else { parser.readEdge(line.text) }
      }
    }
    parser.problems.sort { $0.line < $1.line }
    return (parser.diagram, parser.problems)
  }

  private init() {}

  private mutating func tell(_ message: String, help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private static func declares(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count > 1 && ["group", "service", "junction"].contains(words[0])
  }

  /// `service name(icon)[Title] in group`
  private mutating func readDeclaration(_ text: String) {
    var cursor = Cursor(text)
    let word = cursor.take { !$0.isWhitespace }
    cursor.skipSpaces()
    let name = cursor.take { !$0.isWhitespace && $0 != "(" && $0 != "[" }
    var (icon, title) = ("", Label(plain: name))
    cursor.skipSpaces()
    if cursor.take("("), let end = cursor.find(")") {
      icon = ArchitectureParser.word(ofIcon: cursor.slice(cursor.index, end))
      cursor.index = end + 1
      cursor.skipSpaces()
    }
    if cursor.take("["), let end = cursor.find("]") {
      title = LabelMarkup.label(cursor.slice(cursor.index, end))
      cursor.index = end + 1
      cursor.skipSpaces()
    }
    var group: Int?
    if cursor.take("in ") {
      let owner = cursor.rest.trimmingSpaces
      group = diagram.group(owner)
      if group == nil {
        tell(
          "`\(name.prefix(40))` stands in `\(owner.prefix(40))`, which is no group",
          help: "write first: group \(owner)[\(owner)]")
      }
    } else if !cursor.isAtEnd {
      tell("`\(cursor.rest.prefix(40))` cannot be read", help: "\(word) name(icon)[Title] in group")
    }
    switch word {
    case "group":
      diagram.add(ArchitectureDiagram.Group(name: name, icon: icon, title: title, parent: group))
    default:
      diagram.add(
        ArchitectureDiagram.Service(
          name: name, icon: icon, title: title, group: group, isJunction: word == "junction"))
    }
  }

  /// `logos:aws-lambda` → `aws lambda`
  private static func word(ofIcon name: String) -> String {
    let plain = LabelMarkup.unquoted(name.trimmingSpaces)
    let last = plain.split(separator: ":").last.map(String.init) ?? plain
    return last.split(separator: "-").joined(separator: " ")
  }

  /// `db{group}:R <-[label]-> L:server`
  private mutating func readEdge(_ text: String) {
    guard !text.isEmpty else { return }
    var cursor = Cursor(text)
    let help = "write the sides of both services: a:R --> L:b"
    guard var tail = end(&cursor, isTail: true) else {
      return tell("`\(text.prefix(60))` cannot be read", help: help)
    }
    cursor.skipSpaces()
    tail.hasArrow = cursor.take("<")
    guard cursor.take("-") else { return tell("`\(text.prefix(60))` cannot be read", help: help) }
    var label = Label(lines: [])
    if cursor.take("["), let end = cursor.find("]") {
      label = LabelMarkup.label(cursor.slice(cursor.index, end))
      cursor.index = end + 1
    }
    while cursor.take("-") {}
    let hasArrow = cursor.take(">")
    cursor.skipSpaces()
    guard var head = end(&cursor, isTail: false) else {
      return tell("`\(text.prefix(60))` cannot be read", help: help)
    }
    head.hasArrow = hasArrow
    diagram.edges.append(ArchitectureDiagram.Edge(tail: tail, head: head, label: label))
  }

  /// `name{group}:R` or `R:name{group}`; nil with a problem where the name is unknown, without where nothing fits.
  private mutating func end(_ cursor: inout Cursor, isTail: Bool) -> ArchitectureDiagram.End? {
    var letter: Character?
    if !isTail {
      letter = cursor.current
      cursor.index += 1
      guard cursor.take(":") else { return nil }
    }
    let name = cursor.take { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let isGroup = cursor.take("{group}")
    if isTail {
      guard cursor.take(":") else { return nil }
      letter = cursor.current
      cursor.index += 1
    }
    guard let letter, let side = ArchitectureDiagram.Side(rawValue: letter), !name.isEmpty else { return nil }
    if diagram.service(name) == nil {
      tell("`\(name.prefix(40))` is no service", help: "declare it: service \(name)(server)[\(name)]")
      diagram.add(ArchitectureDiagram.Service(name: name, title: Label(plain: name)))
    }
    return diagram.service(name).map { ArchitectureDiagram.End(service: $0, side: side, isGroup: isGroup) }
  }
}
