/// Draws a `requirementDiagram`.
func drawRequirementDiagram(_ source: MermaidSource, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  let (diagram, found) = RequirementParser.parse(source)
  problems += found
  guard !diagram.boxes.isEmpty else { return nil }
  guard
    GraphPicture.fits(
      nodes: diagram.boxes.count, edges: diagram.relations.count, source, problems: &problems)
  else { return nil }
  var picture = GraphPicture()
  picture.direction = diagram.direction
  for box in diagram.boxes {
    let style = diagram.looks.style(of: box.name)
    let stack = box.stack(style, bench)
    picture.nodes.append(GraphPicture.Node(picture: stack.picture(style), size: stack.size))
  }
  for relation in diagram.relations {
    guard let tail = diagram.existing(relation.tail), let head = diagram.existing(relation.head) else { continue }
    let contains = relation.kind == "contains"
    picture.edges.append(
      GraphPicture.Edge(
        tail: .node(tail), head: .node(head), paint: Paint(stroke: Palette.line, dash: contains ? [] : [5, 4]),
        tailMark: contains ? .containment : .none, headMark: contains ? .none : .openArrow,
        label: bench.measure.set(
          Label(plain: "«\(relation.kind)»"), TextStyle(size: 12.5, color: Palette.quiet), width: 150)))
  }
  guard let scene = picture.scene(source, problems: &problems) else { return nil }
  return Sheet(scene: scene, kind: "Requirement diagram", statements: diagram.statements)
}

extension RequirementDiagram.Box {
  fileprivate func stack(_ style: Style, _ bench: Workbench) -> StackedBox {
    var head: [StackedBox.Row] = []
    if let kind {
      head.append(
        StackedBox.Row(
          label: bench.measure.set(Label(plain: "«\(kind)»"), TextStyle(size: 12, color: style.ink()), width: 240),
          align: .center))
    }
    head.append(
      StackedBox.Row(
        label: bench.measure.set(
          LabelMarkup.label(name, markdown: name.contains("*")), TextStyle(color: style.ink(), isBold: true), width: 240
        ),
        align: .center))
    let ink = style.ink(on: style.fill ?? Palette.paper)
    let rows = fields.map { field in
      StackedBox.Row(
        label: bench.measure.set(
          Label(
            lines: [[Label.Run(text: field.name + ": ", isItalic: true)] + (field.value.lines.first ?? [])]
              + field.value.lines.dropFirst()),
          TextStyle(size: 12.5, color: ink), width: 220))
    }
    return StackedBox([head, rows])
  }
}

extension RequirementDiagram {
  /// What the diagram shows, in words.
  fileprivate var statements: [String] {
    var statements = relations.map { "\($0.tail) \($0.kind) \($0.head)" }
    statements += boxes.map { box in
      let fields = box.fields.map { "\($0.name.lowercased()) \($0.value.plainText)" }.joined(separator: ", ")
      let kind = (box.kind ?? "Requirement").lowercased()
      let article = "aeiou".contains(kind.first ?? " ") ? "an" : "a"
      return "\(box.name) is \(article) \(kind)" + (fields.isEmpty ? "" : " (\(fields))")
    }
    return statements
  }
}
