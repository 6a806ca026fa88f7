import CGraphviz

/// Where Graphviz puts the parts of a graph, in points, y up, as its attributes `bb`, `pos` and `lp` say it.
package struct GraphLayout: Sendable {
  /// The boxes of the graph (by the empty name) and its clusters.
  package var boxes: [String: String] = [:]
  /// The centres of nodes, by their names.
  package var nodes: [String: String] = [:]
  /// The curves of edges, by their attribute `id`.
  package var edges: [String: String] = [:]
  /// The centres of edges' labels, by the edges' `id`.
  package var labels: [String: String] = [:]

  /// Lays a graph out. For one thread at a time.
  /// - Parameters:
  ///   - dot: a graph in the language DOT; every node with its size, every edge with an `id`.
  ///   - engine: `dot`, `neato`, `fdp`, `circo`, `twopi`.
  package init(dot: String, engine: String = "dot") throws(GraphLayoutError) {
    var dot = dot
    let result = withUnsafeMutablePointer(to: &self) { layout in
      var receiver = graph_receiver()
      receiver.context = UnsafeMutableRawPointer(layout)
      receiver.box = { context, name, box in
        GraphLayout.at(context)?.pointee.boxes[text(name)] = text(box)
      }
      receiver.node = { context, name, position in
        GraphLayout.at(context)?.pointee.nodes[text(name)] = text(position)
      }
      receiver.edge = { context, id, position, label in
        GraphLayout.at(context)?.pointee.edges[text(id)] = text(position)
        GraphLayout.at(context)?.pointee.labels[text(id)] = text(label)
      }
      return dot.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { graph_lay_out($0.baseAddress, $0.count, engine, &receiver) }
      }
    }
    switch result {
    case 0: return
    case 1: throw .libraryMissing
    default: throw .refused
    }
  }

  /// Whether the machine has Graphviz.
  package static var isInstalled: Bool { graph_is_installed() != 0 }

  private static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<GraphLayout>? {
    context?.assumingMemoryBound(to: GraphLayout.self)
  }
}

/// Why there is no layout.
package enum GraphLayoutError: Error, Equatable {
  /// Graphviz is not installed: `apt install libgvc6`.
  case libraryMissing
  /// Graphviz cannot read the graph or cannot lay it out.
  case refused
}

private func text(_ pointer: UnsafePointer<CChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}
