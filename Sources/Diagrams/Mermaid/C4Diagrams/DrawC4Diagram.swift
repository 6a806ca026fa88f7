/// Draws a `C4Context`, `C4Container`, `C4Component`, `C4Dynamic` or `C4Deployment`.
func drawC4Diagram(_ source: MermaidSource, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  let (diagram, found) = C4Parser.parse(source)
  problems += found
  guard !diagram.elements.isEmpty || !diagram.boundaries.isEmpty else { return nil }
  guard
    GraphPicture.fits(
      nodes: diagram.elements.count, edges: diagram.relations.count, groups: diagram.boundaries.count, source,
      problems: &problems)
  else { return nil }
  let picture = C4Picture(diagram, bench, isNumbered: source.keyword == "C4Dynamic").picture
  guard let scene = picture.scene(source, problems: &problems) else { return nil }
  let kinds = [
    "C4Context": "System context diagram", "C4Container": "Container diagram", "C4Component": "Component diagram",
    "C4Dynamic": "Dynamic diagram", "C4Deployment": "Deployment diagram",
  ]
  return Sheet(
    scene: scene, title: diagram.title, kind: kinds[source.keyword] ?? "C4 diagram", statements: diagram.statements)
}

/// A C4 diagram on its way to a picture.
private struct C4Picture {
  private let diagram: C4Diagram
  private let bench: Workbench
  private(set) var picture = GraphPicture()

  init(_ diagram: C4Diagram, _ bench: Workbench, isNumbered: Bool) {
    (self.diagram, self.bench) = (diagram, bench)
    for boundary in diagram.boundaries { add(boundary) }
    for element in diagram.elements {
      let box = C4Box(element, diagram.styles[element.alias] ?? Style(), bench)
      picture.nodes.append(GraphPicture.Node(picture: box.picture, size: box.size, group: element.boundary))
    }
    for (index, relation) in diagram.relations.enumerated() { add(relation, number: isNumbered ? index + 1 : nil) }
    for index in picture.groups.indices {
      let isEmpty =
        !picture.nodes.contains { $0.group == index } && !picture.groups.contains { $0.parent == index }
      if isEmpty { picture.nodes.append(GraphPicture.Node(picture: Scene(), size: Size(60, 10), group: index)) }
    }
  }

  private mutating func add(_ boundary: C4Diagram.Boundary) {
    var label = Label(lines: boundary.label.lines.map { $0.map { Label.Run(text: $0.text, isBold: true) } })
    if !boundary.kind.isEmpty { label.lines += LabelMarkup.label("[\(boundary.kind)]").lines }
    picture.groups.append(
      GraphPicture.Group(
        title: bench.measure.set(label, TextStyle(size: 12.5), width: 260), parent: boundary.parent,
        paint: Paint(fill: Palette.groupFill, stroke: Palette.groupStroke, width: 1.2, dash: [6, 4])))
  }

  private mutating func add(_ relation: C4Diagram.Relation, number: Int?) {
    guard let tail = diagram.end(relation.tail), let head = diagram.end(relation.head) else { return }
    let style = diagram.styles[relation.tail + " " + relation.head] ?? Style()
    var label = relation.label
    if let number {
      let run = Label.Run(text: "\(number). ", isBold: true)
      label.lines = [[run] + (label.lines.first ?? [])] + label.lines.dropFirst()
    }
    if !relation.technology.isEmpty {
      label.lines += [[Label.Run(text: "[\(relation.technology.plainText)]", isItalic: true)]]
    }
    let color = (style.color ?? Palette.ink).legible(on: Palette.paper)
    let arrow = EdgeMark.arrow
    // What leads upward is laid out the other way round, so that its head stands above.
    picture.edges.append(
      GraphPicture.Edge(
        tail: relation.isUpward ? head : tail, head: relation.isUpward ? tail : head,
        paint: Paint(stroke: style.stroke ?? Palette.line),
        tailMark: relation.isTwoWay || relation.isUpward ? arrow : .none,
        headMark: relation.isTwoWay || !relation.isUpward ? arrow : .none,
        label: label.isEmpty ? .empty : bench.measure.set(label, TextStyle(size: 12, color: color), width: 140)))
  }
}

