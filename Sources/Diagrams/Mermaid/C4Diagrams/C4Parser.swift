import SourceText

/// Reads a C4 diagram line by line; a line that cannot be read is told.
struct C4Parser {
  private(set) var diagram = C4Diagram()
  private(set) var problems: [DiagramProblem] = []
  /// The boundaries that are open, from the outermost.
  private var open: [Int] = []
  private var line = 1

  /// - Parameter source: of a `C4Context`, `C4Container`, `C4Component`, `C4Dynamic` or `C4Deployment`.
  static func parse(_ source: MermaidSource) -> (diagram: C4Diagram, problems: [DiagramProblem]) {
    var parser = C4Parser()
    for joined in LogicalLines.join(source.lines) {
      parser.line = joined.number
      parser.read(joined.text.withoutComment.trimmingSpaces)
    }
    if !parser.open.isEmpty { parser.tell("a boundary is never closed", help: "write `}` behind it") }
    parser.dropRelationsToNothing()
    return (parser.diagram, parser.problems)
  }

  private init() {}

  private mutating func tell(_ message: String, help: String? = nil) {
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func read(_ text: String) {
    guard !text.isEmpty, text != "{" else { return }
    if text.hasPrefix("}") {
      if open.popLast() == nil { tell("`}` closes nothing", help: "take it out") }
      return read(String(text.dropFirst()).trimmingSpaces)
    }
    if text.hasPrefix("title ") {
      diagram.title = String(text.dropFirst("title ".count)).trimmingSpaces
      return
    }
    if text.hasPrefix("direction ") { return }
    guard let call = C4Call(text) else {
      return tell("`\(text.prefix(60))` cannot be read", help: "write a call: Person(alias, \"Label\")")
    }
    read(call)
  }

  private mutating func read(_ call: C4Call) {
    if call.name.hasPrefix("Rel") || call.name.hasPrefix("BiRel") { return readRelation(call) }
    if call.name.hasSuffix("Boundary") || C4Parser.nodes.contains(call.name) { return readBoundary(call) }
    if let (form, kind, isExternal) = C4Parser.element(call.name) {
      guard let alias = call.argument("alias", 0) else {
        return tell("\(call.name) has no alias", help: "\(call.name)(alias, \"Label\")")
      }
      let hasTechnology = kind == "Container" || kind == "Component"
      diagram.add(
        C4Diagram.Element(
          alias: alias, form: form, kind: kind, isExternal: isExternal,
          label: LabelMarkup.label(call.argument("label", 1) ?? alias),
          technology: hasTechnology ? LabelMarkup.label(call.argument("techn", 2) ?? "") : Label(lines: []),
          description: LabelMarkup.label(call.argument("descr", hasTechnology ? 3 : 2) ?? ""),
          boundary: open.last, address: call.named["link"]))
      return
    }
    readStyle(call)
  }

  private static let nodes = ["Deployment_Node", "Node", "Node_L", "Node_R"]

  private static func element(_ name: String) -> (C4Diagram.Form, String, Bool)? {
    var base = name
    let isExternal = base.hasSuffix("_Ext")
    if isExternal { base = String(base.dropLast("_Ext".count)) }
    if base == "Person" { return (.person, "Person", isExternal) }
    for kind in ["System", "Container", "Component"] where base.hasPrefix(kind) {
      switch base.dropFirst(kind.count) {
      case "": return (.box, kind, isExternal)
      case "Db": return (.database, kind, isExternal)
      case "Queue": return (.queue, kind, isExternal)
      default: return nil
      }
    }
    return nil
  }

  private mutating func readBoundary(_ call: C4Call) {
    guard open.count < 12 else {
      tell("boundaries are nested more than twelve deep", help: "nest them less")
      return open.append(open.last ?? 0)
    }
    let alias = call.argument("alias", 0) ?? ""
    let word = call.name.prefix { $0 != "_" }
    var kind = call.argument("type", 2) ?? ""
    if kind.isEmpty || call.name == "Enterprise_Boundary" || call.name == "System_Boundary"
      || call.name == "Container_Boundary"
    {
      kind = word == "Boundary" || word == "Deployment" || word == "Node" ? kind : String(word)
    }
    let boundary = C4Diagram.Boundary(
      alias: alias, label: LabelMarkup.label(call.argument("label", 1) ?? alias), kind: kind, parent: open.last)
    let place = diagram.add(boundary)
    if call.opens { open.append(place) }
  }

  private mutating func readRelation(_ call: C4Call) {
    let shift = call.name.hasPrefix("RelIndex") ? 1 : 0
    guard let tail = call.argument("from", shift), let head = call.argument("to", shift + 1) else {
      return tell("\(call.name) lacks an end", help: "\(call.name)(from, to, \"Label\")")
    }
    var relation = C4Diagram.Relation(
      tail: tail, head: head, label: LabelMarkup.label(call.argument("label", shift + 2) ?? ""),
      technology: LabelMarkup.label(call.argument("techn", shift + 3) ?? ""))
    relation.isTwoWay = call.name.hasPrefix("BiRel")
    let direction = call.name.drop { $0 != "_" }
    if direction == "_Back" { (relation.tail, relation.head) = (head, tail) }
    relation.isUpward = ["_U", "_Up", "_Back"].contains(direction)
    diagram.relations.append(relation)
  }

  private mutating func readStyle(_ call: C4Call) {
    switch call.name {
    case "UpdateElementStyle":
      var style = Style()
      style.fill = call.argument("bgColor", 1).flatMap { Color(css: $0) }
      style.color = call.argument("fontColor", 2).flatMap { Color(css: $0) }
      style.stroke = call.argument("borderColor", 3).flatMap { Color(css: $0) }
      diagram.styles[call.argument("elementName", 0) ?? ""] = style
    case "UpdateRelStyle":
      var style = Style()
      style.color = call.argument("textColor", 2).flatMap { Color(css: $0) }
      style.stroke = call.argument("lineColor", 3).flatMap { Color(css: $0) }
      diagram.styles[(call.argument("from", 0) ?? "") + " " + (call.argument("to", 1) ?? "")] = style
    case "UpdateBoundaryStyle", "UpdateLayoutConfig", "AddElementTag", "AddRelTag", "SHOW_LEGEND",
      "LAYOUT_WITH_LEGEND", "LAYOUT_TOP_DOWN", "LAYOUT_LEFT_RIGHT":
      break
    case _ where call.name.hasPrefix("Lay_"): break
    default:
      let near = nearest(to: call.name, among: C4Parser.names)
      tell("`\(call.name.prefix(40))` is no element of C4", help: near.map { "did you mean `\($0)`?" })
    }
  }

  private static let names = [
    "Person", "Person_Ext", "System", "SystemDb", "SystemQueue", "System_Ext", "SystemDb_Ext", "SystemQueue_Ext",
    "Container", "ContainerDb", "ContainerQueue", "Container_Ext", "Component", "ComponentDb", "ComponentQueue",
    "Component_Ext", "Boundary", "Enterprise_Boundary", "System_Boundary", "Container_Boundary", "Deployment_Node",
    "Node", "Rel", "BiRel", "Rel_Back", "RelIndex", "UpdateElementStyle", "UpdateRelStyle", "UpdateLayoutConfig",
  ]

  /// A relation may stand before what it joins, so ends are looked up last.
  private mutating func dropRelationsToNothing() {
    let diagram = diagram
    for relation in diagram.relations {
      for alias in [relation.tail, relation.head] where diagram.end(alias) == nil {
        tell("a relation leads to `\(alias.prefix(40))`, which is nowhere", help: "declare it: System(\(alias), \"…\")")
      }
    }
    self.diagram.relations = diagram.relations.filter { diagram.end($0.tail) != nil && diagram.end($0.head) != nil }
  }
}
