extension MermaidTypes {
  /// Mermaid documentation, "Mindmap".
  static func mindmap(_ source: MermaidSource, _ problems: inout [DiagramProblem], _ bench: Workbench) -> Sheet? {
    let (map, found) = MindmapReader.read(source)
    problems += found
    guard !map.nodes.isEmpty else { return nil }
    return Sheet(scene: MindmapLayout(map, bench).draw(), kind: "Mindmap", statements: map.statements)
  }
}