/// An element: its name, its kind and technology, and what it is for.
private struct C4Box {
  private let element: C4Diagram.Element
  private let style: Style
  private let label: SetLabel
  private let shape: NodeShape
  let size: Size

  init(_ element: C4Diagram.Element, _ style: Style, _ bench: Workbench) {
    (self.element, self.style) = (element, style)
    var lines = element.label.lines.map { $0.map { Label.Run(text: $0.text, isBold: true) } }
    let technology = element.technology.isEmpty ? "" : ": " + element.technology.plainText
    lines.append([Label.Run(text: "[\(element.isExternal ? "External " : "")\(element.kind)\(technology)]")])
    if !element.description.isEmpty { lines += element.description.lines }
    let ground = element.isExternal ? C4Box.external : Palette.nodeFill
    label = bench.measure.set(Label(lines: lines), TextStyle(size: 12.5, color: style.ink(on: ground)), width: 168)
    shape =
      switch element.form {
      case .box: .rectangle
      case .person: .rounded
      case .database: .cylinder
      case .queue: .horizontalCylinder
      }
    var size = shape.size(around: label.size)
    if element.form == .person { size.height += C4Box.head }
    self.size = size
  }

  /// The ground of what stands outside the system.
  private static let external = Color(0xECECEC)
  /// The room for a person's head.
  private static let head = 22.0

  var picture: Scene {
    var scene = Scene()
    let box = Rect(center: Point(0, 0), size: size)
    let stroke =
      style.stroke ?? style.fill.map(Palette.stroke(of:)) ?? (element.isExternal ? Palette.quiet : Palette.nodeStroke)
    let fill = style.fill ?? (element.isExternal ? C4Box.external : Palette.nodeFill)
    for path in shape.paths(in: box) {
      scene.add(path.path, Paint(fill: path.isFilled ? fill : nil, stroke: stroke, width: 1.5))
    }
    var center = box.center + shape.labelOffset(in: box.size)
    if element.form == .person {
      addPerson(at: Point(0, box.minY + 16), Paint(fill: stroke, stroke: stroke, width: 1), &scene)
      center.y += C4Box.head / 2
    }
    scene.add(label, at: center)
    return scene
  }

  /// A head over shoulders.
  private func addPerson(at point: Point, _ paint: Paint, _ scene: inout Scene) {
    scene.add(Path(ellipseIn: Rect(center: Point(point.x, point.y - 5), size: Size(8, 8))), paint)
    var shoulders = Path()
    shoulders.move(to: Point(point.x - 9, point.y + 8))
    shoulders.curve(
      Point(point.x - 9, point.y - 2), Point(point.x + 9, point.y - 2), to: Point(point.x + 9, point.y + 8))
    shoulders.close()
    scene.add(shoulders, paint)
  }
}

extension C4Diagram {
  /// What the diagram shows, in words.
  fileprivate var statements: [String] {
    var statements = relations.map { relation in
      let technology = relation.technology.isEmpty ? "" : ", \(relation.technology.plainText)"
      let label = relation.label.isEmpty ? "" : " (\(relation.label.plainText)\(technology))"
      return words(relation.tail) + (relation.isTwoWay ? " and " : " to ") + words(relation.head) + label
    }
    statements += elements.map { element in
      let kind = (element.isExternal ? "external " : "") + element.kind.lowercased()
      let technology = element.technology.isEmpty ? "" : ", \(element.technology.plainText)"
      let description = element.description.isEmpty ? "" : ": \(element.description.plainText)"
      return "\(element.label.plainText) (\(kind)\(technology))\(description)"
    }
    for (index, boundary) in boundaries.enumerated() {
      let members = elements.filter { $0.boundary == index }.map(\.label.plainText)
      if !members.isEmpty { statements.append("\(boundary.label.plainText) holds \(members.joined(separator: ", "))") }
    }
    statements += elements.compactMap { one in one.address.map { "\(one.label.plainText) links to \($0)" } }
    return statements
  }
}
