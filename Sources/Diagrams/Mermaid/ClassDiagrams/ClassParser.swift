/// Reads a class diagram line by line; a line that cannot be read is told.
struct ClassParser {
  private(set) var diagram = ClassDiagram()
  private(set) var problems: [DiagramProblem] = []
  /// What is open, from the outermost.
  private var open: [Body] = []
  private var line = 1
  /// Whether dots in the names of namespaces nest them.
  private let nests: Bool

  private enum Body {
    case members(Int)
    case namespace(Int)
  }

  /// - Parameter source: of a `classDiagram`.
  static func parse(_ source: MermaidSource) -> (diagram: ClassDiagram, problems: [DiagramProblem]) {
    var parser = ClassParser(nests: source.settings["hierarchicalNamespaces"] != "false")
    for joined in LogicalLines.join(source.lines) {
      parser.line = joined.number
      parser.read(joined.text.withoutComment)
    }
    if !parser.open.isEmpty { parser.tell("a brace is never closed", help: "write `}` behind the last member") }
    return (parser.diagram, parser.problems)
  }

  private init(nests: Bool) { self.nests = nests }

  mutating func tell(_ message: String, help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func read(_ written: String) {
    let text = written.trimmingSpaces
    guard !text.isEmpty else { return }
    if case .members(let place) = open.last { return readBody(text, place) }
    if text == "}" {
      if open.popLast() == nil { tell("`}` closes nothing", help: "take it out") }
      return
    }
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(word.count)).trimmingSpaces
    switch word {
    case "class" where !rest.isEmpty && !rest.hasPrefix(":"): readClass(rest)
    case "namespace" where !rest.isEmpty: readNamespace(rest)
    case "note" where !rest.isEmpty: readNote(rest)
    case "direction" where Graph.Direction(mermaid: rest) != nil:
      diagram.direction = Graph.Direction(mermaid: rest) ?? diagram.direction
    case "click", "link", "callback": readClick(rest)
    case "style", "classDef", "cssClass":
      if !diagram.looks.read(word, rest) {
        tell("`\(word)` wants names and a style", help: "cssClass \"name1,name2\" style")
      }
    default: readOther(text)
    }
  }

  private mutating func readOther(_ text: String) {
    if text.hasPrefix("<<"), let end = text.range(of: ">>") {
      let name = String(text[end.upperBound...]).trimmingSpaces
      if let reference = ClassReference(name) {
        let place = mention(reference)
        return diagram.classes[place].annotations.append(text.annotation)
      }
    }
    if var relation = RelationReader(text) {
      relation.take(in: &self)
    } else if let colon = text.range(of: ":"), !text[colon.lowerBound...].hasPrefix(":::"),
      let reference = ClassReference(String(text[..<colon.lowerBound]))
    {
      add(String(text[colon.upperBound...]), to: mention(reference))
    } else if let reference = ClassReference(text), reference.isWhole {
      _ = mention(reference)
    } else {
      tell(
        "`\(text.prefix(60))` cannot be read",
        help: "write `Name : member`, `A <|-- B`, or `%%` before a comment")
    }
  }

  // MARK: classes

  /// `Name~T~["Label"]:::style <<interface>> {`
  private mutating func readClass(_ text: String) {
    var head = text
    var body: String?
    if let brace = text.firstIndex(of: "{") {
      head = String(text[..<brace])
      body = String(text[text.index(after: brace)...])
    }
    guard let reference = ClassReference(head), reference.isWhole else {
      return tell("`class \(text.prefix(60))` names no class", help: "write the name between backticks: class `A b`")
    }
    let place = mention(reference)
    // Named elsewhere before, it stands where it is declared.
    if case .namespace(let namespace) = open.last, diagram.classes[place].namespace == nil {
      diagram.classes[place].namespace = namespace
    }
    guard let body else { return }
    open.append(.members(place))
    if !body.trimmingSpaces.isEmpty { readBody(body.trimmingSpaces, place) }
  }

