/// A graph with its looks, on its way to a scene: what nodes, groups and edges are to look like wherever the layout
/// puts them.
struct GraphPicture: Sendable {
  struct Node: Sendable {
    /// Drawn around the origin.
    var picture: Scene
    var size: Size
    var outline = Graph.Outline.box
    /// A place in `groups`.
    var group: Int?
  }

  struct Edge: Sendable {
    var tail: Graph.End
    var head: Graph.End
    var paint = Paint(stroke: Palette.line)
    var tailMark = EdgeMark.none
    var headMark = EdgeMark.none
    /// Beside the middle of the line.
    var label = SetLabel.empty
    /// Beside its ends, as of multiplicities.
    var tailText = SetLabel.empty
    var headText = SetLabel.empty
    /// How many ranks it spans at least; 0 puts its ends side by side where nothing else hinders.
    var length = 1
    /// Whether it only keeps its ends together.
    var isHidden = false
  }

  struct Group: Sendable {
    var title: SetLabel
    var parent: Int?
    var direction: Graph.Direction?
    var paint = Paint(fill: Palette.groupFill, stroke: Palette.groupStroke, width: 1)
    var radius = 4.0
  }

  /// A drawing wider than this, in pixels, is hardly legible on a page once it is scaled to fit.
  static let widest = 700.0
  /// More nodes or edges than this are laid out too slowly, and nobody could read them on a page.
  static let most = 600

  var direction = Graph.Direction.down
  var nodes: [Node] = []
  var edges: [Edge] = []
  var groups: [Group] = []
  var nodeSpacing = 34.0
  var rankSpacing = 44.0

  init() {}

  /// The scene, in the author's direction where that is not too wide for a page, else in the narrower one.
  /// - Parameter problems: told why where there is no scene.
  func scene(_ source: MermaidSource, problems: inout [DiagramProblem]) -> Scene? {
    guard let placed = placed() else {
      problems.append(
        DiagramProblem(
          line: source.keywordLine, message: "the diagram could not be laid out",
          help: "install Graphviz: apt install libgvc6"))
      return nil
    }
    return paint(placed)
  }

  /// Whether a diagram can be laid out in time; told where not.
  static func fits(
    nodes: Int, edges: Int, groups: Int = 0, _ source: MermaidSource, problems: inout [DiagramProblem]
  ) -> Bool {
    if max(nodes, edges, groups * 4) <= most { return true }
    problems.append(
      DiagramProblem(
        line: source.keywordLine,
        message: "a diagram of \(nodes) boxes, \(edges) lines and \(groups) frames is too large to be drawn",
        help: "split it into diagrams of \(most) lines at most"))
    return false
  }

  private func placed() -> PlacedGraph? {
    let graph = graph()
    guard var best = graph.laidOut(widest: GraphPicture.widest) else { return nil }
    let limit = GraphPicture.widest * 1.08
    // Nothing makes hundreds of lines narrow, and every try takes its time.
    if best.bounds.width <= limit || edges.count > 200 { return best }
    var turned = graph
    turned.direction = graph.direction.isHorizontal ? .down : .right
    var plain = graph
    plain.direction = .down
    for index in plain.groups.indices { plain.groups[index].direction = nil }
    for other in [turned, plain] {
      guard let candidate = other.laidOut(widest: GraphPicture.widest) else { continue }
      if candidate.bounds.width < best.bounds.width * 0.8 { best = candidate }
      if best.bounds.width <= limit { break }
    }
    return best
  }

  private func graph() -> Graph {
    var graph = Graph()
    graph.direction = direction
    graph.nodeSpacing = nodeSpacing
    graph.rankSpacing = rankSpacing
    graph.nodes = nodes.map { Graph.Node(size: $0.size, outline: $0.outline, group: $0.group) }
    graph.groups = groups.map { group in
      let title = group.title.size
      return Graph.Group(
        title: title.width > 0 ? Size(title.width + 8, title.height + 4) : Size(0, 0), parent: group.parent,
        direction: group.direction, isIsland: true)
    }
    graph.edges = edges.map { edge in
      let label = edge.label.size
      return Graph.Edge(
        tail: edge.tail, head: edge.head,
        label: label.width > 0 ? Size(label.width + 8, label.height + 4) : nil, length: edge.length,
        tailMark: edge.tailMark.length, headMark: edge.headMark.length,
        extraLength: edge.tailText.size.width + edge.headText.size.width > 0 && label.width > 0 ? rankSpacing * 0.9 : 0)
    }
    return graph
  }
}
