/// A graph in the language DOT, with sizes as Graphviz wants them: inches of 72 pixels.
struct DOT {
  private let graph: Graph
  private let direction: Graph.Direction
  private(set) var text = ""
  /// Of each group a node that no edge inside enters, and one that none leaves.
  private let gates: [(first: Int?, last: Int?)]
  private let against: [Bool]

  init(_ graph: Graph, direction: Graph.Direction) {
    self.graph = graph
    self.direction = direction
    gates = graph.gates
    against = graph.edgesAgainstTheFlow
    write()
  }

  private mutating func write() {
    let rank =
      switch direction {
      case .down: "TB"
      case .up: "BT"
      case .right: "LR"
      case .left: "RL"
      }
    text += "digraph {\nrankdir=\(rank);nodesep=\(inches(graph.nodeSpacing));"
    text += "ranksep=\(inches(graph.rankSpacing));\(thrift)\n"
    text += "node [label=\"\",fixedsize=true,shape=box];edge [arrowhead=none,arrowtail=none,dir=both];\n"
    for index in graph.nodes.indices where graph.nodes[index].group == nil { node(index) }
    for index in graph.groups.indices where graph.groups[index].parent == nil { group(index) }
    // Graphviz would draw a loop of a group at one of its nodes.
    for index in graph.edges.indices where graph.edges[index].loopedGroup == nil { edge(index) }
    text += "}\n"
  }

  /// How lines are led; where many cross, they are straight and less is tried to untangle them, since Graphviz would
  /// take minutes for what nobody can follow anyway.
  private var thrift: String {
    let isTangled = graph.edges.count > 120 && Double(graph.edges.count) > 1.3 * Double(graph.nodes.count)
    return isTangled ? "nslimit=1;nslimit1=1;mclimit=0.3;splines=line;" : "splines=spline;"
  }

  private mutating func node(_ index: Int) {
    let node = graph.nodes[index]
    let shape =
      switch node.outline {
      case .box: "box"
      case .ellipse: "ellipse"
      case .diamond: "diamond"
      }
    text += "n\(index) [width=\(inches(max(node.size.width, 2))),height=\(inches(max(node.size.height, 2)))"
    text += shape == "box" ? "];\n" : ",shape=\(shape)];\n"
  }

  /// A cluster with its title as a label of fixed size. An empty one holds a point that nobody sees, since Graphviz
  /// drops clusters without nodes.
  private mutating func group(_ index: Int) {
    let group = graph.groups[index]
    text += "subgraph cluster\(index) {margin=14;label=\(box(group.title));labeljust=l;\n"
    if gates[index].first == nil { text += "g\(index) [shape=point,width=0.01,height=0.01,style=invis];\n" }
    for node in graph.nodes.indices where graph.nodes[node].group == index { self.node(node) }
    for child in graph.groups.indices where graph.groups[child].parent == index { self.group(child) }
    text += "}\n"
  }

  private mutating func edge(_ index: Int) {
    let edge = graph.edges[index]
    var attributes = "id=e\(index)"
    var length = edge.length + Int((edge.extraLength / graph.rankSpacing).rounded(.up))
    // Among clusters, Graphviz 2.42 reads past its tables where an edge may lie within a rank.
    if !graph.groups.isEmpty { length = max(length, 1) }
    if let label = edge.label {
      if graph.crossesFrame(edge) {
        // An edge between clusters may come to lie within the first rank, whatever its length; with a label there,
        // Graphviz 2.42 frees memory twice. Room is made by length; the label stands in the middle of the curve.
        let extent = direction.isHorizontal ? label.width : label.height
        length += Int((extent / graph.rankSpacing).rounded(.up))
      } else {
        attributes += ",label=\(box(label))"
      }
    }
    // A frame and its title stand between two ranks.
    if !direction.isHorizontal, graph.group(of: edge.tail) != graph.group(of: edge.head) { length += 1 }
    if length != 1 { attributes += ",minlen=\(min(length, 12))" }
    // Graphviz's arrow of size 1 is ten points long.
    let (tailMark, headMark) = against[index] ? (edge.headMark, edge.tailMark) : (edge.tailMark, edge.headMark)
    if headMark > 0 { attributes += ",arrowhead=normal" }
    if tailMark > 0 { attributes += ",arrowtail=normal" }
    if max(headMark, tailMark) > 0 { attributes += ",arrowsize=\(SVG.number(max(headMark, tailMark) / 10))" }
    let (tail, head) = (name(edge.tail, isTail: true), name(edge.head, isTail: false))
    text += "\(against[index] ? head : tail) -> \(against[index] ? tail : head) [\(attributes)];\n"
  }

  /// The node an edge is drawn to. For a group it is one of its nodes, and we cut the line at the group's frame: a last
  /// one for lines that leave it, a first one for those that come.
  private func name(_ end: Graph.End, isTail: Bool) -> String {
    switch end {
    case .node(let index): "n\(index)"
    case .group(let index):
      if let first = gates[index].first, let last = gates[index].last {
        "n\(isTail ? last : first)"
      } else {
        "g\(index)"
      }
    }
  }

  /// A label of fixed size without text: what it says is drawn by us.
  private func box(_ size: Size) -> String {
    guard size.width > 0 else { return "\"\"" }
    let (width, height) = (Int(size.width.rounded(.up)), Int(size.height.rounded(.up)))
    return "<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\" fixedsize=\"true\""
      + " width=\"\(width)\" height=\"\(height)\"><tr><td></td></tr></table>>"
  }

  private func inches(_ pixels: Double) -> String {
    let value = Int((pixels / 72 * 10_000).rounded())
    let part = String(value % 10_000)
    return "\(value / 10_000)." + String(repeating: "0", count: 4 - part.count) + part
  }
}
