import SourceText

/// Reads a requirement diagram line by line; a line that cannot be read is told.
struct RequirementParser {
  private(set) var diagram = RequirementDiagram()
  private(set) var problems: [DiagramProblem] = []
  /// The box whose fields are being read.
  private var open: Int?
  private var line = 1

  /// - Parameter source: of a `requirementDiagram`.
  static func parse(_ source: MermaidSource) -> (diagram: RequirementDiagram, problems: [DiagramProblem]) {
    var parser = RequirementParser()
    for joined in LogicalLines.join(source.lines) {
      parser.line = joined.number
      parser.read(joined.text.withoutComment.trimmingSpaces)
    }
    if parser.open != nil { parser.tell("a brace is never closed", help: "write `}` behind the last field") }
    return (parser.diagram, parser.problems)
  }

  private init() {}

  private mutating func tell(_ message: String, help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func read(_ text: String) {
    guard !text.isEmpty else { return }
    if let place = open { return readBody(text, place) }
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(word.count)).trimmingSpaces
    switch word {
    case "direction" where Graph.Direction(mermaid: rest) != nil:
      diagram.direction = Graph.Direction(mermaid: rest) ?? diagram.direction
    case "classDef", "class", "style":
      if !diagram.looks.read(word, rest) { tell("`\(word)` wants names and a style", help: "class A,B name") }
    case "}": tell("`}` closes nothing", help: "take it out")
    default:
      if let kind = RequirementDiagram.kinds[word], !rest.hasPrefix("-"), !rest.hasPrefix("<-") {
        readBox(kind, rest)
      } else {
        readRelation(text)
      }
    }
  }

  /// `Name:::style {`
  private mutating func readBox(_ kind: String, _ text: String) {
    var head = text
    var body: String?
    if let brace = text.firstIndex(of: "{") {
      head = String(text[..<brace])
      body = String(text[text.index(after: brace)...]).trimmingSpaces
    }
    guard let name = mention(head) else {
      return tell("a \(kind.lowercased()) has no name", help: "write one behind its kind: requirement name {")
    }
    let place = diagram.place(of: name)
    diagram.boxes[place].kind = kind
    guard let body else { return }
    open = place
    if !body.isEmpty { readBody(body, place) }
  }

  private mutating func readBody(_ text: String, _ place: Int) {
    if text == "}" {
      open = nil
      return
    }
    let isLast = text.hasSuffix("}")
    let field = isLast ? String(text.dropLast()).trimmingSpaces : text
    if let (name, value) = field.keyAndValue {
      let known = RequirementDiagram.fields[name]
      if known == nil {
        let near = nearest(to: name, among: RequirementDiagram.fields.keys.sorted())
        tell("`\(name.prefix(30))` is no field", help: near.map { "did you mean `\($0)`?" })
      }
      diagram.boxes[place].fields.append((known ?? name, LabelMarkup.label(value, markdown: value.contains("*"))))
    } else if !field.isEmpty {
      tell("`\(field.prefix(60))` is no field", help: "write a colon behind the field's name: text: …")
    }
    if isLast { open = nil }
  }

  /// `A - satisfies -> B`, `B <- satisfies - A`, or a name with a style.
  private mutating func readRelation(_ text: String) {
    for (before, after, isBackward) in [("<-", "-", true), ("-", "->", false)] {
      guard let found = parted(text, before, after) else { continue }
      guard let left = mention(found.left), let right = mention(found.right) else {
        return tell("the relation `\(text.prefix(60))` lacks an end", help: "write a name at both ends")
      }
      for name in [left, right] { _ = diagram.place(of: name) }
      if !RequirementDiagram.relations.contains(found.kind) {
        let near = nearest(to: found.kind, among: RequirementDiagram.relations)
        tell("`\(found.kind.prefix(30))` is no relation", help: near.map { "did you mean `\($0)`?" })
      }
      return diagram.relations.append(
        RequirementDiagram.Relation(
          tail: isBackward ? right : left, head: isBackward ? left : right, kind: found.kind))
    }
    if text.contains(":::"), let name = mention(text), diagram.existing(name) != nil { return }
    tell("`\(text.prefix(60))` cannot be read", help: "write `requirement name { … }` or `A - satisfies -> B`")
  }

  /// `left before kind after right`, where the kind is one word. Names may hold hyphens.
  private func parted(_ text: String, _ before: String, _ after: String) -> (left: String, kind: String, right: String)?
  {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 5 else { return nil }
    for index in 1..<(words.count - 3) where words[index] == before && words[index + 2] == after {
      return (
        words[..<index].joined(separator: " "), words[index + 1], words[(index + 3)...].joined(separator: " ")
      )
    }
    return nil
  }

  /// The name that is written, without its quotes and styles, which are taken over.
  private mutating func mention(_ written: String) -> String? {
    var name = written.trimmingSpaces
    var styles = ""
    if let colons = name.range(of: ":::") {
      styles = String(name[colons.upperBound...])
      name = String(name[..<colons.lowerBound])
    }
    name = LabelMarkup.unquoted(name.trimmingSpaces)
    guard !name.isEmpty else { return nil }
    if !styles.isEmpty { diagram.looks.add(styles, to: name) }
    return name
  }
}
