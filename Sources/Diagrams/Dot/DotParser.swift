/// Reads graphs in Graphviz's language (Graphviz's documentation, "DOT Language"), as far as a drawing in our own style
/// needs them: nodes, edges, clusters, their labels, shapes, colours and lines. Positions, fonts and ranks are passed over.
struct DotParser {
  private(set) var chart = Flowchart()
  private(set) var problems: [DiagramProblem] = []
  private var tokens: [DotToken]
  private var index = 0
  private var isDirected = true
  /// Deeper graphs are passed over: nobody writes them.
  private static let deepest = 40

  /// Attributes that hold where nodes and edges are made.
  private struct Scope {
    var group: Int?
    var node: [String: String] = [:]
    var edge: [String: String] = [:]
    var graph: [String: String] = [:]
  }

  init(_ text: String) { tokens = DotToken.tokens(of: text) }

  static func parse(_ text: String) -> (chart: Flowchart, problems: [DiagramProblem]) {
    var parser = DotParser(text)
    parser.readGraph()
    return (parser.chart, parser.problems)
  }

  private var current: DotToken? { index < tokens.count ? tokens[index] : nil }

  private mutating func take(_ symbol: String) -> Bool {
    guard current?.isSymbol(symbol) == true else { return false }
    index += 1
    return true
  }

  private mutating func takeName() -> String? {
    guard let token = current, !token.isSymbol else { return nil }
    index += 1
    return token.text
  }

  private mutating func tell(_ message: String, help: String? = nil) {
    let line = (current ?? tokens.last)?.line ?? 1
    problems.append(DiagramProblem(line: line, message: message, help: help))
  }

  private mutating func readGraph() {
    if current?.isWord("strict") == true { index += 1 }
    guard let kind = takeName()?.lowercased(), kind == "graph" || kind == "digraph" else {
      return tell("a graph begins with `graph` or `digraph`", help: "digraph { a -> b }")
    }
    isDirected = kind == "digraph"
    _ = takeName()
    guard take("{") else { return tell("`{` is missing behind `\(kind)`") }
    var scope = Scope()
    scope.node["shape"] = "ellipse"
    readStatements(&scope, depth: 0)
    if let direction = scope.graph["rankdir"].flatMap({ Graph.Direction(mermaid: $0) }) { chart.direction = direction }
    chart.dropNodesNamedAsGroups()
  }

  /// Up to the closing brace.
  /// - Returns: the nodes that are named.
  @discardableResult
  private mutating func readStatements(_ scope: inout Scope, depth: Int) -> [String] {
    var names: [String] = []
    while current != nil {
      if take("}") { return names }
      if take(";") || take(",") { continue }
      names += readStatement(&scope, depth: depth)
    }
    tell("a brace is never closed", help: "write `}` at the end")
    return names
  }

  private mutating func readStatement(_ scope: inout Scope, depth: Int) -> [String] {
    if let token = current, token.isWord("graph") || token.isWord("node") || token.isWord("edge"),
      index + 1 < tokens.count, tokens[index + 1].isSymbol("[")
    {
      index += 1
      let attributes = readAttributes()
      switch token.text.lowercased() {
      case "graph": scope.graph.merge(attributes) { $1 }
      case "node": scope.node.merge(attributes) { $1 }
      default: scope.edge.merge(attributes) { $1 }
      }
      return []
    }
    if index + 1 < tokens.count, tokens[index + 1].isSymbol("="), let name = takeName() {
      index += 1
      scope.graph[name] = takeName() ?? ""
      return []
    }
    return readEdges(scope, depth: depth)
  }

  /// `a -> b -> {c d} [label=x]`, or a node, or a subgraph.
  private mutating func readEdges(_ scope: Scope, depth: Int) -> [String] {
    guard var tails = readEnd(scope, depth: depth) else {
      if let token = current { tell("`\(token.text)` is not expected here") }
      index += 1
      return []
    }
    var names = tails
    var pairs: [(String, String)] = []
    while take("->") || take("--") {
      guard let heads = readEnd(scope, depth: depth) else {
        tell("an edge leads to no node")
        break
      }
      for tail in tails { for head in heads { pairs.append((tail, head)) } }
      tails = heads
      names += heads
    }
    let attributes = readAttributes()
    if pairs.isEmpty {
      for name in names.prefix(1) { style(name, attributes, in: scope) }
    } else {
      let all = scope.edge.merging(attributes) { $1 }
      for (tail, head) in pairs { chart.links.append(link(tail, head, all)) }
    }
    return names
  }

