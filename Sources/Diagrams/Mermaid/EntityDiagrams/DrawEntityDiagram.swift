/// Draws an `erDiagram`.
func drawEntityDiagram(_ source: MermaidSource, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  let (diagram, found) = EntityParser.parse(source)
  problems += found
  guard !diagram.entities.isEmpty else { return nil }
  guard
    GraphPicture.fits(
      nodes: diagram.entities.count, edges: diagram.relationships.count, source, problems: &problems)
  else { return nil }
  var picture = GraphPicture()
  picture.direction = diagram.direction
  picture.rankSpacing = 52
  for entity in diagram.entities {
    let style = diagram.looks.style(of: entity.name)
    let table = EntityTable(entity, style, bench)
    picture.nodes.append(GraphPicture.Node(picture: table.picture(style), size: table.size))
  }
  for relationship in diagram.relationships {
    guard let tail = diagram.existing(relationship.tail), let head = diagram.existing(relationship.head) else {
      continue
    }
    picture.edges.append(
      GraphPicture.Edge(
        tail: .node(tail), head: .node(head),
        paint: Paint(stroke: Palette.line, dash: relationship.isIdentifying ? [] : [5, 4]),
        tailMark: relationship.tailCount.mark, headMark: relationship.headCount.mark,
        label: relationship.label.isEmpty
          ? .empty : bench.measure.set(relationship.label, TextStyle(size: 12.5), width: 150)))
  }
  guard let scene = picture.scene(source, problems: &problems) else { return nil }
  return Sheet(scene: scene, kind: "Entity-relationship diagram", statements: diagram.statements)
}

extension EntityDiagram.Cardinality {
  fileprivate var mark: EdgeMark {
    switch self {
    case .zeroOrOne: .zeroOrOne
    case .exactlyOne: .exactlyOne
    case .zeroOrMore: .zeroOrMore
    case .oneOrMore: .oneOrMore
    }
  }

  fileprivate var words: String {
    switch self {
    case .zeroOrOne: "zero or one"
    case .exactlyOne: "exactly one"
    case .zeroOrMore: "zero or more"
    case .oneOrMore: "one or more"
    }
  }
}

extension EntityDiagram {
  /// What the diagram shows, in words.
  fileprivate var statements: [String] {
    func words(_ name: String) -> String { existing(name).map { entities[$0].label.plainText } ?? name }
    var statements = relationships.map { relationship in
      let (tail, head) = (words(relationship.tail), words(relationship.head))
      let label = relationship.label.isEmpty ? "" : " (\(relationship.label.plainText))"
      return "\(relationship.tailCount.words) \(tail) to \(relationship.headCount.words) \(head)" + label
    }
    for entity in entities where !entity.attributes.isEmpty {
      let attributes = entity.attributes.map { attribute in
        attribute.name + (attribute.keys.isEmpty ? "" : " (\(attribute.keys.joined(separator: ", ")))")
      }
      statements.append("\(entity.label.plainText) has \(attributes.joined(separator: ", "))")
    }
    let related = Set(relationships.flatMap { [$0.tail, $0.head] })
    for entity in entities where entity.attributes.isEmpty && !related.contains(entity.name) {
      statements.append("\(entity.label.plainText) is an entity")
    }
    return statements
  }
}
