extension MermaidTypes {
  /// Types laid out as graphs.
  static let graphs: [String: Draw] = [
    "flowchart": { drawFlowchart($0, problems: &$1, bench: $2) },
    "flowchart-elk": { drawFlowchart($0, problems: &$1, bench: $2) },
    "graph": { drawFlowchart($0, problems: &$1, bench: $2) },
    "classDiagram": { drawClassDiagram($0, problems: &$1, bench: $2) },
    "classDiagram-v2": { drawClassDiagram($0, problems: &$1, bench: $2) },
    "stateDiagram": { drawStateDiagram($0, problems: &$1, bench: $2) },
    "stateDiagram-v2": { drawStateDiagram($0, problems: &$1, bench: $2) },
    "erDiagram": { drawEntityDiagram($0, problems: &$1, bench: $2) },
  ]
}