  private mutating func readEnd(_ scope: Scope, depth: Int) -> [String]? {
    if current?.isWord("subgraph") == true {
      index += 1
      let name = takeName()
      guard take("{") else { return [] }
      return readSubgraph(name, scope, depth: depth)
    }
    if take("{") { return readSubgraph(nil, scope, depth: depth) }
    guard let name = takeName() else { return nil }
    // A port says where a line touches a node; we choose that ourselves.
    while take(":") { _ = takeName() }
    if chart.existingNode(name) == nil {
      let node = chart.node(name)
      chart.nodes[node].group = scope.group
      style(name, scope.node, in: scope)
    }
    return [name]
  }

  private mutating func readSubgraph(_ name: String?, _ scope: Scope, depth: Int) -> [String] {
    guard depth < DotParser.deepest else {
      tell("graphs are nested too deeply")
      index = tokens.count
      return []
    }
    var inner = scope
    inner.graph = [:]
    if let name, name.hasPrefix("cluster") {
      inner.group = chart.addGroup(Flowchart.Group(name: name, title: Label(lines: []), parent: scope.group))
    }
    let names = readStatements(&inner, depth: depth + 1)
    if let group = inner.group, group != scope.group {
      if let label = inner.graph["label"] { chart.groups[group].title = DotLabel.label(label, node: "") }
      let name = chart.groups[group].name
      chart.styles[name] = (chart.styles[name] ?? Style()).overlaid(with: DotStyle.style(inner.graph, isNode: false))
    }
    return names
  }

  private mutating func readAttributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while take("[") {
      while current != nil, !take("]") {
        guard let name = takeName() else {
          index += 1
          continue
        }
        attributes[name] = take("=") ? takeName() ?? "" : "true"
        _ = take(",") || take(";")
      }
    }
    return attributes
  }

  private mutating func style(_ name: String, _ attributes: [String: String], in scope: Scope) {
    let node = chart.node(name)
    if let label = attributes["label"] { chart.nodes[node].label = DotLabel.label(label, node: name) }
    if let shape = attributes["shape"] { chart.nodes[node].shape = DotStyle.shape(shape) }
    if attributes["style"]?.contains("rounded") == true, chart.nodes[node].shape == .rectangle {
      chart.nodes[node].shape = .rounded
    }
    if let address = attributes["URL"] ?? attributes["href"] { chart.nodes[node].address = address }
    let style = DotStyle.style(attributes, isNode: true)
    chart.styles[name] = (chart.styles[name] ?? Style()).overlaid(with: style)
  }

  private mutating func link(_ tail: String, _ head: String, _ attributes: [String: String]) -> Flowchart.Link {
    var link = Flowchart.Link(tail: tail, head: head)
    link.label = attributes["label"].map { DotLabel.label($0, node: "") } ?? Label(lines: [])
    let style = attributes["style"] ?? ""
    if style.contains("dashed") || style.contains("dotted") { link.line = .dotted }
    if style.contains("bold") { link.line = .thick }
    if style.contains("invis") { link.line = .invisible }
    let direction = attributes["dir"] ?? (isDirected ? "forward" : "none")
    link.headMark = direction == "forward" || direction == "both" ? DotStyle.mark(attributes["arrowhead"]) : .none
    link.tailMark = direction == "back" || direction == "both" ? DotStyle.mark(attributes["arrowtail"]) : .none
    link.length = min(max(attributes["minlen"].flatMap { Int($0) } ?? 1, 1), 10)
    if let color = attributes["color"].flatMap({ Color(css: $0) }) {
      var lineStyle = Style()
      lineStyle.stroke = color
      chart.linkStyles[chart.links.count] = lineStyle
    }
    return link
  }
}
