/// Thoughts around a root (Mermaid documentation, "Mindmap").
struct Mindmap: Sendable {
  enum Shape: Sendable { case plain, square, rounded, circle, bang, cloud, hexagon }

  struct Node: Sendable {
    var label: Label
    var shape: Shape
    var parent: Int?
    var indent: Int
    /// How far from the root.
    var depth: Int
    /// Which of the root's children it belongs to.
    var branch: Int
  }

  /// A node always stands behind its parent.
  var nodes: [Node] = []

  var statements: [String] {
    var children: [Int: [String]] = [:]
    for node in nodes { if let parent = node.parent { children[parent, default: []].append(node.label.plainText) } }
    if nodes.count == 1 { return [nodes[0].label.plainText] }
    return nodes.indices.compactMap { index in
      children[index].map { "\(nodes[index].label.plainText): \($0.joined(separator: ", "))" }
    }
  }
}
