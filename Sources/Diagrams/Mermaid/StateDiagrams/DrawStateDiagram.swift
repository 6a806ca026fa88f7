/// Draws a `stateDiagram` or `stateDiagram-v2`.
func drawStateDiagram(_ source: MermaidSource, problems: inout [DiagramProblem], bench: Workbench) -> Sheet? {
  let (diagram, found) = StateParser.parse(source)
  problems += found
  guard !diagram.states.isEmpty || !diagram.notes.isEmpty else { return nil }
  guard
    GraphPicture.fits(
      nodes: diagram.states.count + diagram.notes.count, edges: diagram.transitions.count, groups: diagram.scopes.count,
      source, problems: &problems)
  else { return nil }
  guard let scene = StatePicture(diagram, bench).picture.scene(source, problems: &problems) else { return nil }
  return Sheet(scene: scene, kind: "State diagram", statements: diagram.statements)
}

/// A state diagram on its way to a picture.
private struct StatePicture {
  private let diagram: StateDiagram
  private let bench: Workbench
  private(set) var picture = GraphPicture()
  /// Where states are: nodes, or the groups of composite ones.
  private var ends: [Graph.End] = []

  init(_ diagram: StateDiagram, _ bench: Workbench) {
    (self.diagram, self.bench) = (diagram, bench)
    picture.direction = diagram.scopes[0].direction ?? .down
    for scope in diagram.scopes.indices.dropFirst() { addGroup(scope) }
    for state in diagram.states {
      if let inside = state.inside {
        ends.append(.group(inside - 1))
      } else {
        picture.nodes.append(node(state))
        ends.append(.node(picture.nodes.count - 1))
      }
    }
    for transition in diagram.transitions { add(transition) }
    for note in diagram.notes { add(note) }
    keepEmptyGroups()
  }

  /// Scopes are groups in the same order, the whole diagram left out.
  private func group(of scope: Int) -> Int? { scope == 0 ? nil : scope - 1 }

  private mutating func addGroup(_ scope: Int) {
    let (written, owner) = (diagram.scopes[scope], diagram.states.first { $0.inside == scope })
    var group = GraphPicture.Group(
      title: .empty, parent: written.parent.flatMap(group(of:)), direction: written.direction)
    group.radius = 9
    if let owner {
      let style = diagram.looks.style(of: owner.name)
      group.title = bench.measure.set(
        owner.descriptions.first ?? Label(plain: owner.name),
        TextStyle(size: 13, color: style.ink(on: Palette.groupFill), isBold: true), width: 260)
      group.paint = Paint(
        fill: style.fill ?? Palette.groupFill, stroke: style.stroke ?? Palette.groupStroke,
        width: style.strokeWidth ?? 1, dash: style.dash ?? [])
    } else {
      group.radius = 3
      group.paint = Paint(fill: Palette.paper, stroke: Palette.groupStroke, width: 1, dash: [5, 4])
    }
    picture.groups.append(group)
  }

  private func node(_ state: StateDiagram.State) -> GraphPicture.Node {
    let (style, group) = (diagram.looks.style(of: state.name), group(of: state.scope))
    guard let (shape, size) = symbol(of: state) else { return box(state, style, group) }
    var scene = Scene()
    let isFilled = state.kind != .choice && state.kind != .history
    let fill = style.fill ?? (isFilled ? Palette.line : Palette.nodeFill)
    for path in shape.paths(in: Rect(center: Point(0, 0), size: size)) {
      scene.add(
        path.path,
        Paint(fill: path.isFilled ? fill : nil, stroke: isFilled ? Palette.line : style.boxStroke, width: 1.5)
      )
    }
    if state.kind == .history {
      scene.add(bench.measure.set(Label(plain: "H"), TextStyle(size: 12.5, isBold: true)), at: Point(0, 0))
    }
    return GraphPicture.Node(picture: scene, size: size, outline: shape.outline, group: group)
  }

  private func symbol(of state: StateDiagram.State) -> (NodeShape, Size)? {
    let direction = diagram.scopes[state.scope].direction ?? picture.direction
    switch state.kind {
    case .plain: return nil
    case .start: return (.filledCircle, Size(14, 14))
    case .end: return (.framedCircle, Size(18, 18))
    case .choice: return (.diamond, Size(28, 28))
    case .history: return (.circle, Size(22, 22))
    case .fork, .join: return (.bar, direction.isHorizontal ? Size(7, 72) : Size(72, 7))
    }
  }

  private func box(_ state: StateDiagram.State, _ style: Style, _ group: Int?) -> GraphPicture.Node {
    let title = bench.measure.set(
      state.descriptions.first ?? Label(plain: state.name),
      TextStyle(
        color: style.ink(), isBold: style.isBold || state.descriptions.count > 1),
      width: 190)
    let more = state.descriptions.dropFirst().map { text in
      StackedBox.Row(
        label: bench.measure.set(
          text, TextStyle(size: 12.5, color: style.ink(on: style.fill ?? Palette.paper)), width: 220))
    }
    let box = StackedBox([[StackedBox.Row(label: title, align: .center)], more], narrowest: 44)
    return GraphPicture.Node(picture: box.picture(style, radius: 9), size: box.size, group: group)
  }

  private mutating func add(_ transition: StateDiagram.Transition) {
    picture.edges.append(
      GraphPicture.Edge(
        tail: ends[transition.tail], head: ends[transition.head], headMark: .arrow,
        label: transition.label.isEmpty
          ? .empty : bench.measure.set(transition.label, TextStyle(size: 12.5), width: 150)))
  }

  /// A note stands beside its state, on the side that is written.
  private mutating func add(_ note: StateDiagram.Note) {
    let slip = NoteSlip(note.text, bench)
    picture.nodes.append(GraphPicture.Node(picture: slip.picture, size: slip.size, group: group(of: note.scope)))
    guard let about = note.about else { return }
    let (end, slipEnd) = (ends[about], Graph.End.node(picture.nodes.count - 1))
    picture.edges.append(
      GraphPicture.Edge(
        tail: note.isLeft ? slipEnd : end, head: note.isLeft ? end : slipEnd, paint: NoteSlip.line, length: 0))
  }

  /// A composite state without anything in it is still a box.
  private mutating func keepEmptyGroups() {
    for index in picture.groups.indices {
      let isEmpty =
        !picture.nodes.contains { $0.group == index } && !picture.groups.contains { $0.parent == index }
      if isEmpty { picture.nodes.append(GraphPicture.Node(picture: Scene(), size: Size(40, 6), group: index)) }
    }
  }
}