  /// What stands between the braces of a class.
  private mutating func readBody(_ text: String, _ place: Int) {
    if text == "}" {
      open.removeLast()
    } else if text.hasSuffix("}"), !text.contains("{") {
      add(String(text.dropLast()), to: place)
      open.removeLast()
    } else {
      add(text, to: place)
    }
  }

  private mutating func add(_ written: String, to place: Int) {
    let text = written.trimmingSpaces
    if text.isEmpty { return }
    if text.hasPrefix("<<"), text.hasSuffix(">>") {
      diagram.classes[place].annotations.append(text.annotation)
    } else if ClassDiagram.Member.isMethod(text) {
      diagram.classes[place].methods.append(ClassDiagram.Member(text))
    } else {
      diagram.classes[place].attributes.append(ClassDiagram.Member(text))
    }
  }

  /// Puts what a place says of a class into the diagram.
  mutating func mention(_ reference: ClassReference) -> Int {
    let isNew = diagram.existing(reference.name) == nil
    let place = diagram.place(of: reference.name)
    if case .namespace(let namespace) = open.last, isNew { diagram.classes[place].namespace = namespace }
    if let label = reference.label { diagram.classes[place].label = label }
    for style in reference.styles { diagram.looks.add(style, to: reference.name) }
    diagram.classes[place].annotations += reference.annotations
    return place
  }

  mutating func add(_ relation: ClassDiagram.Relation) { diagram.relations.append(relation) }

  // MARK: around classes

  /// `Company.Project["Label"] {`
  private mutating func readNamespace(_ text: String) {
    var cursor = Cursor(text)
    let name = cursor.take { !$0.isWhitespace && $0 != "{" && $0 != "[" }
    cursor.skipSpaces()
    var label: Label?
    if cursor.take("["), let end = cursor.find("]") {
      label = LabelMarkup.label(cursor.slice(cursor.index, end))
      cursor.index = end + 1
    }
    var parent: Int?
    if case .namespace(let place) = open.last { parent = place }
    guard open.count < 12 else {
      tell("namespaces are nested more than twelve deep", help: "nest them less")
      return open.append(.namespace(parent ?? 0))
    }
    let steps = nests ? name.split(separator: ".").prefix(12).map(String.init) : [name]
    for (index, step) in steps.enumerated() {
      let title = index == steps.count - 1 ? label ?? Label(plain: step) : Label(plain: step)
      parent = diagram.namespace(step, title: title, in: parent)
    }
    guard let parent else { return tell("a namespace has no name", help: "namespace Name {") }
    open.append(.namespace(parent))
    let rest = cursor.rest.trimmingSpaces
    if rest.hasPrefix("{"), rest.count > 1 { read(String(rest.dropFirst())) }
  }

  /// `note "Text"`, `note for Name "Text"`
  private mutating func readNote(_ text: String) {
    guard let first = text.firstIndex(of: "\""), let last = text.lastIndex(of: "\""), first < last else {
      return tell("a note wants its text in quotes", help: "note for Name \"\(text.prefix(40))\"")
    }
    let written = LabelMarkup.label(String(text[first...last]))
    var note = ClassDiagram.Note(text: written)
    let head = String(text[..<first]).trimmingSpaces
    if head.hasPrefix("for"), let reference = ClassReference(String(head.dropFirst(3))) {
      note.about = diagram.classes[mention(reference)].name
    }
    if case .namespace(let namespace) = open.last { note.namespace = namespace }
    diagram.notes.append(note)
  }

  /// `link Name "https://…"`, `click Name href "https://…"`; a call of a script cannot be drawn.
  private mutating func readClick(_ text: String) {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard let reference = ClassReference(text), parts.count >= 3, parts[1].contains("/") else { return }
    diagram.classes[diagram.place(of: reference.name)].address = String(parts[1])
  }
}
