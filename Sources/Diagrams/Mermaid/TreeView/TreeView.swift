/// Folders and files (Mermaid documentation, "TreeView Diagram").
struct TreeView: Sendable {
  struct Node: Sendable {
    var label: Label
    var parent: Int?
    var depth: Int
    var indent: Int
  }

  /// A node always stands behind its parent.
  private(set) var nodes: [Node] = []

  /// What stands deeper belongs to the last line that stands less deep.
  static func read(_ source: MermaidSource) -> TreeView {
    var tree = TreeView()
    var path: [Int] = []
    for line in source.lines {
      if line.text.hasPrefix("title ") || line.text.hasPrefix("::icon") { continue }
      while let last = path.last, tree.nodes[last].indent >= line.indent { path.removeLast() }
      let depth = path.last.map { tree.nodes[$0].depth + 1 } ?? 0
      tree.nodes.append(
        Node(label: LabelMarkup.label(line.text), parent: path.last, depth: depth, indent: line.indent))
      path.append(tree.nodes.count - 1)
    }
    return tree
  }

  var statements: [String] {
    var children: [Int: [String]] = [:]
    for node in nodes { if let parent = node.parent { children[parent, default: []].append(node.label.plainText) } }
    let parents = nodes.indices.compactMap { index in
      children[index].map { "\(nodes[index].label.plainText) holds \($0.joined(separator: ", "))" }
    }
    return parents.isEmpty ? nodes.map(\.label.plainText) : parents
  }
}
