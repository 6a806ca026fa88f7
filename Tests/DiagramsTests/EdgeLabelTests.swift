import Testing

@testable import Diagrams

/// Lines between groups, whose labels we place ourselves.
@Suite struct EdgeLabelTests {
  private let twoWays = """
    flowchart TB
      U["You"] -->|request| A
      subgraph agent["Agent"]
        A["Plan"]
        B["Prompt"]
        A --> B
        B --> A
      end
      A -->|answer| U
    """

  @Test("Labels of lines to and fro stand beside each other, off the other's line") func twoWayLabels() throws {
    let graph = FlowchartGraph.placed(twoWays)
    let labels = try #require(graph?.edges.compactMap { $0?.label })
    #expect(labels.count == 2)
    #expect(abs(labels[0].x - labels[1].x) > 30)
  }

  @Test("A circle through frames does not turn the drawing upside down") func firstThingsFirst() throws {
    let graph = try #require(FlowchartGraph.placed(twoWays))
    #expect(graph.nodes[0].y < graph.nodes[1].y)
    #expect(graph.nodes[1].y < graph.nodes[2].y)
    // Turned round for Graphviz and back again: it begins at the tail.
    let back = try #require(graph.edges[3])
    #expect(back.start.y > back.end.y)
  }

  @Test func partsAreTold() {
    let drawing = DrawingText(twoWays)
    #expect(drawing.svg.components(of: "<g class=\"node\">") == 3)
    #expect(drawing.svg.components(of: "<g class=\"edge\">") == 4)
    #expect(drawing.svg.components(of: "<g class=\"group\">") == 1)
    #expect(drawing.svg.components(of: "<g class=\"title\">") == 1)
  }

  @Test func titlesKeepOffLines() {
    let frame = Rect(0, 0, 200, 100)
    let line = (0..<20).map { Point(30, Double($0) * 5) }
    let free = frame.place(forTitle: Size(60, 16), besides: [line])
    #expect(!free.isCrossed)
    #expect(free.ground.minX > 30)
    let through = frame.place(forTitle: Size(180, 16), besides: [line])
    #expect(through.isCrossed)
  }
}

/// The layout of a flowchart whose labels are all of one size.
private enum FlowchartGraph {
  static func placed(_ source: String) -> PlacedGraph? {
    let chart = FlowchartParser.parse(MermaidSource(source)).chart
    var graph = Graph()
    graph.nodes = chart.nodes.map { Graph.Node(size: Size(80, 36), group: $0.group) }
    graph.groups = chart.groups.map { Graph.Group(title: Size(60, 20), parent: $0.parent) }
    graph.edges = chart.links.map { link in
      Graph.Edge(
        tail: .node(chart.existingNode(link.tail) ?? 0), head: .node(chart.existingNode(link.head) ?? 0),
        label: link.label.isEmpty ? nil : Size(60, 18), headMark: 9)
    }
    return graph.laidOut()
  }
}
