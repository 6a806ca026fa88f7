/// Draws a `classDiagram`.
func drawClassDiagram(_ source: MermaidSource, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  let (diagram, found) = ClassParser.parse(source)
  problems += found
  guard !diagram.classes.isEmpty || !diagram.notes.isEmpty || !diagram.namespaces.isEmpty else { return nil }
  guard
    GraphPicture.fits(
      nodes: diagram.classes.count + diagram.notes.count, edges: diagram.relations.count,
      groups: diagram.namespaces.count, source, problems: &problems)
  else { return nil }
  let picture = ClassPicture(diagram, bench).picture
  guard let scene = picture.scene(source, problems: &problems) else { return nil }
  return Sheet(scene: scene, kind: "Class diagram", statements: diagram.statements)
}

/// A class diagram on its way to a picture.
private struct ClassPicture {
  private let diagram: ClassDiagram
  private let bench: Workbench
  private(set) var picture = GraphPicture()
  /// Names at lollipops that a line leads to already.
  private var taken: Set<Int> = []
  private let lollipops: [Bool]

  init(_ diagram: ClassDiagram, _ bench: Workbench) {
    (self.diagram, self.bench) = (diagram, bench)
    picture.direction = diagram.direction
    lollipops = diagram.lollipopNames
    for (index, one) in diagram.classes.enumerated() { add(one, isName: lollipops[index]) }
    for namespace in diagram.namespaces {
      picture.groups.append(
        GraphPicture.Group(
          title: bench.measure.set(namespace.title, TextStyle(size: 13, isBold: true), width: 260),
          parent: namespace.parent))
    }
    for relation in diagram.relations { add(relation) }
    for note in diagram.notes { add(note) }
  }

  private mutating func add(_ one: ClassDiagram.Class, isName: Bool) {
    let style = diagram.looks.style(of: one.name)
    if isName {
      let label = bench.measure.set(one.label, TextStyle(color: style.ink(on: Palette.paper)), width: 200)
      var scene = Scene()
      scene.add(label, at: Point(0, 0))
      let size = Size(label.size.width + 8, label.size.height + 4)
      picture.nodes.append(GraphPicture.Node(picture: scene, size: size, group: one.namespace))
      return
    }
    let ink = style.ink()
    let bodyInk = style.ink(on: style.fill ?? Palette.paper)
    var head = one.annotations.map { annotation in
      StackedBox.Row(
        label: bench.measure.set(Label(plain: "«\(annotation)»"), TextStyle(size: 12, color: ink), width: 240),
        align: .center)
    }
    let title = bench.measure.set(
      one.label,
      TextStyle(color: ink, isBold: true, isItalic: one.annotations.contains { $0.lowercased() == "abstract" }),
      width: 240)
    head.append(StackedBox.Row(label: title, align: .center))
    let box = StackedBox([head, rows(one.attributes, bodyInk), rows(one.methods, bodyInk)])
    picture.nodes.append(GraphPicture.Node(picture: box.picture(style), size: box.size, group: one.namespace))
  }

  private func rows(_ members: [ClassDiagram.Member], _ color: Color) -> [StackedBox.Row] {
    members.map { member in
      let style = TextStyle(size: 12.5, color: color, isItalic: member.isAbstract)
      return StackedBox.Row(
        label: bench.measure.set(Label(plain: member.text), style, width: 280), isUnderlined: member.isStatic)
    }
  }

  private mutating func add(_ relation: ClassDiagram.Relation) {
    guard var tail = diagram.existing(relation.tail), var head = diagram.existing(relation.head) else { return }
    (tail, head) = (own(tail), own(head))
    let small = TextStyle(size: 12, color: Palette.quiet)
    picture.edges.append(
      GraphPicture.Edge(
        tail: .node(tail), head: .node(head),
        paint: Paint(stroke: Palette.line, dash: relation.isDashed ? [5, 4] : []),
        tailMark: relation.tailEnd.mark,
        headMark: relation.headEnd.mark,
        label: relation.label.isEmpty
          ? .empty : bench.measure.set(relation.label, TextStyle(size: 12.5), width: 150),
        tailText: relation.tailCount.isEmpty
          ? .empty : bench.measure.set(Label(plain: relation.tailCount), small, width: 90),
        headText: relation.headCount.isEmpty
          ? .empty : bench.measure.set(Label(plain: relation.headCount), small, width: 90)))
  }

  /// Every lollipop has a name of its own, even where several offer the same interface.
  private mutating func own(_ place: Int) -> Int {
    guard lollipops[place], !taken.insert(place).inserted else { return place }
    picture.nodes.append(picture.nodes[place])
    return picture.nodes.count - 1
  }

  private mutating func add(_ note: ClassDiagram.Note) {
    let slip = NoteSlip(note.text, bench)
    let about = note.about.flatMap(diagram.existing)
    let group = about.map { diagram.classes[$0].namespace } ?? note.namespace
    picture.nodes.append(GraphPicture.Node(picture: slip.picture, size: slip.size, group: group))
    if let about {
      picture.edges.append(
        GraphPicture.Edge(tail: .node(picture.nodes.count - 1), head: .node(about), paint: NoteSlip.line))
    }
  }
}

extension ClassDiagram {
  /// Which classes are but names of interfaces at lollipops: nothing else is said of them.
  fileprivate var lollipopNames: [Bool] {
    var names = classes.map { $0.attributes.isEmpty && $0.methods.isEmpty && $0.annotations.isEmpty }
    var isAtLollipop = classes.map { _ in false }
    for relation in relations {
      for (name, end) in [(relation.tail, relation.tailEnd), (relation.head, relation.headEnd)] {
        guard let place = existing(name) else { continue }
        if end == .lollipop { isAtLollipop[place] = true } else { names[place] = false }
      }
    }
    for index in names.indices { names[index] = names[index] && isAtLollipop[index] }
    return names
  }
}

extension ClassDiagram.End {
  fileprivate var mark: EdgeMark {
    switch self {
    case .none: .none
    case .inheritance: .hollowTriangle
    case .composition: .diamond
    case .aggregation: .hollowDiamond
    case .arrow: .openArrow
    case .lollipop: .hollowCircle
    }
  }
}
