extension MermaidTypes {
  /// Causes of an effect, as a tree that grows from it (Mermaid documentation, "Ishikawa Diagram"): a fishbone's slanting
  /// texts are too small to read on a phone.
  static func ishikawa(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let map = Mindmap(causes: source)
    guard !map.nodes.isEmpty else { return nil }
    let statements = map.nodes.indices.compactMap { index in
      let causes = map.nodes.filter { $0.parent == index }.map(\.label.plainText)
      return causes.isEmpty ? nil : "\(map.nodes[index].label.plainText) comes from \(causes.joined(separator: ", "))"
    }
    return Sheet(
      scene: MindmapLayout(map, bench).draw(), kind: "Causes and effect",
      statements: statements.isEmpty ? map.statements : statements)
  }
}

extension Mindmap {
  /// The first line is the effect, whatever its indentation; the others are its causes and theirs.
  fileprivate init(causes source: MermaidSource) {
    var path: [Int] = []
    var branches = 0
    for line in source.lines {
      let indent = nodes.isEmpty ? -1 : line.indent
      while let last = path.last, nodes[last].indent >= indent { path.removeLast() }
      let depth = path.last.map { nodes[$0].depth + 1 } ?? 0
      let branch = depth <= 1 ? branches : path.last.map { nodes[$0].branch } ?? 0
      if depth == 1 { branches += 1 }
      nodes.append(
        Node(
          label: LabelMarkup.label(line.text), shape: .plain, parent: path.last, indent: indent, depth: depth,
          branch: branch))
      path.append(nodes.count - 1)
    }
  }
}
